//! Long lists in pages, by the `page` parameter.
use askama::Template;

use super::safe;
use crate::{Html, PageError, Shell, View};

/// Which part of a list a view shows. Pages count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pages {
    page: usize,
    size: usize,
}

impl Pages {
    /// The page that the view asks for; 400 where it is no number from 1.
    pub fn of(view: &View, size: usize) -> Result<Self, PageError> {
        let asked = view.one("page").unwrap_or("1");
        let page = asked.parse().ok().filter(|page| (1..=1_000_000).contains(page));
        page.map(|page| Self { page, size: size.max(1) }).ok_or_else(|| PageError::parameter("page", asked))
    }

    /// Items before this page, for `OFFSET`.
    pub const fn offset(self) -> usize {
        (self.page - 1).saturating_mul(self.size)
    }

    pub const fn size(self) -> usize {
        self.size
    }

    /// The links to other pages, and what of `total` is shown; nothing where one page holds all.
    pub fn links(self, shell: &Shell, total: usize) -> Html {
        let last = total.div_ceil(self.size).max(1);
        if last == 1 {
            return Html::default();
        }
        let href = |page: usize| shell.view.with("page", &page.to_string()).here();
        let shown = |n: usize| crate::Arg::from(n);
        let to = (self.offset() + self.size).min(total);
        Html::of(&Links {
            label: shell.t("web-pages"),
            shown: shell.ta(
                "web-shown-of",
                &[("from", shown((self.offset() + 1).min(to))), ("to", shown(to)), ("total", shown(total))],
            ),
            page_of: shell.ta("web-page-of", &[("page", shown(self.page)), ("pages", shown(last))]),
            previous: (self.page > 1)
                .then(|| (href(self.page.min(last + 1) - 1), shell.t("web-page-previous"))),
            next: (self.page < last).then(|| (href(self.page + 1), shell.t("web-page-next"))),
        })
    }
}

#[derive(Template)]
#[template(path = "components/pages.html")]
struct Links {
    label: String,
    shown: String,
    page_of: String,
    previous: Option<(String, String)>,
    next: Option<(String, String)>,
}

safe!(Links);

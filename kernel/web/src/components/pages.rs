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

    /// The links to other pages, and what of `total` is shown; nothing where one page holds all. A page after
    /// the last, as an old link may name, says so and leads to the last.
    pub fn links(self, shell: &Shell, total: usize) -> Html {
        let last = total.div_ceil(self.size).max(1);
        let href = |page: usize| match page {
            1 => shell.view.without("page").here(),
            _ => shell.view.with("page", &page.to_string()).here(),
        };
        if self.page > last {
            let args = [("page", crate::Arg::from(self.page)), ("pages", crate::Arg::from(last))];
            let words = shell.ta("web-page-beyond", &args);
            return Html::of(&Beyond { words, href: href(last), link: shell.t("web-page-last") });
        }
        if last == 1 {
            return Html::default();
        }
        let shown = |n: usize| crate::Arg::from(n);
        let to = (self.offset() + self.size).min(total);
        Html::of(&Links {
            label: shell.t("web-pages"),
            shown: shell.ta(
                "web-shown-of",
                &[("from", shown((self.offset() + 1).min(to))), ("to", shown(to)), ("total", shown(total))],
            ),
            page_of: shell.ta("web-page-of", &[("page", shown(self.page)), ("pages", shown(last))]),
            previous: (self.page > 1).then(|| (href(self.page - 1), shell.t("web-page-previous"))),
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

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<p class="govuk-inset-text q-empty">{{ words }} <a class="govuk-link" href="{{ href }}">{{ link }}</a></p>"#
)]
struct Beyond {
    words: String,
    href: String,
    link: String,
}

safe!(Links);

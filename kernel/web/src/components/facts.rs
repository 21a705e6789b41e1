//! What is known of one thing: a definition list; and the few figures that a page opens with.
use askama::Template;

use super::safe;
use crate::Html;

/// Names and values.
#[derive(Clone, Default, Template)]
#[template(
    ext = "html",
    source = r#"<dl class="govuk-summary-list">{% for (name, value) in rows %}<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">{{ name }}</dt><dd class="govuk-summary-list__value">{{ value }}</dd></div>{% endfor %}</dl>"#
)]
pub struct Facts {
    rows: Vec<(String, Html)>,
}

impl Facts {
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Html>) -> Self {
        self.rows.push((name.to_owned(), value.into()));
        self
    }
}

/// One large figure: what, how much, what to know of it, where it leads.
#[derive(Clone)]
pub struct Figure {
    pub label: String,
    pub value: Html,
    pub note: Html,
    pub href: Option<String>,
}

/// Figures side by side; one under the other on small screens.
#[derive(Clone, Default, Template)]
#[template(path = "components/figures.html")]
pub struct Figures {
    pub figures: Vec<Figure>,
}

safe!(Facts, Figures);

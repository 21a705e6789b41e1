//! Ways through a view: the steps of a cut with the amount at each, and the years.
use askama::Template;

use super::safe;
use crate::{Html, Shell};

/// One step: where it leads, what it is, how much is there.
struct Step {
    href: Option<String>,
    text: String,
    amount: Html,
}

/// The steps taken so far, the whole first, the last where the reader is.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<nav class="q-trail" aria-label="{{ label }}"><ol>{% for step in steps %}<li{% if step.href.is_none() %} aria-current="step"{% endif %}>{% if let Some(href) = step.href %}<a class="govuk-link" href="{{ href }}">{{ step.text }}</a>{% else %}<strong>{{ step.text }}</strong>{% endif %} <span class="q-trail-amount">{{ step.amount }}</span></li>{% endfor %}</ol></nav>"#
)]
pub struct Trail {
    label: String,
    steps: Vec<Step>,
}

safe!(Trail);

impl Trail {
    pub fn new(label: &str) -> Self {
        Self { label: label.to_owned(), steps: Vec::new() }
    }

    #[must_use]
    pub fn step(mut self, href: &str, text: &str, amount: impl Into<Html>) -> Self {
        self.steps.push(Step { href: Some(href.to_owned()), text: text.to_owned(), amount: amount.into() });
        self
    }

    /// The last step.
    #[must_use]
    pub fn here(mut self, text: &str, amount: impl Into<Html>) -> Self {
        self.steps.push(Step { href: None, text: text.to_owned(), amount: amount.into() });
        self
    }
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<nav class="q-years" aria-label="{{ label }}"><ul>{% for (year, href) in links %}<li>{% if *year == self.shown %}<strong aria-current="true">{{ year }}</strong>{% else %}<a class="govuk-link" href="{{ href }}">{{ year }}</a>{% endif %}</li>{% endfor %}</ul></nav>"#
)]
struct Years {
    label: String,
    shown: i16,
    links: Vec<(i16, String)>,
}

/// Links to this page in other years; `shown` is the year it shows, said in the URL or not.
pub fn years(shell: &Shell, shown: i16, years: impl IntoIterator<Item = i16>) -> Html {
    let links = years.into_iter().map(|year| (year, shell.view.with_year(year).here())).collect();
    Html::of(&Years { label: shell.t("web-known-year"), shown, links })
}

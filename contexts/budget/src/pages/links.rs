//! Where codes lead, and how a code with its name is written.
use askama::Template;
use web::{Html, Shell, View};

use crate::{domain::Dimension, queries::Called};

/// A text that leads somewhere.
pub fn link(href: &str, text: &str) -> Html {
    web::components::Cell::link(href, text).shown
}

/// The way to what lies within a row; `of` for who does not see the row.
pub fn finer(href: &str, words: &str, of: &str) -> Html {
    #[derive(Template)]
    #[template(
        ext = "html",
        source = r#"<a class="govuk-link q-source q-screen" href="{{ href }}">{{ words }}<span class="govuk-visually-hidden"> {{ of }}</span></a>"#
    )]
    struct Finer<'a> {
        href: &'a str,
        words: &'a str,
        of: &'a str,
    }
    Html::of(&Finer { href, words, of })
}

/// The page of one delivery.
pub fn delivery(shell: &Shell, number: i64) -> String {
    shell.view.link_to(&["entrega", &number.to_string()])
}

/// Another page of this room with parameters of its own (at least one).
pub fn page(shell: &Shell, path: &str, own: &[(&str, &str)]) -> String {
    page_of(&shell.view, path, own)
}

/// The same with the shared state of another view.
pub fn page_of(view: &View, path: &str, own: &[(&str, &str)]) -> String {
    let own: Vec<String> =
        own.iter().map(|(name, value)| format!("{}={}", web::encode(name), web::encode(value))).collect();
    let href = view.link(path);
    let joint = if href.contains('?') { '&' } else { '?' };
    format!("{href}{joint}{}", own.join("&"))
}

/// A code as lists show it: the code, what it is called, where a click leads, and its own page.
#[derive(Template)]
#[template(path = "coded.html")]
pub struct Coded<'a> {
    pub code: &'a str,
    pub name: Option<&'a str>,
    /// Where the click leads; plain text without.
    pub href: Option<String>,
    /// Names of other years, in words.
    pub others: Vec<String>,
    /// Its own page: address, word, whose for who does not see the row.
    pub page: Option<(String, String)>,
}

impl Coded<'_> {
    pub fn html(&self) -> Html {
        Html::of(self)
    }
}

/// The names a code has had otherwise: until or from when, or the years where they overlap with the name shown.
pub fn others(shell: &Shell, called: &Called) -> Vec<String> {
    let words = |(name, first, last): &(String, i64, i64)| {
        let years = if first == last { first.to_string() } else { format!("{first}–{last}") };
        let (key, years) = match called.years {
            Some((own, _)) if *last < own => ("budget-called-until", last.to_string()),
            Some((_, own)) if *first > own => ("budget-called-from", first.to_string()),
            _ => ("budget-also-called", years),
        };
        shell.ta(key, &[("name", name.into()), ("years", years.into())])
    };
    called.others.iter().map(words).collect()
}

/// The word for a dimension.
pub fn dimension(shell: &Shell, dimension: Dimension) -> String {
    shell.t(&format!("budget-dimension-{}", dimension.code()))
}

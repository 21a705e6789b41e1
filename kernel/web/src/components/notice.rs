//! Notices, empty states, and the way from a number to its source.
use askama::Template;

use super::safe;
use crate::{Html, Shell};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    Important,
    Done,
    Warning,
}

/// Something to know before reading on.
#[derive(Clone, Template)]
#[template(
    ext = "html",
    source = r#"<section class="q-notice q-notice--{{ class }}"><h2 class="q-notice-kind">{{ word }}</h2><div class="q-notice-body">{{ body }}</div></section>"#
)]
pub struct Notice {
    class: &'static str,
    word: String,
    body: Html,
}

safe!(Notice);

impl Notice {
    pub fn new(shell: &Shell, kind: NoticeKind, body: impl Into<Html>) -> Self {
        let (class, key) = match kind {
            NoticeKind::Important => ("important", "web-note-important"),
            NoticeKind::Done => ("done", "web-note-done"),
            NoticeKind::Warning => ("warning", "web-note-warning"),
        };
        Self { class, word: shell.t(key), body: body.into() }
    }
}

/// In place of a list with nothing in it: says that it is known to be empty, and why.
pub fn empty(words: &str) -> Html {
    Html::trusted(format!(r#"<p class="govuk-inset-text q-empty">{}</p>"#, Html::text(words)))
}

/// "Where does this come from?"; `what` names the number for screen readers.
pub fn source_link(shell: &Shell, href: &str, what: &str) -> Html {
    let (href, what) = (Html::text(href), Html::text(what));
    let words = Html::text(&shell.t("web-source"));
    Html::trusted(format!(
        r#"<a class="govuk-link q-source" href="{href}">{words}<span class="govuk-visually-hidden"> ({what})</span></a>"#
    ))
}

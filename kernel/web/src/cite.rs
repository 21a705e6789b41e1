//! How a table is cited: an address that answers the same whatever is recorded later, and the digest by which
//! anybody can tell.
use askama::Template;
use axum::response::Response;
use base::Digest;
use jiff::tz::Offset;

use crate::components::{Facts, Table};
use crate::{Format, Html, KnownAt, PageError, Shell, View, html};

#[derive(Template)]
#[template(path = "cite.html")]
struct CitePage {
    shell: Shell,
    facts: Facts,
    written: String,
    command: String,
    back: String,
}

/// The page that tells how to cite a table of the view.
pub(crate) fn page(table: &Table, shell: &Shell) -> Result<Response, PageError> {
    let sha256 = Digest::of(table.to_csv(shell).to_text()?.as_bytes()).to_string();
    let origin = shell.origin.clone().unwrap_or_default();
    let pinned = pinned(shell);
    let file = format!("{origin}{}", pinned.with("table", table.id()).with_format(Format::Csv).here());
    let seen = pinned.without("table").with_format(Format::Html);
    let address = format!("{origin}{}", seen.here());
    let mut shell = shell.clone();
    let title = format!("{}: {}", shell.title, table.caption());
    let known = known_words(&shell, &pinned);
    let written = shell.ta(
        "web-cite-written",
        &[
            ("publisher", shell.t("web-name").into()),
            ("country", shell.frame().country.name.as_str().into()),
            ("title", title.as_str().into()),
            ("known", known.as_str().into()),
            ("url", address.as_str().into()),
            ("sha256", sha256.as_str().into()),
        ],
    );
    let facts = Facts::default()
        .with(&shell.t("web-cite-page"), title.as_str())
        .with(&shell.t("web-cite-address"), link(&address))
        .with(&shell.t("web-cite-file"), link(&file))
        .with(&shell.t("web-cite-known"), known)
        .with(&shell.t("web-cite-rows"), shell.count(table.rows_count()))
        .with(&shell.t("web-cite-sha256"), code(&sha256));
    let back = shell.view.without("table").with_format(Format::Html).here();
    shell.title = shell.t("web-cite");
    html(&CitePage { facts, written, command: format!("curl -s '{file}' | sha256sum"), back, shell })
}

/// The view as it will always be answered: a moment in place of "now", and of a day that is not over.
pub(crate) fn pinned(shell: &Shell) -> View {
    let open = match shell.view.known {
        KnownAt::Now => true,
        KnownAt::Date(date) => date >= shell.today,
        KnownAt::Instant(_) => false,
    };
    match shell.now.filter(|_| open) {
        Some(now) => shell.view.with_known(KnownAt::Instant(now)),
        None => shell.view.clone(),
    }
}

fn known_words(shell: &Shell, view: &View) -> String {
    match view.known {
        KnownAt::Date(date) => shell.date(date),
        KnownAt::Instant(instant) => {
            let at = Offset::UTC.to_datetime(instant);
            format!("{}, {} UTC", shell.date(at.date()), at.time().strftime("%H:%M:%S"))
        }
        KnownAt::Now => String::new(),
    }
}

fn link(href: &str) -> Html {
    crate::components::Cell::link(href, href).shown
}

fn code(text: &str) -> Html {
    #[derive(Template)]
    #[template(ext = "html", source = "<code class=\"q-copied\">{{ text }}</code>")]
    struct Code<'a> {
        text: &'a str,
    }
    Html::of(&Code { text })
}

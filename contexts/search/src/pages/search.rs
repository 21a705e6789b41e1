//! `/buscar`: everything public, by words or code.
use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use web::components::{Cell, Column, Filters, Notice, NoticeKind, Table, empty};
use web::{Format, Html, Matter, PageError, Reading, Shell};

use super::{asked::Asked, links};
use crate::{
    Answer, Freshness, Index,
    domain::{Found, Hit, How, Kind, Piece, RESULTS_MAX},
};

/// What the page offers to try: words and codes that any country has, and whether it is a code.
const EXAMPLES: [(&str, bool); 6] = [
    ("salud niños", false),
    ("agua potable", false),
    ("educación", false),
    ("PEDN/OE2", true),
    ("E:11-011", true),
    ("1001", true),
];

#[derive(Template)]
#[template(path = "search.html")]
pub struct SearchPage {
    shell: Shell,
    form: Filters,
    notes: Vec<Html>,
    examples: Vec<Link>,
    how: Option<String>,
    suggestions: Vec<Link>,
    kinds: Vec<KindLink>,
    nothing: Html,
    found: String,
    first: usize,
    results: Vec<Shown>,
    pages: Html,
    csv: String,
    csv_title: String,
}

struct Link {
    href: String,
    text: String,
    kind: String,
}

struct KindLink {
    href: String,
    text: String,
    count: String,
    is_current: bool,
}

struct Shown {
    kind: String,
    code: String,
    href: String,
    title: Vec<Piece>,
    of: Vec<Vec<Piece>>,
    is_sample: bool,
}

pub async fn get(reading: Reading) -> Result<Response, PageError> {
    let asked = Asked::of(&reading.view)?;
    let answer = match asked.request(&reading.view) {
        Some(request) => {
            let index = reading.app.part::<Arc<dyn Index>>()?;
            Some(index.find(request, reading.today).await.map_err(PageError::internal)?)
        }
        None => None,
    };
    let shell = reading.shell("", Matter::Real);
    if shell.view.format == Format::Csv {
        let found = answer.and_then(|answer| answer.found).unwrap_or_default();
        return file(&shell, &found).to_csv(&shell).into_response();
    }
    web::html(&SearchPage::of(shell, &asked, answer.as_ref()))
}

impl SearchPage {
    pub fn of(mut shell: Shell, asked: &Asked, answer: Option<&Answer>) -> Self {
        let text = asked.question.text.as_str();
        shell.title = match answer {
            Some(_) => shell.t1("search-title-of", "q", text),
            None => shell.t("search-title"),
        };
        let found = answer.and_then(|answer| answer.found.clone());
        let hits = found.as_ref().map_or(&[][..], |found| &found.hits);
        if hits.iter().any(|hit| hit.document.sample) {
            shell.matter = Matter::Mixed;
        }
        let total = found.as_ref().map_or(0, |found| found.total(asked.kind));
        let results = hits.iter().map(|hit| shown(&shell, hit)).collect();
        Self {
            form: Filters::new(&shell)
                .text("q", &shell.t("search-field"), Some(text))
                .button(&shell.t("search-title")),
            notes: notes(&shell, answer, total),
            examples: if answer.is_none() { examples(&shell) } else { Vec::new() },
            how: found.as_ref().and_then(|found| how(&shell, found, text)),
            suggestions: found.iter().flat_map(|found| suggestions(&shell, found)).collect(),
            kinds: found.as_ref().map(|found| kinds(&shell, found, asked.kind)).unwrap_or_default(),
            nothing: found.as_ref().map(|found| nothing(&shell, asked, found)).unwrap_or_default(),
            found: counted(&shell, total),
            first: asked.part.offset() + 1,
            results,
            pages: asked.part.links(&shell, total.min(RESULTS_MAX)),
            csv: shell.view.without("page").with_format(Format::Csv).here(),
            csv_title: shell.t1("search-csv-title", "max", shell.count(RESULTS_MAX)),
            shell,
        }
    }
}

fn counted(shell: &Shell, total: usize) -> String {
    shell.ta("search-found", &[("n", total.into()), ("count", shell.count(total).into())])
}

/// What is to be known of the index before its results are read.
fn notes(shell: &Shell, answer: Option<&Answer>, total: usize) -> Vec<Html> {
    let mut notes = Vec::new();
    let mut note = |words: String| notes.push(Html::of(&Notice::new(shell, NoticeKind::Important, words)));
    match answer.map(|answer| answer.freshness) {
        Some(Freshness::Updating) => note(shell.t("search-updating")),
        Some(Freshness::Building) => note(shell.t("search-building")),
        Some(Freshness::Failed) => note(shell.t("search-failed")),
        Some(Freshness::Current) | None => (),
    }
    if shell.is_past() {
        note(shell.t("search-of-today"));
    }
    if total > RESULTS_MAX {
        let args = [("max", shell.count(RESULTS_MAX).into()), ("count", shell.count(total).into())];
        note(shell.ta("search-more-than-listed", &args));
    }
    notes
}

fn examples(shell: &Shell) -> Vec<Link> {
    let of = |(text, is_code): (&str, bool)| Link {
        href: shell.view.with("q", text).here(),
        text: text.to_owned(),
        kind: shell.t(if is_code { "search-example-code" } else { "search-example-words" }),
    };
    EXAMPLES.into_iter().map(of).collect()
}

fn suggestions(shell: &Shell, found: &Found) -> Vec<Link> {
    let view = shell.view.without("page").without("kind");
    let of =
        |text: &String| Link { href: view.with("q", text).here(), text: text.clone(), kind: String::new() };
    found.suggestions.iter().map(of).collect()
}

fn how(shell: &Shell, found: &Found, text: &str) -> Option<String> {
    match found.how {
        How::All => None,
        How::Beginning => Some(shell.t1("search-beginning", "q", text)),
        How::Some => Some(shell.t1("search-some", "q", text)),
    }
}

fn kinds(shell: &Shell, found: &Found, chosen: Option<Kind>) -> Vec<KindLink> {
    let view = shell.view.without("page").without("kind");
    let link = |kind: Option<Kind>, href, text| KindLink {
        href,
        text,
        count: shell.count(found.total(kind)),
        is_current: kind == chosen,
    };
    let mut links = vec![link(None, view.here(), shell.t("search-all-kinds"))];
    for kind in found.by_kind.keys().copied() {
        let text = shell.t(&format!("search-kind-{}", kind.as_str()));
        links.push(link(Some(kind), view.with("kind", kind.as_str()).here(), text));
    }
    if found.by_kind.is_empty() { Vec::new() } else { links }
}

fn nothing(shell: &Shell, asked: &Asked, found: &Found) -> Html {
    let text = asked.question.text.as_str();
    if found.by_kind.is_empty() && asked.question.words.is_empty() {
        return empty(&shell.t1("search-nothing-small", "q", text));
    }
    if found.by_kind.is_empty() {
        return empty(&shell.t1("search-nothing", "q", text));
    }
    match found.total(asked.kind) {
        0 => empty(&shell.t("search-nothing-of-kind")),
        // A page after the last says so itself.
        total if asked.part.offset() >= total.min(RESULTS_MAX) => {
            asked.part.links(shell, total.min(RESULTS_MAX))
        }
        _ => Html::default(),
    }
}

fn shown(shell: &Shell, hit: &Hit) -> Shown {
    let document = &hit.document;
    Shown {
        kind: shell.t(&format!("search-one-{}", document.kind.as_str())),
        code: document.code.clone(),
        href: links::href(&shell.view, &document.place),
        title: hit.title.clone(),
        of: hit.of.clone(),
        is_sample: document.sample,
    }
}

/// The results as a file.
fn file(shell: &Shell, found: &Found) -> Table {
    let names = ["kind", "code", "title", "of", "sample", "address"];
    let columns = names.map(|name| Column::text(&shell.t(&format!("search-column-{name}"))));
    let mut table = Table::new("resultados", &shell.t("search-title"), columns.to_vec());
    for hit in &found.hits {
        let document = &hit.document;
        let title: String = hit.title.iter().map(|piece| piece.text.as_str()).collect();
        table.push(vec![
            Cell::text(&shell.t(&format!("search-one-{}", document.kind.as_str()))),
            Cell::text(&document.code),
            Cell::text(&title),
            Cell::text(&document.of.join(" · ")),
            Cell::text(&if document.sample { shell.t("web-sample") } else { String::new() }),
            Cell::text(&links::href(&shell.view, &document.place)),
        ]);
    }
    table
}

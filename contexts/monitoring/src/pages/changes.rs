//! What changed of a body, a place or an element: a page of it, and the same as an Atom feed.
use std::collections::BTreeSet;

use askama::Template;
use axum::extract::Path;
use axum::response::Response;
use base::codes::{EntityCode, TerritoryCode};
use base::{Money, Seq};
use jiff::tz::Offset;
use planning::domain::reference::ElementRef;
use rust_decimal::Decimal;
use web::components::{Cell, Column, Table, empty};
use web::{Atom, AtomEntry, Feed, Format, Html, KnownAt, Matter, PageError, Reading, Shell};

use super::{marks, tables};
use crate::queries::changes::{Change, Changes, Kind, Step, Whose, changes};

/// Lines of one entry that a page and a feed show.
const LINES: usize = 12;
/// Facts of one kind of one entry in the table of the page.
const NAMES_MAX: i64 = 50;

#[derive(Template)]
#[template(path = "changes.html")]
pub struct ChangesPage {
    shell: Shell,
    feed: String,
    nothing: Html,
    steps: Vec<Shown>,
    table: Option<Table>,
    next: Option<String>,
}

/// One entry of the journal in words.
struct Shown {
    title: String,
    when: String,
    href: String,
    lines: Vec<Html>,
    left_out: Option<String>,
}

/// Whose changes, what it is called, and where its page is.
struct Subject {
    whose: Whose,
    name: String,
    href: String,
}

pub async fn entity(reading: Reading, Path(code): Path<String>) -> Result<Response, PageError> {
    page(reading, &["entidad", &code]).await
}

pub async fn territory(reading: Reading, Path(code): Path<String>) -> Result<Response, PageError> {
    page(reading, &["territorio", &code]).await
}

pub async fn element(
    reading: Reading,
    Path((plan, code)): Path<(String, String)>,
) -> Result<Response, PageError> {
    page(reading, &["objetivo", &plan, &code]).await
}

pub async fn entity_feed(reading: Reading, Path(code): Path<String>) -> Result<Response, PageError> {
    feed(reading, &["entidad", &code]).await
}

pub async fn territory_feed(reading: Reading, Path(code): Path<String>) -> Result<Response, PageError> {
    feed(reading, &["territorio", &code]).await
}

pub async fn element_feed(
    reading: Reading,
    Path((plan, code)): Path<(String, String)>,
) -> Result<Response, PageError> {
    feed(reading, &["objetivo", &plan, &code]).await
}

async fn subject(reading: &mut Reading, segments: &[&str]) -> Result<Subject, PageError> {
    let (known, on) = (reading.known, reading.judged_on());
    let (whose, name) = match segments {
        ["entidad", code] => {
            let code = EntityCode::new(code).map_err(|_| PageError::NotFound)?;
            let found = directory::queries::entity(reading.conn(), known, on, &code).await?;
            (Whose::Entity(code), found.ok_or(PageError::NotFound)?.entity.name)
        }
        ["territorio", code] => {
            let code = TerritoryCode::new(code).map_err(|_| PageError::NotFound)?;
            let found = directory::queries::territory(reading.conn(), known, on, &code).await?;
            (Whose::Territory(code), found.ok_or(PageError::NotFound)?.territory.name)
        }
        [_, plan, code] => {
            let element: ElementRef = format!("{plan}/{code}").parse().map_err(|_| PageError::NotFound)?;
            let all = planning::queries::portfolio(reading.conn(), known, on).await?;
            let at = all.find(&element).ok_or(PageError::NotFound)?;
            let step = planning::queries::thread::step(&all, at).ok_or(PageError::NotFound)?;
            let title = marks::said(reading.view.lang, &step.title, step.title_en.as_deref()).to_owned();
            (Whose::Element(element), format!("{} {title}", step.element))
        }
        _ => return Err(PageError::NotFound),
    };
    Ok(Subject { whose, name, href: reading.view.link_to(segments) })
}

async fn find(reading: &mut Reading, subject: &Subject) -> Result<Changes, PageError> {
    let before = match reading.view.one("before") {
        Some(text) => {
            let before = text.parse::<i64>().ok().filter(|seq| *seq > 0);
            Some(Seq(before.ok_or_else(|| PageError::parameter("before", text))?))
        }
        None => None,
    };
    let (known, on) = (reading.known, reading.judged_on());
    // A file has everything, a page and a feed what can be read.
    let names_max = if reading.view.format == Format::Html { NAMES_MAX } else { i64::MAX };
    let found = changes(reading.conn(), known, on, &subject.whose, before, names_max).await?;
    found.ok_or(PageError::NotFound)
}

/// Codes of the plans that are samples.
async fn samples(reading: &mut Reading) -> Result<BTreeSet<String>, PageError> {
    let known = reading.known;
    let plans = planning::queries::plans(reading.conn(), known, None).await?;
    Ok(plans.into_iter().filter(|(plan, _)| plan.sample).map(|(plan, _)| plan.code.to_string()).collect())
}

async fn page(mut reading: Reading, segments: &[&str]) -> Result<Response, PageError> {
    let subject = subject(&mut reading, segments).await?;
    let found = find(&mut reading, &subject).await?;
    let samples = samples(&mut reading).await?;
    let shell = reading.shell("", Matter::Real);
    let page = ChangesPage::of(shell, segments, &subject, &found, &samples);
    if let Some(file) = Table::asked(&page.shell, &page.table) {
        return file;
    }
    web::html(&page)
}

impl ChangesPage {
    fn of(
        mut shell: Shell,
        segments: &[&str],
        subject: &Subject,
        found: &Changes,
        samples: &BTreeSet<String>,
    ) -> Self {
        shell.title = shell.t1("monitoring-changes-title", "name", subject.name.as_str());
        shell.crumbs.push(web::Crumb { href: subject.href.clone(), text: subject.name.clone() });
        let all = found.steps.iter().flat_map(|step| &step.changes);
        shell.matter = tables::matter(all.map(|change| is_sample(change, samples)));
        let feed = feed_href(&shell, segments);
        shell.feed = Some(Feed { page: None, atom: feed.clone() });
        let steps: Vec<Shown> = found.steps.iter().map(|step| shown(&shell, step, samples)).collect();
        let next = found.next.map(|seq| shell.view.with("before", &seq.0.to_string()).here());
        let table = (!found.steps.is_empty()).then(|| table(&shell, found, samples));
        let nothing =
            if steps.is_empty() { empty(&shell.t("monitoring-changes-none")) } else { Html::default() };
        Self { shell, feed, nothing, steps, table, next }
    }
}

/// Where the feed of a page is, for the page itself and for those of the subject.
fn feed_href(shell: &Shell, segments: &[&str]) -> String {
    let all: Vec<&str> = segments.iter().copied().chain(["cambios.atom"]).collect();
    // A feed is of now: whoever subscribes wants what comes.
    shell.view.with_known(KnownAt::Now).link_to(&all)
}

/// Both, for the page of the subject.
pub fn told_of(shell: &Shell, segments: &[&str]) -> Feed {
    Feed { page: Some(page_href(shell, segments)), atom: feed_href(shell, segments) }
}

/// The page of what changed.
fn page_href(shell: &Shell, segments: &[&str]) -> String {
    let all: Vec<&str> = segments.iter().copied().chain(["cambios"]).collect();
    shell.view.link_to(&all)
}

fn is_sample(change: &Change, samples: &BTreeSet<String>) -> bool {
    change.name.split(['@', '/', ' ']).next().is_some_and(|plan| samples.contains(plan))
}

fn title(shell: &Shell, step: &Step) -> String {
    let key = format!("record-command-{}", step.command.replace('.', "-"));
    let command =
        if shell.frame().texts.has(shell.lang(), &key) { shell.t(&key) } else { step.command.clone() };
    shell.ta("monitoring-changes-step", &[("what", command.into()), ("n", step.seq.0.into())])
}

fn shown(shell: &Shell, step: &Step, samples: &BTreeSet<String>) -> Shown {
    let told = &step.changes;
    let line = |change: &Change| {
        Html::text(&words(shell, change)).and(&marks::sample(shell, is_sample(change, samples)))
    };
    Shown {
        title: title(shell, step),
        when: shell.date(Offset::UTC.to_datetime(step.at).date()),
        href: shell.view.link_to(&["registro", &step.seq.0.to_string()]),
        lines: told.iter().take(LINES).map(line).collect(),
        left_out: tables::left_out_words(shell, told.len().saturating_sub(LINES) + step.left_out),
    }
}

/// `Meta X · 24 · 2020: 42.0 → 40.5`.
fn words(shell: &Shell, change: &Change) -> String {
    let kind = shell.t(&format!("monitoring-changes-{}", change.kind.as_str()));
    let value = |text: &String| value(shell, change.kind, text);
    let (key, old, new) = match (&change.before, &change.after) {
        (Some(before), Some(after)) => (direction(change.kind, before, after), value(before), value(after)),
        (Some(before), None) => ("withdrawn", value(before), String::new()),
        (None, after) => ("added", String::new(), after.as_ref().map(value).unwrap_or_default()),
    };
    let name = name(shell, change);
    let args = [("kind", kind.into()), ("name", name.into()), ("before", old.into()), ("after", new.into())];
    shell.ta(&format!("monitoring-changes-{key}"), &args)
}

/// Whether a promise or a value went up or down: the first thing that is asked of a target that moved.
fn direction(kind: Kind, before: &str, after: &str) -> &'static str {
    let number = |text: &str| text.parse::<Decimal>().ok();
    let is_number = matches!(kind, Kind::Target | Kind::Observation | Kind::Delivery | Kind::Claim);
    match number(before).zip(number(after)).filter(|_| is_number) {
        Some((before, after)) if after > before => "raised",
        Some((before, after)) if after < before => "lowered",
        _ => "changed",
    }
}

fn name(shell: &Shell, change: &Change) -> String {
    let parts: Vec<&str> = change.name.split(" · ").collect();
    match (change.kind, &parts[..]) {
        (Kind::Delivery, [delivery, year, units]) => {
            let args = [
                ("delivery", (*delivery).into()),
                ("year", (*year).into()),
                ("units", units.parse::<usize>().unwrap_or(0).into()),
            ];
            shell.ta("monitoring-changes-delivery-name", &args)
        }
        _ => change.name.clone(),
    }
}

fn value(shell: &Shell, kind: Kind, text: &str) -> String {
    match kind {
        Kind::Delivery => {
            let pim = text.parse().map(|centimos| shell.money_exact(Money::centimos(centimos)));
            shell.t1("monitoring-changes-pim", "pim", pim.unwrap_or_default())
        }
        Kind::Claim => text.parse::<i64>().map_or_else(
            |_| text.to_owned(),
            |millionths| web::figures::percent_exact(shell.lang(), Decimal::new(millionths, 4)),
        ),
        Kind::Plan => {
            // The state, and the act that gave it.
            let (state, act) = text.split_once(" · ").unwrap_or((text, ""));
            let state = shell.t(&format!("planning-state-{}", state.replace('_', "-")));
            if act.is_empty() { state } else { format!("{state} ({act})") }
        }
        _ => text.to_owned(),
    }
}

/// Every change of the page, a row each.
fn table(shell: &Shell, found: &Changes, samples: &BTreeSet<String>) -> Table {
    let columns = ["entry", "date", "kind", "fact", "before", "after"];
    let columns = columns.map(|key| Column::text(&shell.t(&format!("monitoring-changes-column-{key}"))));
    let mut table = Table::new("cambios", &shell.t("monitoring-changes-table"), columns.to_vec());
    for step in &found.steps {
        for change in &step.changes {
            let kind = shell.t(&format!("monitoring-changes-{}", change.kind.as_str()));
            let mark = Html::text(&change.name).and(&marks::sample(shell, is_sample(change, samples)));
            table.push(vec![
                Cell::text(&step.seq.0.to_string()),
                Cell::text(&Offset::UTC.to_datetime(step.at).date().to_string()),
                Cell::text(&kind),
                Cell::html(mark, &change.name),
                Cell::text(change.before.as_deref().unwrap_or_default()),
                Cell::text(change.after.as_deref().unwrap_or_default()),
            ]);
        }
    }
    table.stacked().with_files(shell)
}

async fn feed(mut reading: Reading, segments: &[&str]) -> Result<Response, PageError> {
    let subject = subject(&mut reading, segments).await?;
    let found = find(&mut reading, &subject).await?;
    let samples = samples(&mut reading).await?;
    // Of a feed without entries: when the record began, so that it does not change by itself.
    let began = journal::time_of(reading.conn(), Seq(1)).await?.unwrap_or_default();
    let newest = found.steps.first().map_or(began, |step| step.at);
    let shell = reading.shell(&subject.name, Matter::Mixed);
    let feed = Atom {
        title: shell.t1("monitoring-changes-title", "name", subject.name.as_str()),
        subject: segments.iter().map(|&segment| segment.to_owned()).collect(),
        updated: newest,
        own: feed_href(&shell, segments),
        page: page_href(&shell, segments),
        entries: found.steps.iter().map(|step| entry(&shell, segments, step, &samples)).collect(),
    };
    feed.into_response(&shell)
}

fn entry(shell: &Shell, segments: &[&str], step: &Step, samples: &BTreeSet<String>) -> AtomEntry {
    let line = |change: &Change| {
        let mark =
            if is_sample(change, samples) { format!(" [{}]", shell.t("web-sample")) } else { String::new() };
        format!("{}{mark}", words(shell, change))
    };
    let mut lines: Vec<String> = step.changes.iter().take(LINES).map(line).collect();
    lines.extend(tables::left_out_words(shell, step.changes.len().saturating_sub(LINES) + step.left_out));
    AtomEntry {
        name: step.seq.0.to_string(),
        title: title(shell, step),
        at: step.at,
        // The page as it was known right after: what the reader of an old entry sees is what it tells of.
        href: shell.view.with_known(KnownAt::Instant(step.at)).link_to(segments),
        lines,
    }
}

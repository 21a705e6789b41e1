//! The cohort in words, its rows, the one asked for among them.
use askama::Template;
use base::Money;
use rust_decimal::{Decimal, prelude::ToPrimitive};
use web::components::{Cell, Column, Figure, Figures, Pages, Table, bar};
use web::{Format, Html, Lang, Shell, figures};

use super::{Asked, Found, SortBy};
use crate::{
    domain::{Cohort, Dimension, Measure},
    pages::{explorer, links, map::Switch},
    queries::{PeerMoney, Peers},
};

/// Rows in one page.
pub const ROWS: usize = 40;

/// An address of the budget with these conditions.
pub fn address(shell: &Shell, path: &str, filters: &[(Dimension, String)]) -> String {
    let own: Vec<(&str, String)> = filters.iter().map(|(d, code)| ("where", format!("{d}={code}"))).collect();
    let own: Vec<(&str, &str)> = own.iter().map(|(name, text)| (*name, text.as_str())).collect();
    if own.is_empty() { shell.view.link(path) } else { links::page(shell, path, &own) }
}

pub fn explorer(shell: &Shell, filters: &[(Dimension, String)]) -> String {
    address(shell, "/presupuesto", filters)
}

fn name<'c>(shell: &Shell, cohort: &'c Cohort) -> &'c str {
    match shell.lang() {
        Lang::Es => &cohort.name,
        Lang::En => &cohort.name_en,
    }
}

fn source<'c>(shell: &Shell, cohort: &'c Cohort) -> &'c str {
    match shell.lang() {
        Lang::Es => &cohort.source,
        Lang::En => cohort.source_en.as_ref().unwrap_or(&cohort.source),
    }
}

pub fn cohorts(shell: &Shell, peers: &Peers) -> Switch {
    let view = shell.view.without("page").without("table");
    let link = |one: &Cohort| {
        (view.with("cohort", &one.code).here(), name(shell, one).to_owned(), one.code == peers.cohort.code)
    };
    Switch { label: shell.t("budget-peers-with"), links: peers.choices.iter().map(link).collect() }
}

pub fn sorts(shell: &Shell, sort: SortBy) -> Switch {
    let view = shell.view.without("page").without("table");
    let link = |one: SortBy| (view.with("sort", one.code()).here(), column(shell, one), one == sort);
    Switch { label: shell.t("budget-sort"), links: SortBy::ALL.map(link).to_vec() }
}

fn column(shell: &Shell, sort: SortBy) -> String {
    match sort {
        SortBy::Pim => explorer::measure_short(shell, Measure::Pim),
        SortBy::Accrued => explorer::measure_short(shell, Measure::Accrued),
        SortBy::Percent => shell.t("budget-progress"),
        SortBy::PerHead => {
            shell.t1("budget-as-column-per-head", "measure", explorer::measure_short(shell, Measure::Pim))
        }
        SortBy::Code => shell.t("budget-sort-code"),
    }
}

/// Who is in the cohort and how many; of an executing unit, that its body is compared.
pub fn rule(shell: &Shell, asked: &Asked, peers: &Peers) -> String {
    let args = [("cohort", name(shell, &peers.cohort).into()), ("n", peers.rows.len().into())];
    let rule = shell.ta("budget-peers-rule", &args);
    if asked.subject.dimension != Dimension::SecEjec {
        return rule;
    }
    let args = [("code", asked.subject.code.as_str().into()), ("name", peers.asked.name.as_str().into())];
    format!("{} {rule}", shell.ta("budget-peers-unit", &args))
}

/// By what norm or convention.
pub fn why(shell: &Shell, peers: &Peers) -> String {
    let mut args = vec![
        ("source", source(shell, &peers.cohort).into()),
        ("from", shell.date(peers.cohort.valid_from).into()),
    ];
    let key = match peers.cohort.valid_to {
        Some(to) => {
            args.push(("to", shell.date(to).into()));
            "budget-peers-why-until"
        }
        None => "budget-peers-why",
    };
    shell.ta(key, &args)
}

/// How many have told of their money in the year.
pub fn told(shell: &Shell, asked: &Asked, peers: &Peers) -> String {
    let told = peers.rows.iter().filter(|row| row.is_told).count();
    let year = asked.request.year.map(|year| year.to_string()).unwrap_or_default();
    let args = [("told", told.into()), ("year", year.into())];
    shell.ta("budget-peers-told", &args)
}

/// The conditions that hold for all.
pub fn shared(shell: &Shell, found: &Found) -> Vec<String> {
    let filters = found.asked.subject.shared(&found.asked.request.filters);
    let words = |(d, code): &(Dimension, String)| {
        format!("{}: {}", links::dimension(shell, *d), found.labels.text(shell, *d, code, &[]))
    };
    filters.iter().map(words).collect()
}

/// The one asked for beside the median.
pub fn figures(shell: &Shell, peers: &Peers) -> Figures {
    let Some(own) = peers.rows.iter().find(|row| row.is_asked) else { return Figures::default() };
    let absent = || shell.t(if own.is_told { "budget-peers-none" } else { "budget-across-no-data" });
    let money = |label: String, own: Option<Money>, median: Option<Money>| Figure {
        label,
        value: own.map_or_else(|| Html::text(&absent()), |money| shell.money(money)),
        note: Html::text(
            &median
                .map(|m| shell.t1("budget-peers-median-is", "value", shell.money_text(m)))
                .unwrap_or_default(),
        ),
        href: None,
    };
    let percent = |value: Decimal| shell.percent(value.to_f64().unwrap_or(f64::NAN));
    let medians = &peers.medians;
    let mut shown = vec![
        money(column(shell, SortBy::Pim), own.pim, medians.pim),
        money(column(shell, SortBy::Accrued), own.accrued, medians.accrued),
        Figure {
            label: column(shell, SortBy::Percent),
            value: Html::text(&own.percent.map_or_else(absent, percent)),
            note: Html::text(
                &medians
                    .percent
                    .map(|m| shell.t1("budget-peers-median-is", "value", percent(m)))
                    .unwrap_or_default(),
            ),
            href: None,
        },
    ];
    if own.per_head.is_some() {
        // Soles and céntimos: rounded to soles, one could not be told from another.
        let exact = |money: Money| format!("{} {}", shell.currency(), shell.money_exact(money));
        let median = medians.per_head.map(|m| shell.t1("budget-peers-median-is", "value", exact(m)));
        shown.push(Figure {
            label: column(shell, SortBy::PerHead),
            value: Html::text(&own.per_head.map_or_else(absent, exact)),
            note: Html::text(&median.unwrap_or_default()),
            href: None,
        });
    }
    Figures { figures: shown }
}

/// The peers in the order asked for, and the medians under them.
pub fn table(
    shell: &Shell,
    found: &Found,
    peers: Option<&Peers>,
    rows: &[&PeerMoney],
    pages: Pages,
) -> Table {
    let is_file = shell.view.format != Format::Html;
    let asked = &found.asked;
    let year = asked.request.year.map(|year| year.to_string()).unwrap_or_default();
    let caption = peers.map(|peers| {
        let args = [("cohort", name(shell, &peers.cohort).into()), ("year", year.into())];
        shell.ta("budget-peers-caption", &args)
    });
    let mut table = Table::new("pares", &caption.unwrap_or_default(), columns(shell, is_file));
    let Some(peers) = peers else { return table };
    for row in explorer::page_of(shell, rows, pages) {
        table.push(cells(shell, asked, peers, row, is_file));
    }
    let after = rows.len().saturating_sub(pages.offset() + ROWS);
    if !is_file && after > 0 {
        table.note(Html::text(&format!("{}.", shell.t1("budget-rows-after", "n", after))));
    }
    let medians = &peers.medians;
    let mut total = vec![Cell::text(&shell.t("budget-peers-median"))];
    total.extend(is_file.then(Cell::default));
    total.extend([money(shell, medians.pim), money(shell, medians.accrued), percent(shell, medians.percent)]);
    total.extend([Cell::default(), money(shell, medians.per_head)]);
    if is_file {
        total.extend([Cell::default(), Cell::default()]);
    }
    // On paper the table goes without the page around it: by which rule these are peers goes with it.
    if shell.view.format == Format::Pdf {
        for words in [rule(shell, asked, peers), told(shell, asked, peers), why(shell, peers)] {
            table.note(Html::text(&words));
        }
    }
    table.with_total(total).wide().with_files(shell)
}

fn columns(shell: &Shell, is_file: bool) -> Vec<Column> {
    let mut columns = vec![Column::text(&shell.t("budget-peers-peer"))];
    if is_file {
        columns.push(Column::text(&shell.t("budget-peers-name")));
    }
    columns.extend([
        explorer::measure_column(shell, Measure::Pim),
        explorer::measure_column(shell, Measure::Accrued),
        Column::number(&column(shell, SortBy::Percent)),
        Column::number(&shell.t("budget-as-column-population")),
        Column::number(&column(shell, SortBy::PerHead)),
    ]);
    if is_file {
        columns.push(Column::text(&shell.t("budget-peers-asked")));
        columns.push(Column::text(&shell.t("budget-peers-has-told")));
    }
    columns
}

fn cells(shell: &Shell, asked: &Asked, peers: &Peers, row: &PeerMoney, is_file: bool) -> Vec<Cell> {
    let yes_no = |yes: bool| Cell::text(&shell.t(if yes { "budget-peers-yes" } else { "budget-peers-no" }));
    let peer = &row.peer;
    let mut cells = if is_file {
        vec![Cell::text(&peer.code), Cell::text(&peer.name)]
    } else {
        vec![Cell::html(named(shell, asked, peers, row), &peer.code)]
    };
    if row.is_told {
        cells.extend([money(shell, row.pim), money(shell, row.accrued), percent(shell, row.percent)]);
    } else {
        let absent = || Cell::html(Html::text(&shell.t("budget-across-no-data")), "");
        cells.extend([absent(), absent(), Cell::html(Html::text("–"), "")]);
    }
    let count = |heads: i64| Cell::html(Html::text(&figures::count(shell.lang(), heads)), &heads.to_string());
    cells.push(row.population.map_or_else(dash, count));
    cells.push(row.per_head.map_or_else(dash, |amount| Cell::money(shell, amount)));
    if is_file {
        cells.extend([yes_no(row.is_asked), yes_no(row.is_told)]);
    }
    cells
}

#[derive(Template)]
#[template(ext = "html", source = r#"<strong>{{ text }}</strong><span class="q-also">{{ mark }}</span>"#)]
struct Marked<'a> {
    text: &'a str,
    mark: &'a str,
}

/// The name leads to the same money of that peer; the one asked for is marked in words, not by shade alone.
fn named(shell: &Shell, asked: &Asked, peers: &Peers, row: &PeerMoney) -> Html {
    let text = format!("{} {}", row.peer.code, row.peer.name);
    if row.is_asked {
        return Html::of(&Marked { text: &text, mark: &shell.t("budget-peers-this") });
    }
    let mut filters = asked.subject.shared(&asked.request.filters);
    filters.push((peers.dimension, row.peer.code.clone()));
    links::link(&explorer(shell, &filters), &text)
}

fn dash() -> Cell {
    Cell::html(Html::text("–"), "")
}

/// None of this money in the deliveries of the year is a dash.
fn money(shell: &Shell, amount: Option<Money>) -> Cell {
    amount.map_or_else(dash, |amount| Cell::money(shell, amount))
}

fn percent(shell: &Shell, value: Option<Decimal>) -> Cell {
    let Some(value) = value else { return dash() };
    let percent = value.to_f64().unwrap_or(f64::NAN);
    Cell::html(bar(percent, &shell.percent(percent)), &value.to_string())
}

pub fn notes(shell: &Shell, peers: &Peers) -> Vec<String> {
    let mut notes = vec![shell.t("budget-peers-note-median")];
    if peers.rows.iter().any(|row| !row.is_told) {
        notes.push(shell.t("budget-across-note-no-data"));
    }
    if peers.rows.iter().any(|row| row.is_told && row.pim.is_none()) {
        notes.push(shell.t("budget-across-note-dash"));
    }
    notes.push(shell.t("budget-peers-note-how"));
    if peers.rows.iter().any(|row| row.population.is_some()) {
        notes.push(shell.t1("budget-peers-note-population", "source", peers.source.as_str()));
    }
    notes
}

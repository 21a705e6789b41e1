//! What a report says, in the words of the page and with links that keep the frozen day.
use rust_decimal::prelude::ToPrimitive;
use web::{
    Arg, Html, Shell,
    components::{Cell as Shown, Column, Table},
    sections::{Section, said},
};

use super::links;
use crate::domain::{Cell, Grid, Note, Part, Report};

/// Every part of a report. For paper, notes stand with the first table of their part, for tables are what is printed.
pub(super) fn sections(shell: &Shell, report: &Report, for_paper: bool) -> Vec<Section> {
    report.parts.iter().map(|part| section(shell, part, for_paper)).collect()
}

/// The same of what is no report.
pub(super) fn parts(shell: &Shell, parts: &[Part]) -> Vec<Section> {
    parts.iter().map(|part| section(shell, part, false)).collect()
}

fn section(shell: &Shell, part: &Part, for_paper: bool) -> Section {
    let mut section = Section::new(id(part.key), &shell.t(&format!("reports-part-{}", part.key)));
    let notes: Vec<Html> = part.notes.iter().map(|note| self::note(shell, note)).collect();
    if !for_paper {
        section = notes.iter().fold(section, |section, note| section.say(note.clone()));
    }
    let mut notes = if for_paper { notes } else { Vec::new() };
    for grid in &part.tables {
        let mut table = table(shell, grid);
        notes.drain(..).for_each(|note| table.note(note));
        section = section.table_or(table.with_files(shell), &shell.t("reports-nothing"));
    }
    section
}

/// Ids of sections are none of tables.
fn id(key: &str) -> &'static str {
    match key {
        "programmes" => "parte-programas",
        "physical" => "parte-fisica",
        "sources" => "parte-fuentes",
        "objectives" => "parte-objetivos",
        "leads" => "parte-lideres",
        "coverage" => "parte-cobertura",
        "sheets" => "parte-fichas",
        "plans" => "parte-planes",
        "agenda" => "parte-agenda",
        "evaluations" => "parte-evaluaciones",
        "commitments" => "parte-compromisos",
        "recommendations" => "parte-recomendaciones",
        "tiers" => "parte-niveles",
        "figures" => "parte-cifras",
        "off-track" => "parte-rezagos",
        "promised" => "parte-prometido",
        "funded" => "parte-financiado",
        "delivered" => "parte-cumplido",
        "values" => "parte-valores",
        "explained" => "parte-explicado",
        _ => "parte",
    }
}

pub(super) fn table(shell: &Shell, grid: &Grid) -> Table {
    let name = |key: &str| shell.t(&format!("reports-column-{key}"));
    let column = |of: &crate::domain::Column| {
        if of.is_number { Column::number(&name(of.key)) } else { Column::text(&name(of.key)) }
    };
    let columns: Vec<Column> = grid.columns.iter().map(column).collect();
    let is_wide = columns.len() > 6;
    let caption = shell.t(&format!("reports-table-{}", grid.key));
    let mut table = Table::new(&format!("t-{}", grid.key), &caption, columns);
    for row in &grid.rows {
        table.push(row.iter().map(|cell| shown(shell, cell)).collect());
    }
    if let Some(total) = &grid.total {
        table = table.with_total(total.iter().map(|cell| shown(shell, cell)).collect());
    }
    if is_wide { table.wide() } else { table }
}

/// A value for eyes, and exact for files.
pub(super) fn shown(shell: &Shell, cell: &Cell) -> Shown {
    let plain = |text: String| Shown::html(Html::text(&text), &cell.exact());
    match cell {
        Cell::Unknown | Cell::Sample(false) => Shown::default(),
        Cell::Text(text) => Shown::text(text),
        Cell::Said(es, en) => Shown::html(said(shell, es, en.as_deref()), &cell.exact()),
        Cell::Money(amount) => Shown::money(shell, *amount),
        Cell::Percent(number) => plain(number.to_f64().map_or_else(String::new, |of| shell.percent(of))),
        Cell::Count(count) => Shown::count(shell, *count),
        Cell::Number(number) => plain(shell.value(*number)),
        Cell::Day(day) => plain(shell.date(*day)),
        Cell::Period(period) => plain(shell.period(*period)),
        Cell::Word(family, word) => plain(shell.t(&format!("{family}-{word}"))),
        Cell::Sample(true) => Shown::html(shell.sample_mark(), &cell.exact()),
        Cell::At(of, segments, own) => {
            let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
            let own: Vec<(&str, &str)> = own.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let inner = shown(shell, of);
            let text = inner.shown.to_text().unwrap_or_else(|| of.exact());
            let link = web::sections::link(&links::with(&shell.view, &segments, &own), &text);
            Shown::html(link, &cell.exact())
        }
    }
}

fn note(shell: &Shell, note: &Note) -> Html {
    let arg = |cell: &Cell| match cell {
        Cell::Count(count) => Arg::from(*count),
        Cell::Money(amount) => Arg::from(format!("{} {}", shell.currency(), shell.money_exact(*amount))),
        other => Arg::from(shown(shell, other).shown.to_text().unwrap_or_else(|| other.exact())),
    };
    let args: Vec<(&str, Arg)> = note.args.iter().map(|(name, cell)| (*name, arg(cell))).collect();
    Html::text(&shell.ta(&format!("reports-note-{}", note.key), &args))
}

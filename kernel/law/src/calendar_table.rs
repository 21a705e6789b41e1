//! `holidays.csv` and `non_working_days.csv`: reading and refusing.
use std::collections::BTreeSet;

use base::RowErrors;

use crate::{
    calendar::{DayOff, DayOffKind},
    scope::Scope,
    table::{Row, Table},
};

const HOLIDAYS: &[&str] =
    &["date", "name_es", "name_en", "norm", "article", "recorded_from", "recorded_to", "source", "status"];
const DECREED: &[&str] = &[
    "date",
    "scope",
    "name_es",
    "name_en",
    "norm",
    "article",
    "recorded_from",
    "recorded_to",
    "source",
    "status",
];

/// All days off with the first and the last covered year, or every refused row of both tables.
pub fn read(holidays: (&str, &str), decreed: (&str, &str)) -> Result<(Vec<DayOff>, i16, i16), RowErrors> {
    let mut table = Table::read(holidays.0, holidays.1, HOLIDAYS);
    let mut days = read_days(&mut table, DayOffKind::Holiday);
    let covered = coverage(&mut table, &days);
    let mut errors = table.errors;

    let mut table = Table::read(decreed.0, decreed.1, DECREED);
    let decreed = read_days(&mut table, DayOffKind::Decreed);
    if let Some((from, to)) = covered {
        for (line, day) in decreed.iter().filter(|(_, day)| !(from..=to).contains(&day.date.year())) {
            let reason = format!("the holidays cover {from} to {to} alone; add those of that year first");
            table.refuse(*line, "date", &day.date.to_string(), &reason);
        }
    }
    days.extend(decreed);
    errors.0.append(&mut table.errors.0);
    match covered {
        Some((from, to)) if errors.is_empty() => {
            Ok((days.into_iter().map(|(_, day)| day).collect(), from, to))
        }
        _ => Err(errors),
    }
}

fn read_days(table: &mut Table, kind: DayOffKind) -> Vec<(u64, DayOff)> {
    let mut days: Vec<(u64, DayOff)> = Vec::new();
    let mut seen: BTreeSet<(jiff::civil::Date, Scope, jiff::civil::Date)> = BTreeSet::new();
    for row in std::mem::take(&mut table.rows) {
        let Some(day) = day_off(table, &row, kind) else { continue };
        if !seen.insert((day.date, day.scope.clone(), day.recorded_from)) {
            table.refuse(row.line, "date", &day.date.to_string(), &"this day is already in the table");
        }
        days.push((row.line, day));
    }
    days
}

/// Reads every cell before giving up, so that one run lists all faults of a row.
fn day_off(table: &mut Table, row: &Row, kind: DayOffKind) -> Option<DayOff> {
    let date = table.date(row, "date");
    let scope = match kind {
        DayOffKind::Holiday => Some(Scope::Country),
        DayOffKind::Decreed => table.parsed(row, "scope"),
    };
    let name_es = table.filled(row, "name_es");
    let name_en = table.filled(row, "name_en");
    let norm = table.filled(row, "norm");
    let recorded_from = table.date(row, "recorded_from");
    let recorded_to = table.date_or_open(row, "recorded_to");
    let source = table.filled(row, "source");
    let status = table.parsed(row, "status");
    let (recorded_from, recorded_to) = (recorded_from?, recorded_to?);
    if let Some(to) = recorded_to.filter(|to| *to <= recorded_from) {
        table.refuse(row.line, "recorded_to", &to.to_string(), &"not after recorded_from");
        return None;
    }
    Some(DayOff {
        date: date?,
        kind,
        scope: scope?,
        name_es: name_es?,
        name_en: name_en?,
        norm: norm?,
        article: table.cell(row, "article").to_owned(),
        recorded_from,
        recorded_to,
        source: source?,
        status: status?,
    })
}

/// A year without any holiday is a hole in the table, not a year without holidays.
fn coverage(table: &mut Table, days: &[(u64, DayOff)]) -> Option<(i16, i16)> {
    let years: BTreeSet<i16> = days.iter().map(|(_, day)| day.date.year()).collect();
    let (Some(from), Some(to)) = (years.first().copied(), years.last().copied()) else {
        if table.errors.is_empty() {
            table.refuse(1, "", "", &"no holiday, so no year is covered");
        }
        return None;
    };
    for year in (from..=to).filter(|year| !years.contains(year)) {
        table.refuse(
            1,
            "date",
            &year.to_string(),
            &"no holiday of this year, though years around it have some",
        );
    }
    Some((from, to))
}

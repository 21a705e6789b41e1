//! Stretches of days in which clocks stand still by order of a norm.
use base::{RowErrors, Validity};
use jiff::civil::Date;
use serde::Serialize;

use crate::{
    Scope, Subject,
    rule::RuleStatus,
    table::{Row, Table},
};

/// Clocks of those bound by `scope` do not run on the days of `validity`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Suspension {
    pub scope: Scope,
    /// From the first suspended day to the first day on which clocks run again; open until lifted.
    pub validity: Validity,
    pub norm: String,
    pub article: String,
    /// The day it became known, as a rule that of publication.
    pub recorded_from: Date,
    pub status: RuleStatus,
}

/// Every suspension ever recorded.
#[derive(Clone, Debug, Default)]
pub struct Suspensions(Vec<Suspension>);

const COLUMNS: &[&str] = &["scope", "from", "to", "norm", "article", "recorded_from", "status"];

impl Suspensions {
    /// Reads a table of suspensions; `to` is the first day on which clocks run again.
    /// Refused: a suspension without a norm, one that ends before it starts, an unknown scope.
    pub fn parse(file: &str, text: &str) -> Result<Self, RowErrors> {
        let mut table = Table::read(file, text, COLUMNS);
        let rows = std::mem::take(&mut table.rows);
        let suspensions = rows.iter().filter_map(|row| suspension(&mut table, row)).collect();
        if table.errors.is_empty() { Ok(Self(suspensions)) } else { Err(table.errors) }
    }

    /// Every statement, for listings and exports.
    pub fn all(&self) -> &[Suspension] {
        &self.0
    }

    /// Those that bind `subject`, as known at the end of `known`. Of two statements about one scope
    /// and first day the one recorded last stands, so that a suspension is prolonged or cut by a row.
    pub fn binding(&self, known: Date, subject: &Subject) -> Vec<Suspension> {
        let seen: Vec<_> = self
            .0
            .iter()
            .filter(|one| one.recorded_from <= known && subject.is_bound_by(&one.scope))
            .collect();
        let replaces = |later: &Suspension, one: &Suspension| {
            later.scope == one.scope
                && later.validity.from() == one.validity.from()
                && later.recorded_from > one.recorded_from
        };
        let stands = |one: &&&Suspension| !seen.iter().any(|later| replaces(later, one));
        seen.iter().filter(stands).map(|one| (*one).clone()).collect()
    }
}

fn suspension(table: &mut Table, row: &Row) -> Option<Suspension> {
    let scope = table.parsed(row, "scope");
    let from = table.date(row, "from");
    let to = table.date_or_open(row, "to");
    let norm = table.filled(row, "norm");
    let recorded_from = table.date(row, "recorded_from");
    let status = table.parsed(row, "status");
    let (from, to) = (from?, to?);
    let validity = Validity::new(from, to)
        .map_err(|error| {
            let text = table.cell(row, "to").to_owned();
            table.refuse(row.line, "to", &text, &error);
        })
        .ok()?;
    Some(Suspension {
        scope: scope?,
        validity,
        norm: norm?,
        article: table.cell(row, "article").to_owned(),
        recorded_from: recorded_from?,
        status: status?,
    })
}

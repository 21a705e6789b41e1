//! Money by the codes of one dimension, with what was accrued when.
use std::collections::BTreeMap;

use base::Money;
use budget::{
    domain::{Dimension, Measure},
    queries::{CutRequest, cut, money_sources},
};

use super::{Asked, Frozen, of_year};
use crate::{
    Unread,
    domain::{Cell, Grid, Part},
};

/// Money of one code in a fiscal year; amounts that nothing reports are absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub pia: Option<Money>,
    pub pim: Option<Money>,
    pub certified: Option<Money>,
    /// Accrued in the months of the period.
    pub accrued_in: Option<Money>,
    /// From the first month of the year to the last of the period.
    pub accrued: Option<Money>,
    /// In months after the period: known on the frozen day, and not of the report.
    pub later: Option<Money>,
    /// Of deliveries that do not say in which month.
    pub undated: Option<Money>,
}

/// The columns of [`Line::cells`].
pub(super) const COLUMNS: [&str; 6] =
    ["#pia", "#pim", "#certified", "#accrued-in", "#accrued", "#accrued-percent"];

fn add(sum: &mut Option<Money>, amount: Option<Money>) {
    if let Some(amount) = amount {
        *sum = Some(sum.unwrap_or(Money::ZERO) + amount);
    }
}

impl Line {
    pub(super) fn cells(&self) -> [Cell; 6] {
        [
            Cell::money(self.pia),
            Cell::money(self.pim),
            Cell::money(self.certified),
            Cell::money(self.accrued_in),
            Cell::money(self.accrued),
            Cell::percent(self.accrued, self.pim),
        ]
    }

    pub(super) fn add(&mut self, other: &Self) {
        add(&mut self.pia, other.pia);
        add(&mut self.pim, other.pim);
        add(&mut self.certified, other.certified);
        add(&mut self.accrued_in, other.accrued_in);
        add(&mut self.accrued, other.accrued);
        add(&mut self.later, other.later);
        add(&mut self.undated, other.undated);
    }

    /// Takes in what was accrued in a month; 0 is no month.
    fn accrue(&mut self, month: i8, frozen: Frozen, amount: Option<Money>) {
        let (first, last) = (frozen.period.start().month(), frozen.period.end().month());
        if month == 0 {
            add(&mut self.undated, amount);
        } else if month > last {
            add(&mut self.later, amount);
        } else {
            add(&mut self.accrued, amount);
            if month >= first {
                add(&mut self.accrued_in, amount);
            }
        }
    }
}

/// The money of the year by the codes of a dimension.
pub(super) async fn by(
    asked: &mut Asked<'_>,
    dimension: Dimension,
    filters: &[(Dimension, String)],
) -> Result<BTreeMap<String, Line>, Unread> {
    let frozen = asked.frozen;
    let request = CutRequest {
        by: vec![dimension, Dimension::Month],
        filters: filters.to_vec(),
        year: Some(frozen.year()),
        measures: vec![Measure::Pia, Measure::Pim, Measure::Certified, Measure::Accrued],
    };
    let answer = cut(asked.conn, asked.files, asked.columnar, frozen.known, &request).await?;
    let mut lines: BTreeMap<String, Line> = BTreeMap::new();
    for row in &answer.rows {
        let (Some(code), Some(month)) = (row.codes.first(), row.codes.get(1)) else { continue };
        let amount = |at: usize| row.amounts.get(at).copied().flatten();
        let line = lines.entry(code.clone()).or_default();
        add(&mut line.pia, amount(0));
        add(&mut line.pim, amount(1));
        add(&mut line.certified, amount(2));
        line.accrue(month.parse().unwrap_or(0), frozen, amount(3).filter(|amount| !amount.is_zero()));
    }
    Ok(lines)
}

/// The programmes of the budget with their money, what lies outside of them in one row, and the treasury total.
pub(super) async fn programmes(asked: &mut Asked<'_>) -> Result<Part, Unread> {
    let frozen = asked.frozen;
    let mut lines = by(asked, Dimension::Programme, &[]).await?;
    let listed =
        evaluations::queries::programmes(asked.conn, asked.files, frozen.known, frozen.year()).await?;
    let mut columns = vec!["programme"];
    columns.extend(COLUMNS);
    let mut table = Grid::new("programmes", &columns);
    let (mut total, mut silent) = (Line::default(), 0_usize);
    for programme in &listed {
        let Some(line) = lines.remove(&programme.code) else {
            silent += 1;
            continue;
        };
        total.add(&line);
        let name = Cell::text(format!("{} {}", programme.code, programme.name));
        let name = name.at_with(&["programa", &programme.code], of_year(frozen));
        table.rows.push(std::iter::once(name).chain(line.cells()).collect());
    }
    let outside = lines.len();
    if outside > 0 {
        let mut line = Line::default();
        for one in lines.values() {
            line.add(one);
        }
        total.add(&line);
        let name = Cell::Word("reports-outside", "programmes".to_owned());
        let mut own = of_year(frozen);
        own.push(("by", "programme".to_owned()));
        let name = name.at_with(&["presupuesto"], own);
        table.rows.push(std::iter::once(name).chain(line.cells()).collect());
    }
    let sum = Cell::Word("reports-total", "treasury".to_owned());
    let is_empty = table.rows.is_empty();
    table.total = (!is_empty).then(|| std::iter::once(sum).chain(total.cells()).collect());
    let amount = |amount: Option<Money>| vec![("amount", Cell::money(amount))];
    Ok(Part::new("programmes")
        .note(
            "money-how",
            vec![("year", Cell::text(frozen.year().to_string())), ("period", Cell::Period(frozen.period))],
        )
        .note_if(is_empty, "no-money", vec![("year", Cell::text(frozen.year().to_string()))])
        .table(table)
        .note_if(outside > 0, "outside", vec![("n", Cell::Count(outside))])
        .note_if(
            silent > 0 && !is_empty,
            "silent-programmes",
            vec![("n", Cell::Count(silent)), ("all", Cell::Count(listed.len()))],
        )
        .note_if(total.later.is_some(), "later", amount(total.later))
        .note_if(total.undated.is_some(), "undated", amount(total.undated)))
}

/// The deliveries that answer for the year, as known then.
pub(super) async fn sources(asked: &mut Asked<'_>) -> Result<Part, Unread> {
    let frozen = asked.frozen;
    let sources = money_sources(asked.conn, asked.files, frozen.known, Some(frozen.year())).await?;
    let mut table = Grid::new("sources", &["delivery", "source", "#rows", "#repaired", "sha256"]);
    for source in &sources {
        let of = &source.delivery;
        let count = |n: u64| Cell::Count(usize::try_from(n).unwrap_or(usize::MAX));
        table.rows.push(vec![
            Cell::text(of.file_name.clone()).at(&["entrega", &of.delivery.to_string()]),
            Cell::text(of.source.clone()),
            count(of.rows),
            count(source.rows_repaired),
            Cell::text(of.digest.to_string()),
        ]);
    }
    Ok(Part::new("sources").note("sources-how", Vec::new()).table(table))
}

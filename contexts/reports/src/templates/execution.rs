//! Half-yearly financial and physical execution, for Congress and the Comptroller (¶334).
use std::collections::BTreeMap;

use base::Money;
use budget::{
    domain::{Dimension, Measure},
    queries::{CutRequest, cut},
};
use rust_decimal::Decimal;

use super::{Asked, Frozen, Parts, money, of_year};
use crate::{
    Unread,
    domain::{Cell, Grid, Part},
};

pub(super) async fn parts(asked: &mut Asked<'_>) -> Result<Parts, Unread> {
    let parts = vec![money::programmes(asked).await?, physical(asked).await?, money::sources(asked).await?];
    Ok((parts, (false, true)))
}

/// Goals of a programme: how many there are, say what they delivered, and delivered what they were to.
#[derive(Clone, Copy, Debug, Default)]
struct Goals {
    all: usize,
    told: usize,
    met: usize,
    pim: Option<Money>,
    accrued: Option<Money>,
}

impl Goals {
    fn add(&mut self, other: Self) {
        let sum = |a: Option<Money>, b: Option<Money>| match (a, b) {
            (Some(a), Some(b)) => Some(a + b),
            (a, b) => a.or(b),
        };
        self.all += other.all;
        self.told += other.told;
        self.met += other.met;
        self.pim = sum(self.pim, other.pim);
        self.accrued = sum(self.accrued, other.accrued);
    }

    fn cells(self) -> [Cell; 5] {
        [
            Cell::Count(self.all),
            Cell::Count(self.told),
            Cell::Count(self.met),
            Cell::money(self.pim),
            Cell::money(self.accrued),
        ]
    }
}

/// The quantities that a period is measured by: those of the half-year in the first, those of the year in the second.
const fn quantities(frozen: Frozen) -> [Dimension; 2] {
    if frozen.period.ordinal() == 1 {
        [Dimension::TargetSemester, Dimension::ProgressSemester]
    } else {
        [Dimension::TargetAnnual, Dimension::ProgressAnnual]
    }
}

/// Goals by programme. Quantities of different units are never summed, nor their percentages averaged: goals are counted.
async fn physical(asked: &mut Asked<'_>) -> Result<Part, Unread> {
    let frozen = asked.frozen;
    let mut by =
        vec![Dimension::Programme, Dimension::SecEjec, Dimension::GoalSequence, Dimension::TargetUnit];
    by.extend(quantities(frozen));
    let measures = vec![Measure::Pim, Measure::Accrued];
    let request = CutRequest { by, filters: Vec::new(), year: Some(frozen.year()), measures };
    let answer = cut(asked.conn, asked.files, asked.columnar, frozen.known, &request).await?;
    let mut found: BTreeMap<&str, Goals> = BTreeMap::new();
    let mut without = 0_usize;
    for row in &answer.rows {
        let [programme, _, _, unit, target, progress] = row.codes.as_slice() else { continue };
        let target: Option<Decimal> = target.parse().ok().filter(|_| !unit.is_empty());
        let Some(target) = target.filter(|target| *target > Decimal::ZERO) else {
            without += 1;
            continue;
        };
        let progress: Option<Decimal> = progress.parse().ok();
        let amount = |at: usize| row.amounts.get(at).copied().flatten();
        let one = Goals {
            all: 1,
            told: usize::from(progress.is_some()),
            met: usize::from(progress.is_some_and(|progress| progress >= target)),
            pim: amount(0),
            accrued: amount(1),
        };
        found.entry(programme).or_default().add(one);
    }
    let mut table =
        Grid::new("goals", &["programme", "#goals", "#goals-told", "#goals-met", "#pim", "#accrued-year"]);
    let mut total = Goals::default();
    let listed =
        evaluations::queries::programmes(asked.conn, asked.files, frozen.known, frozen.year()).await?;
    let named: BTreeMap<&str, &str> =
        listed.iter().map(|one| (one.code.as_str(), one.name.as_str())).collect();
    for (code, goals) in &found {
        total.add(*goals);
        let name = format!("{code} {}", named.get(code).copied().unwrap_or_default());
        let name = Cell::text(name.trim()).at_with(&["programa", code], of_year(frozen));
        table.rows.push(std::iter::once(name).chain(goals.cells()).collect());
    }
    if !table.rows.is_empty() {
        let sum = Cell::Word("reports-total", "sum".to_owned());
        table.total = Some(std::iter::once(sum).chain(total.cells()).collect());
    }
    Ok(Part::new("physical")
        .note("goals-how", Vec::new())
        .note_if(table.rows.is_empty(), "no-goals", vec![("year", Cell::text(frozen.year().to_string()))])
        .table(table)
        .note_if(without > 0, "goals-without", vec![("n", Cell::Count(without))]))
}

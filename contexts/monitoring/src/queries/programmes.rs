//! Every budget programme of which money or technical sheets are known.
use std::collections::BTreeMap;

use base::{Known, Money};
use budget::columnar::Columnar;
use budget::domain::{Dimension, Measure, attribution::Split};
use budget::queries::{CoverageBy, LedgerError, ledger};
use db::{Conn, Files};
use jiff::civil::Date;

use super::cards::cards;

/// One programme.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Programme {
    pub name: String,
    /// Absent where no money of it is known.
    pub pim: Option<Split>,
    pub accrued: Option<Money>,
    /// Technical sheets that say how it is measured.
    pub cards: usize,
}

/// By code. `year`: fiscal year of the money, every year where `None`; `on`: day on which plans stand.
pub async fn programmes(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    known: Known,
    (year, on): (Option<i16>, Date),
) -> Result<BTreeMap<String, Programme>, LedgerError> {
    let portfolio = planning::queries::portfolio(conn, known, on).await?;
    let ledger = ledger(conn, files, columnar, known, &portfolio, year).await?;
    let coverage = ledger.coverage(CoverageBy::Programme);
    let names = budget::queries::names(conn, known, Dimension::Programme).await?;
    let mut found: BTreeMap<String, Programme> = BTreeMap::new();
    for (_, card) in cards(conn, known, None).await?.iter() {
        let programme = found.entry(card.programme.clone()).or_default();
        programme.name.clone_from(&card.programme_name);
        programme.cards += 1;
    }
    let (pim, accrued) = (coverage.position(Measure::Pim), coverage.position(Measure::Accrued));
    for line in coverage.lines.into_iter().filter(|line| !line.code.is_empty()) {
        let programme = found.entry(line.code.clone()).or_default();
        if let Some(name) = names.name(&line.code) {
            name.clone_into(&mut programme.name);
        }
        programme.pim = pim.and_then(|at| line.amounts.get(at).copied());
        programme.accrued = accrued.and_then(|at| line.amounts.get(at)).map(Split::total);
    }
    Ok(found)
}

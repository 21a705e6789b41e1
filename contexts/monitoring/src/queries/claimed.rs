//! How much of the money of a body stands behind an objective.
use base::Known;
use budget::columnar::Columnar;
use budget::domain::{Measure, attribution::Split};
use budget::queries::{CoverageBy, LedgerError, ledger};
use db::{Conn, Files};
use jiff::civil::Date;

/// Whose money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose<'a> {
    /// All of it.
    State,
    /// That of every body of a sector, by the code of the sector in the budget: `11`.
    Sector(&'a str),
    Entity(&'a str),
}

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct ClaimedRequest<'a> {
    pub whose: Whose<'a>,
    /// Every year where `None`.
    pub year: Option<i16>,
    /// Day on which plans stand.
    pub on: Date,
}

/// The parts of its PIM; `None` where no money of it is known.
pub async fn claimed(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    known: Known,
    request: &ClaimedRequest<'_>,
) -> Result<Option<Split>, LedgerError> {
    let portfolio = planning::queries::portfolio(conn, known, request.on).await?;
    let ledger = ledger(conn, files, columnar, known, &portfolio, request.year).await?;
    let (by, code) = match request.whose {
        Whose::State => {
            let whole = ledger.coverage(CoverageBy::Year);
            return Ok(whole.position(Measure::Pim).and_then(|at| whole.total.get(at).copied()));
        }
        Whose::Sector(code) => (CoverageBy::Sector, code),
        Whose::Entity(code) => (CoverageBy::Entity, code),
    };
    let listing = ledger.coverage(by);
    let line = listing.lines.iter().find(|line| line.code == code);
    let pim = listing.position(Measure::Pim);
    Ok(line.zip(pim).and_then(|(line, at)| line.amounts.get(at).copied()))
}

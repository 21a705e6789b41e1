//! How much of the money of a body or a programme stands behind an objective.
use base::Known;
use budget::columnar::Columnar;
use budget::domain::{Measure, attribution::Split};
use budget::queries::{CoverageBy, LedgerError, LedgerRequest, ledger};
use db::{Conn, Files};
use jiff::civil::Date;

/// Whose money, and of when.
#[derive(Clone, Debug)]
pub struct ClaimedRequest<'a> {
    pub by: CoverageBy,
    pub code: &'a str,
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
    let asked = LedgerRequest { year: request.year, measures: vec![Measure::Pim] };
    let coverage = ledger(conn, files, columnar, known, &portfolio, &asked).await?.coverage(request.by);
    let line = coverage.lines.into_iter().find(|line| line.code == request.code);
    Ok(line.and_then(|line| line.amounts.first().copied()))
}

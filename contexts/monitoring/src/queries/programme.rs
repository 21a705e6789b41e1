//! Who claims the money of a budget programme, and how much of it stands behind an objective.
use base::{Known, Money};
use budget::columnar::Columnar;
use budget::domain::attribution::{Attribution, Basis, Held, Split};
use budget::domain::{Dimension, Measure};
use budget::queries::{ClaimOn, CoverageBy, Ledger, LedgerError, ledger};
use db::{Conn, Files};
use jiff::civil::Date;
use planning::domain::portfolio::Portfolio;
use planning::queries::thread::step;

/// Whose money, and of when.
#[derive(Clone, Copy, Debug)]
pub struct ProgrammeRequest<'a> {
    pub code: &'a str,
    /// Every year where `None`.
    pub year: Option<i16>,
    /// Day on which plans stand.
    pub on: Date,
}

/// An element that claims money of the programme in the year.
#[derive(Clone, Debug, PartialEq)]
pub struct Claimed {
    /// `PLAN@VERSION/CODE`, or as the claim names it where no such element is known.
    pub element: String,
    pub title: String,
    pub title_en: Option<String>,
    pub sample: bool,
    pub pattern: String,
    pub share_percent: String,
    pub basis: Basis,
    /// PIM of the programme that the claim holds, net of what is below it; `None` where no row of the year
    /// meets the claim.
    pub held: Option<Money>,
}

/// The claims on a programme.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProgrammeClaims {
    /// The parts of its PIM; `None` where no money of it is known.
    pub split: Option<Split>,
    /// Those that hold most first.
    pub claims: Vec<Claimed>,
}

/// The claims of the year that meet rows of the programme, whether or not they name it, and those that name
/// it and meet none.
pub async fn programme_claims(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    known: Known,
    request: &ProgrammeRequest<'_>,
) -> Result<ProgrammeClaims, LedgerError> {
    let portfolio = planning::queries::portfolio(conn, known, request.on).await?;
    let ledger = ledger(conn, files, columnar, known, &portfolio, request.year).await?;
    let coverage = ledger.coverage(CoverageBy::Programme);
    let line = coverage.lines.iter().find(|line| line.code == request.code);
    let pim = coverage.position(Measure::Pim);
    let split = line.zip(pim).and_then(|(line, at)| line.amounts.get(at).copied());
    let mut claims = claims(&ledger, &portfolio, request);
    claims.sort_by(|a, b| b.held.cmp(&a.held).then_with(|| a.element.cmp(&b.element)));
    Ok(ProgrammeClaims { split, claims })
}

fn claims(ledger: &Ledger, portfolio: &Portfolio, request: &ProgrammeRequest<'_>) -> Vec<Claimed> {
    let met = ledger.claims_on(Dimension::Programme, request.code);
    let is_met = |claim: &Attribution| met.iter().any(|on| std::ptr::eq(on.claim, claim));
    let of_year = |claim: &Attribution| request.year.is_none_or(|year| claim.years.holds(year));
    let names = |claim: &Attribution| {
        let mut terms = claim.pattern.terms().iter();
        terms.any(|(column, term)| *column == Dimension::Programme && term.meets(request.code))
    };
    let unmet = ledger.claims.iter().filter(|claim| names(claim) && of_year(claim) && !is_met(claim));
    let pim = ledger.rows.measures().iter().position(|measure| *measure == Measure::Pim);
    let held = |on: &ClaimOn<'_>| pim.and_then(|at| on.held.get(at)).map_or(Money::ZERO, Held::total);
    let met = met.iter().map(|on| claimed(portfolio, on.claim, Some(held(on))));
    met.chain(unmet.map(|claim| claimed(portfolio, claim, None))).collect()
}

fn claimed(portfolio: &Portfolio, claim: &Attribution, held: Option<Money>) -> Claimed {
    let step = portfolio.find(&claim.element).and_then(|at| step(portfolio, at));
    let known = step.as_ref();
    Claimed {
        element: known.map_or_else(|| claim.element.to_string(), |step| step.element.clone()),
        title: known.map(|step| step.title.clone()).unwrap_or_default(),
        title_en: known.and_then(|step| step.title_en.clone()),
        sample: known.is_some_and(|step| step.sample),
        pattern: claim.pattern.to_string(),
        share_percent: claim.share.to_string(),
        basis: claim.basis,
        held,
    }
}

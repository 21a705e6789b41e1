//! Plans and objectives beside the years that money is programmed for.
use std::collections::BTreeSet;

use base::{Known, Money};
use budget::{
    columnar::Columnar,
    domain::{Dimension, Measure},
    queries::{LedgerError, fiscal_years, ledger},
};
use db::{Conn, Files};
use jiff::civil::Date;
use pack::Pack;
use planning::{
    domain::{
        plan::{Plan, Version},
        programming::beyond,
        reference::ElementRef,
    },
    queries::thread::{Step, step},
    reading::frameworks::{NoProgramming, Programming},
};

use crate::domain::horizon::{YearFacts, YearState, year_state};

/// Why horizons cannot be told.
#[derive(Debug, thiserror::Error)]
pub enum HorizonError {
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error(transparent)]
    Unprogrammed(#[from] NoProgramming),
    #[error(transparent)]
    Ledger(#[from] LedgerError),
}

/// What money is programmed for on a day.
///
/// # Errors
/// No pack, or one that lacks the rule.
pub async fn programming(
    conn: &mut Conn,
    files: &Files,
    (known, on, known_on): (Known, Date, Date),
) -> Result<Programming, HorizonError> {
    let pack = Pack::known(conn, files, known).await?;
    let law = Pack::law_known(conn, files, known).await?;
    Ok(Programming::of(&pack, &law.rulebook.at(on).known(known_on), on)?)
}

/// A plan in force and how far it reaches beyond what is programmed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanHorizon {
    pub plan: Plan,
    pub version: Version,
    /// Years from the day's on that no framework reaches.
    pub beyond: i16,
}

/// Plans in force on the day, those that reach farthest beyond first.
///
/// # Errors
/// A database that cannot be read.
pub async fn plans(
    conn: &mut Conn,
    (known, on): (Known, Date),
    programming: &Programming,
) -> Result<Vec<PlanHorizon>, db::Error> {
    let all = planning::queries::plans(conn, known, None).await?;
    let in_force = all.into_iter().filter(|(_, version)| version.in_force_on(on));
    let horizon = |(plan, version): (Plan, Version)| {
        let beyond = beyond(version.horizon.to_year(), programming.last, programming.now);
        PlanHorizon { plan, version, beyond }
    };
    let mut found: Vec<PlanHorizon> = in_force.map(horizon).collect();
    found.sort_by(|a, b| (b.beyond, &a.plan.code).cmp(&(a.beyond, &b.plan.code)));
    Ok(found)
}

/// A year of an objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Year {
    pub year: i16,
    pub state: YearState,
    pub pia: Option<Money>,
    pub pim: Option<Money>,
    pub accrued: Option<Money>,
    /// Of the year's budget what was not accrued; of a year that is over.
    pub unspent: Option<Money>,
}

/// An objective over the years of its plan.
#[derive(Clone, Debug)]
pub struct ElementHorizon {
    pub step: Step,
    pub first: i16,
    pub last: i16,
    pub years: Vec<Year>,
}

/// None where the element is not recorded.
///
/// # Errors
/// Money that cannot be read.
pub async fn element(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    (known, on): (Known, Date),
    (of, programming): (&ElementRef, &Programming),
) -> Result<Option<ElementHorizon>, HorizonError> {
    let all = planning::queries::portfolio(conn, known, on).await?;
    let Some(at) = all.find(of) else { return Ok(None) };
    let Some((step, node)) = step(&all, at).zip(all.element(at)) else { return Ok(None) };
    let Some(version) = all.version(node.version) else { return Ok(None) };
    let horizon = version.version.horizon;
    let budgeted = fiscal_years(conn, known).await?;
    let ledger = ledger(conn, files, columnar, known, &all, None).await?;
    let money = ledger.element_by(&all, at, Dimension::Year);
    let claimed = ledger.years_claimed(&all, at);
    let measure = |year: i16, wanted: Measure| {
        let held = money.get(&year.to_string())?;
        let place = ledger.rows.measures().iter().position(|one| *one == wanted)?;
        held.get(place).map(budget::domain::attribution::Held::total)
    };
    let first = money.keys().filter_map(|year| year.parse().ok()).chain([horizon.from_year()]).min();
    let first = first.unwrap_or(horizon.from_year());
    let last = horizon.to_year().max(claimed.iter().copied().max().unwrap_or(first));
    let year = |year: i16| {
        let (pia, pim, accrued) =
            (measure(year, Measure::Pia), measure(year, Measure::Pim), measure(year, Measure::Accrued));
        let state = year_state(YearFacts {
            year,
            is_budgeted: budgeted.contains_key(&year),
            has_money: pim.or(pia).is_some_and(|money| !money.is_zero()),
            is_claimed: claimed.contains(&year),
            framework_last: programming.last,
            now: programming.now,
        });
        let unspent = pim.zip(accrued).filter(|_| year < programming.now).map(|(pim, accrued)| pim - accrued);
        Year { year, state, pia, pim, accrued, unspent }
    };
    let years = (first..=last).map(year).collect();
    Ok(Some(ElementHorizon { step, first: horizon.from_year(), last: horizon.to_year(), years }))
}

/// Years of one state.
pub fn count(years: &[Year], state: YearState) -> usize {
    let distinct: BTreeSet<i16> = years.iter().filter(|one| one.state == state).map(|one| one.year).collect();
    distinct.len()
}

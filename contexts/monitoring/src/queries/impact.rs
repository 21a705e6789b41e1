//! What would follow if an element were removed: what goes with it, what would hang in the air, which money would
//! have no objective. Nothing is removed: the state without it is made in memory and compared.
use std::collections::BTreeSet;

use base::{Known, Money};
use budget::{
    columnar::Columnar,
    domain::{Measure, attribution::Split},
    queries::{CoverageBy, HeldMoney, Ledger, LedgerError, ledger},
};
use db::{Conn, Files};
use jiff::civil::Date;
use planning::{
    domain::{
        check::{EntityFacts, Finding, Judge, check},
        portfolio::{ElementAt, Portfolio},
        reference::ElementRef,
        removal::{Removal, removal},
    },
    queries::{
        findings::entity_facts,
        thread::{Step, step},
    },
    reading::frame::Law,
};
use serde::Serialize;

/// What is asked.
#[derive(Clone, Debug)]
pub struct ImpactRequest {
    pub element: ElementRef,
    /// Fiscal year of the money; every year where `None`.
    pub year: Option<i16>,
    pub on: Date,
}

#[derive(Clone, Debug, Serialize)]
pub struct Impact {
    pub year: Option<i16>,
    pub on: Date,
    pub element: Step,
    /// What is below it in its own plan.
    pub gone: Vec<Step>,
    /// Elements of other plans that would serve nothing.
    pub orphans: Vec<Step>,
    /// Those that would still serve something else.
    pub kept: Vec<Step>,
    /// `PLAN@VERSION/CODE` of the indicators that would go.
    pub indicators: Vec<String>,
    /// How many targets they have.
    pub targets: usize,
    /// Money that reaches the element today, of its own claims and of all that hangs from it, in any plan.
    pub reaching: Option<HeldMoney>,
    /// How many claims on money would go.
    pub claims: usize,
    pub money: Vec<MoneyMoved>,
    /// Where a rule would not be kept any more.
    pub findings: Vec<Finding>,
}

/// One measure before and after; both sum to the treasury total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct MoneyMoved {
    pub measure: Measure,
    pub before: Split,
    pub after: Split,
}

impl MoneyMoved {
    /// Money that would have no objective any more.
    pub fn lost(&self) -> Money {
        self.after.unclaimed - self.before.unclaimed
    }
}

/// `None` where the element is not recorded.
pub async fn impact(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    known: Known,
    law: &Law,
    request: &ImpactRequest,
) -> Result<Option<Impact>, LedgerError> {
    let whole = planning::queries::portfolio(conn, known, request.on).await?;
    let Some(at) = whole.find(&request.element) else { return Ok(None) };
    let Some(element) = step(&whole, at) else { return Ok(None) };
    let removed = removal(&whole, at);
    let left = whole.without(&removed.gone);
    let before = ledger(conn, files, columnar, known, &whole, request.year).await?;
    let after = before.without(&whole, &removed.gone, &left).ok_or(LedgerError::Columns)?;
    let entities = entity_facts(conn, known, request.on).await?;
    let (indicators, targets) = cards(&whole, &removed.gone);
    let steps = |found: &[ElementAt]| found.iter().filter_map(|at| step(&whole, *at)).collect();
    Ok(Some(Impact {
        year: request.year,
        on: request.on,
        gone: steps(&removed.gone.iter().copied().filter(|here| *here != at).collect::<Vec<_>>()),
        orphans: steps(&removed.orphans),
        kept: steps(&removed.kept),
        indicators,
        targets,
        reaching: before.element(&whole, at),
        claims: before.claims.len() - after.claims.len(),
        money: moved(&before, &after),
        findings: arising(&whole, &left, &removed, law, &entities),
        element,
    }))
}

fn cards(all: &Portfolio, gone: &BTreeSet<ElementAt>) -> (Vec<String>, usize) {
    let of_version = all.versions().flat_map(|(_, version)| {
        let own = version.cards.iter().filter(|card| card.element.is_some_and(|at| gone.contains(&at)));
        own.map(|card| (version.indicator(&card.card.code).to_string(), card.targets)).collect::<Vec<_>>()
    });
    let (indicators, targets): (Vec<String>, Vec<usize>) = of_version.unzip();
    (indicators, targets.into_iter().sum())
}

fn moved(before: &Ledger, after: &Ledger) -> Vec<MoneyMoved> {
    let [before, after] = [before, after].map(|ledger| ledger.coverage(CoverageBy::Year));
    let pairs = before.measures.iter().zip(before.total.iter().zip(&after.total));
    pairs
        .map(|(measure, (before, after))| MoneyMoved { measure: *measure, before: *before, after: *after })
        .collect()
}

/// Findings of the state without the element that the state with it does not have.
fn arising(
    whole: &Portfolio,
    left: &Portfolio,
    removed: &Removal,
    law: &Law,
    entities: &[EntityFacts],
) -> Vec<Finding> {
    if removed.gone.is_empty() {
        return Vec::new();
    }
    let judge = Judge { frame: &law.frame, verbs: &law.verbs, sources: &law.sources, entities };
    let known = check(whole, &judge);
    let key = |finding: &Finding| (finding.rule, finding.subject.to_string());
    let known: BTreeSet<_> = known.iter().map(key).collect();
    check(left, &judge).into_iter().filter(|finding| !known.contains(&key(finding))).collect()
}

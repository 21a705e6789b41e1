//! What the state promised, funds, spends and achieves, in one answer.
use std::collections::BTreeMap;

use base::Known;
use budget::{
    columnar::Columnar,
    domain::{Measure, attribution::Split},
    queries::{CoverageBy, DeliveryView, HeldMoney, LedgerError, deliveries, ledger},
};
use db::{Conn, Files};
use jiff::civil::Date;
use planning::{
    domain::{
        check::Judge,
        portfolio::{ElementAt, Portfolio},
        reference::{ElementRef, PlanRef},
        words::ElementKind,
    },
    queries::{
        findings::{Settled, entity_facts, findings_kept},
        thread::{Step, step},
    },
    reading::frame::Law,
};

use super::standings::{Scope, Standing, of_elements, standings, tally};
use crate::domain::{Rules, Status};

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct HomeRequest {
    /// Fiscal year of the money.
    pub year: i16,
    /// Day on which plans and results are judged.
    pub on: Date,
    /// Until when the law that judges was published.
    pub known_on: Date,
}

#[derive(Clone, Debug)]
pub struct Home {
    /// The year's money by measure: claimed, shared and without objective.
    pub money: BTreeMap<Measure, Split>,
    pub national: Vec<National>,
    /// How all indicators of plans that count stand.
    pub tally: BTreeMap<Status, usize>,
    pub findings: usize,
    pub unfunded: usize,
    /// Deliveries that answer for the year.
    pub deliveries: Vec<DeliveryView>,
}

/// An objective of the national plan, in the version that counts, with all that hangs from it.
#[derive(Clone, Debug)]
pub struct National {
    pub step: Step,
    pub axis: Option<Step>,
    pub money: Option<HeldMoney>,
    pub tally: BTreeMap<Status, usize>,
    /// The indicators that lead it, in any version that counts.
    pub leads: Vec<Standing>,
    /// Plans with something below it.
    pub plans: usize,
}

pub async fn home(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    known: Known,
    (rules, law): (&Rules, &Law),
    request: HomeRequest,
) -> Result<Home, LedgerError> {
    let portfolio = planning::queries::portfolio(conn, known, request.on).await?;
    let ledger = ledger(conn, files, columnar, known, &portfolio, Some(request.year)).await?;
    let objectives = objectives(&portfolio, law);
    let bare: Vec<ElementRef> = objectives.iter().map(|(_, reference)| reference.clone()).collect();
    let below = of_elements(conn, known, rules, &portfolio, &bare).await?;
    let national = objectives.iter().zip(below).filter_map(|((at, reference), standings)| {
        let parent = portfolio.element(*at).and_then(|node| node.parent);
        let code = format!("/{}", reference.code);
        let own = |s: &&Standing| {
            s.element.ends_with(&code) && s.element.starts_with(reference.plan.plan.as_str()) && s.lead
        };
        Some(National {
            step: step(&portfolio, *at)?,
            axis: parent.and_then(|parent| step(&portfolio, parent)),
            money: ledger.element(&portfolio, *at),
            plans: planning::domain::thread::counts(&portfolio, *at).plans,
            leads: standings.iter().filter(own).cloned().collect(),
            tally: tally(&standings),
        })
    });
    let national = national.collect();
    let coverage = ledger.coverage(CoverageBy::Year);
    let facts = entity_facts(conn, known, request.on).await?;
    let judge = Judge { frame: &law.frame, verbs: &law.verbs, sources: &law.sources, entities: &facts };
    let answering = |d: &DeliveryView| {
        !d.is_superseded() && (d.delivery.year_first..=d.delivery.year_last).contains(&request.year)
    };
    let settled = Settled::of(conn, known).await?;
    let all = standings(conn, known, request.on, rules, &Scope::All).await?;
    Ok(Home {
        money: coverage.measures.into_iter().zip(coverage.total).collect(),
        national,
        tally: tally(&all),
        findings: findings_kept(settled, request.known_on, &portfolio, &judge).len(),
        unfunded: ledger.objectives_without_money(&portfolio).len(),
        deliveries: deliveries(conn, files, known).await?.into_iter().filter(answering).collect(),
    })
}

/// Objectives of the plans at the head of the chain, from which all others hang (Table 5), named
/// without version: the one in force is meant.
fn objectives(all: &Portfolio, law: &Law) -> Vec<(ElementAt, ElementRef)> {
    let heads =
        |plan_type: &str| law.frame.types.get(plan_type).is_some_and(|t| t.linked && t.level == "national");
    let mut found = Vec::new();
    for (at, node) in all.versions().filter(|(_, node)| heads(&node.plan.plan_type)) {
        let plan = PlanRef { plan: node.plan.code.clone(), version: None };
        if all.find_version(&plan) != Some(at) {
            continue;
        }
        let elements = all.elements_of(node).filter(|(_, e)| e.element.kind == ElementKind::Objective);
        found.extend(elements.map(|(at, element)| {
            (at, ElementRef { plan: plan.clone(), code: element.element.code.clone() })
        }));
    }
    found
}

//! Home with everything, with little, and with nothing.
#![allow(clippy::unwrap_used)]
use std::collections::BTreeMap;

use askama::Template;
use jiff::civil::date;
use planning::domain::words::{ElementKind, PlanState};
use planning::queries::thread::Step;
use web::{Lang, Matter};

use super::*;
use crate::pages::testing::{shell, sound};

fn split(claimed: i64, shared: i64, unclaimed: i64) -> Split {
    let money = Money::centimos;
    Split {
        claimed: money(claimed),
        shared: money(shared),
        unclaimed: money(unclaimed),
        over_claimed: Money::ZERO,
    }
}

fn national(code: &str, plans: usize) -> National {
    let step = |code: &str, kind| Step {
        element: format!("PEDN@2011/{code}"),
        plan_type: "PEDN".into(),
        entity: None,
        state: PlanState::InForce,
        sample: false,
        kind,
        title: "Derechos & <dignidad>".into(),
        title_en: Some("Rights".into()),
        indicators: Vec::new(),
    };
    National {
        step: step(code, ElementKind::Objective),
        axis: (plans > 0).then(|| step("EJE1", ElementKind::Axis)),
        money: None,
        tally: [(Status::Achieved, 3), (Status::Overdue, 2)].into(),
        leads: Vec::new(),
        plans,
    }
}

fn whole() -> Home {
    Home {
        money: [(Measure::Pim, split(10, 5, 85)), (Measure::Accrued, split(5, 2, 43))].into(),
        national: (1..=6).map(|n| national(&format!("OE{n}"), n - 1)).collect(),
        tally: Status::ALL.iter().map(|status| (*status, 2)).collect(),
        findings: 90,
        unfunded: 1,
        deliveries: Vec::new(),
    }
}

fn little() -> Home {
    Home {
        money: BTreeMap::new(),
        national: Vec::new(),
        tally: BTreeMap::new(),
        findings: 0,
        unfunded: 0,
        deliveries: Vec::new(),
    }
}

fn page(shell: Shell, found: &Home) -> String {
    let asked = HomeRequest { year: 2020, on: date(2020, 12, 31), known_on: date(2026, 11, 24) };
    HomePage::of(shell, found, asked, vec![2020, 2025]).render().unwrap()
}

#[test]
fn every_sample_in_every_language() {
    let negative = Home { money: [(Measure::Pim, split(-10, 0, 0))].into(), ..whole() };
    for found in [whole(), little(), negative] {
        sound("/?year=2020", Matter::Real, |shell| page(shell, &found));
    }
    sound("/?year=2020", Matter::Mixed, |shell| page(shell, &whole()));
    sound("/", Matter::Real, |shell| EmptyPage { shell }.render().unwrap());
}

#[test]
fn the_figures_are_those_of_the_year() {
    let shell = || shell(Lang::Es, "/?year=2020", Matter::Real);
    let whole = page(shell(), &whole());
    for says in ["15,0\u{a0}%", "50,0\u{a0}%", "/objetivo/PEDN/OE6?year=2020", "Logrado: 3", "Sin juzgar: 2"]
    {
        assert!(whole.contains(says), "{says}");
    }
    let little = page(shell(), &little());
    assert!(little.contains("No se conoce dinero de 2020") && little.contains("Aún no hay un plan nacional"));
}

#[test]
fn a_status_leads_to_its_list_in_the_same_year() {
    let page = page(shell(Lang::En, "/en?year=2020", Matter::Real), &whole());
    for status in Status::ALL {
        let href = format!("/en/indicadores?year=2020&#38;status={status}\"");
        assert!(page.contains(&href) || page.contains(&href.replace("&#38;", "&amp;")), "{status}");
    }
}

#[test]
fn plans_that_are_samples_make_the_page_mixed() {
    let check = |plans, sample, expect| {
        let mut found = little();
        found.national = vec![national("OE1", plans)];
        found.national[0].step.sample = sample;
        assert_eq!(matter(&found), expect, "{plans} {sample}");
    };
    check(0, false, Matter::Real);
    check(2, false, Matter::Mixed);
}

//! The thread of a whole, of nothing, and of what is odd.
#![allow(clippy::unwrap_used)]
use std::collections::BTreeMap;

use askama::Template;
use base::Money;
use budget::domain::{Dimension, Measure, attribution::Basis, attribution::Held};
use budget::queries::HeldMoney;
use jiff::civil::date;
use planning::domain::words::{ElementKind, PlanState};
use web::{Lang, Matter};

use super::*;
use crate::domain::Status;
use crate::pages::testing::{MESSAGES, shell, sound};
use crate::queries::standings::Standing;
use crate::queries::thread::Claim;

fn step(element: &str, kind: ElementKind) -> Step {
    Step {
        element: element.into(),
        plan_type: "PEDN".into(),
        entity: Some("E:01-016".into()),
        state: PlanState::InForce,
        sample: false,
        kind,
        title: "Igualdad de <oportunidades>".into(),
        title_en: Some("Equal opportunities".into()),
        indicators: Vec::new(),
    }
}

fn held(centimos: i64, shared: i64, estimated: i64, over: i64) -> HeldMoney {
    let of = |part: i64| Held {
        claimed: Money::centimos(centimos / part),
        shared: Money::centimos(shared / part),
        estimated: Money::centimos(estimated / part),
        over_claimed: Money::centimos(over / part),
    };
    HeldMoney { measures: vec![Measure::Pim, Measure::Accrued], held: vec![of(1), of(3)] }
}

fn standing(element: &str, status: Status) -> Standing {
    let plan = element.split('/').next().unwrap();
    Standing {
        indicator: format!("{plan}/I1"),
        element: element.into(),
        name: "Pobreza".into(),
        name_en: None,
        unit: None,
        lead: true,
        sample: false,
        territory: Some("PE".parse().unwrap()),
        status,
        progress_percent: None,
        expected: None,
        last: Some(("2020".parse().unwrap(), "30.1".parse().unwrap())),
        due: None,
        reasons: Vec::new(),
    }
}

fn node(element: &str, kind: ElementKind, money: Option<HeldMoney>, children: Vec<Node>) -> Node {
    Node {
        step: step(element, kind),
        money,
        claims: Vec::new(),
        indicators: Vec::new(),
        tally: BTreeMap::new(),
        below: children.iter().map(|child| (child.step.kind.as_str().to_owned(), 1)).collect(),
        children,
    }
}

fn of(tree: Node) -> Thread {
    Thread { year: Some(2020), on: date(2020, 12, 31), above: Vec::new(), tree }
}

/// An objective with an action with an activity, which claims money of every basis.
fn whole() -> Thread {
    let term = |column: &str, code: &str| (column.to_owned(), code.to_owned());
    let claims = Basis::ALL.iter().map(|basis| Claim {
        terms: vec![term("programme", "1001"), term("product", "2*")],
        share_percent: "60".into(),
        basis: *basis,
        claimed_by: "MINSA-DGOS".into(),
    });
    let mut activity = node("POI@1/AO1", ElementKind::Activity, Some(held(900, 90, 9, 5)), Vec::new());
    activity.claims = claims.collect();
    activity.claims.push(Claim { terms: Vec::new(), ..activity.claims[0].clone() });
    let action = node("PEI@1/AEI1", ElementKind::Action, Some(held(900, 0, 0, 0)), vec![activity]);
    let mut tree = node("PEDN@2011/OE1", ElementKind::Objective, Some(held(900, 90, 9, 5)), vec![action]);
    tree.indicators = Status::ALL.iter().map(|status| standing("PEDN@2011/OE1", *status)).collect();
    tree.indicators.push(standing("PEDN@2016/OE1", Status::Overdue));
    tree.tally = Status::ALL.iter().map(|status| (*status, 1)).collect();
    Thread { above: vec![vec![step("PEDN@2011/EJE1", ElementKind::Axis)]; 9], ..of(tree) }
}

/// Wide, deep, negative, with names that no screen holds.
fn odd() -> Thread {
    let mut tree = node("X@1/Z", ElementKind::Activity, Some(held(-900, 0, 0, 0)), Vec::new());
    for n in 0..24 {
        tree = node(&format!("X@1/{n}"), ElementKind::Action, Some(held(0, 0, 0, 7)), vec![tree]);
    }
    tree.step.title = "Ñandú & ".repeat(120);
    tree.step.title_en = None;
    of(tree)
}

fn page(shell: Shell, found: &Thread) -> String {
    ThreadPage::of(shell, found, &Names::default(), vec![2020, 2025]).render().unwrap()
}

#[test]
fn every_sample_in_every_language() {
    let nothing = of(node("PEDN@2011/OE6", ElementKind::Objective, None, Vec::new()));
    for found in [whole(), odd(), nothing] {
        sound("/objetivo/PEDN/OE1?year=2020", Matter::Real, |shell| page(shell, &found));
    }
    sound("/objetivo/PEDN/OE1?year=2020", Matter::Mixed, |shell| page(shell, &whole()));
}

#[test]
fn a_claim_is_said_in_words_and_leads_to_its_money() {
    let page = page(shell(Lang::Es, "/objetivo/PEDN/OE1?year=2020", Matter::Real), &whole());
    assert!(page.contains("60 % de: Programa presupuestal 1001, Producto / proyecto que empieza con 2."));
    assert!(page.contains("Atribución por regla, dicha por el puesto MINSA-DGOS."));
    assert!(page.contains("60 % de: todo el presupuesto."));
    let filter = "/presupuesto?year=2020&amp;where=programme%3D1001&amp;where=product%3D2%2A&amp;by=activity";
    assert!(page.replace("&#38;", "&amp;").contains(filter), "{page}");
}

#[test]
fn ways_that_are_not_shown_are_counted() {
    let page = page(shell(Lang::En, "/objetivo/PEDN/OE1", Matter::Real), &whole());
    assert_eq!(page.matches("class=\"q-way\"").count(), WAYS);
    assert!(page.contains("3 more ways are not shown."));
}

#[test]
fn those_of_most_money_stand_first() {
    let child = |code: &str, money| node(code, ElementKind::Action, money, Vec::new());
    let children = vec![
        child("A@1/NONE", None),
        child("A@1/LITTLE", Some(held(1, 0, 0, 0))),
        child("A@1/MUCH", Some(held(900, 0, 0, 0))),
    ];
    let found = of(node("A@1/TOP", ElementKind::Objective, None, children));
    let page = page(shell(Lang::Es, "/objetivo/A/TOP", Matter::Real), &found);
    let at = |code: &str| page.find(&format!("acción {code}")).unwrap();
    assert!(at("MUCH") < at("LITTLE") && at("LITTLE") < at("NONE"));
}

#[test]
fn the_file_has_a_row_for_every_element() {
    let shell = shell(Lang::Es, "/objetivo/PEDN/OE1?year=2020", Matter::Real);
    let file = table(&shell, &whole(), &Names::default()).to_csv(&shell).to_text().unwrap();
    let rows: Vec<&str> = file.lines().collect();
    assert_eq!(rows.len(), 4);
    assert!(rows[1].starts_with("0,PEDN@2011/OE1,objetivo,"), "{}", rows[1]);
    assert!(rows[1].contains(",9.90,3.30,33.3"), "{}", rows[1]);
    assert!(rows[3].starts_with("2,POI@1/AO1,actividad,") && rows[3].contains("60 % de:"), "{}", rows[3]);
}

#[test]
fn sample_plans_below_a_real_objective_make_it_mixed() {
    let mut found = whole();
    assert_eq!(matter(&found), Matter::Real);
    found.tree.children[0].children[0].step.sample = true;
    assert_eq!(matter(&found), Matter::Mixed);
}

#[test]
fn every_kind_basis_and_dimension_has_its_words() {
    let kinds =
        ElementKind::ALL.iter().flat_map(|k| [format!("planning-kind-{k}"), format!("monitoring-below-{k}")]);
    let states = PlanState::ALL.iter().map(|s| format!("planning-state-{}", s.as_str().replace('_', "-")));
    let keys = std::iter::once("monitoring-refused-no-rules".to_owned())
        .chain(kinds)
        .chain(states)
        .chain(Basis::ALL.iter().map(|b| format!("budget-basis-{}", b.code())))
        .chain(Dimension::ALL.iter().map(|d| format!("budget-dimension-{}", d.code())));
    let texts = web::Texts::new(&MESSAGES).unwrap();
    for key in keys {
        assert!(Lang::ALL.iter().all(|lang| texts.has(*lang, &key)), "{key}");
    }
}

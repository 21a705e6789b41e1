//! Body, place and programme: with everything, with nothing.
#![allow(clippy::unwrap_used)]
use std::collections::BTreeMap;

use askama::Template;
use base::{Money, Validity};
use budget::domain::{
    Answer, CutRow, Dimension, Measure,
    attribution::{Basis, Split},
};
use budget::pages::Summary;
use budget::queries::NameAt;
use directory::domain::{Entity, Level, Territory, TerritoryKind};
use directory::queries::{EntityView, TerritoryView};
use planning::domain::check::{Finding, Rule, Subject};
use planning::domain::plan::{Horizon, Plan, Version};
use planning::domain::words::{PlanState, Severity, VersionKind};
use web::{Lang, Matter};

use crate::domain::Status;
use crate::pages::programme::ProgrammePage;
use crate::pages::programmes::ProgrammesPage;
use crate::pages::testing::sound;
use crate::pages::{entity, programme, tables, territory};
use crate::queries::beside::Beside;
use crate::queries::held_plans::HeldPlan;
use crate::queries::programme::{Claimed, ProgrammeClaims};
use crate::queries::programmes::Programme;
use crate::queries::roles::Role;
use crate::queries::standings::Standing;

fn validity() -> Validity {
    Validity::new("2009-01-01".parse().unwrap(), None).unwrap()
}

fn body(code: &str) -> Entity {
    Entity {
        code: code.parse().unwrap(),
        kind: "ministry".into(),
        name: "Ministerio de <Salud>".into(),
        level: Some(Level::National),
        sector: Some("11".into()),
        pliego: Some("011".into()),
        territory: "24".parse().unwrap(),
        parent: None,
        validity: validity(),
        source: "MEF".into(),
    }
}

fn place(code: &str, kind: TerritoryKind) -> Territory {
    Territory {
        code: code.parse().unwrap(),
        kind,
        name: "Tumbes".into(),
        parent: None,
        validity: validity(),
        capital: None,
        population: Some(240_590),
        latitude: None,
        longitude: None,
        source: "INEI".into(),
    }
}

fn split(over: bool) -> Split {
    let over_claimed = Money::centimos(if over { 12_345_600 } else { 0 });
    Split {
        unclaimed: Money::centimos(70_000_000),
        claimed: Money::centimos(30_000_000),
        over_claimed,
        ..Split::default()
    }
}

/// Amounts of every kind: none reported, negative, large.
fn money(rows: usize) -> Summary {
    let row = |n: usize| CutRow {
        codes: vec![format!("{n:04}")],
        amounts: vec![Some(Money::centimos(-100)), None, Some(Money::centimos(981_499_609_300))],
    };
    let measures = vec![Measure::Pim, Measure::Certified, Measure::Accrued];
    let by = Dimension::Programme;
    Summary::of(by, Answer { by: vec![by], measures, rows: (0..rows).map(row).collect() })
}

fn standing(sample: bool) -> Standing {
    Standing {
        indicator: "PEI@1/I1".into(),
        element: "PEI@1/O1".into(),
        name: "Anemia".into(),
        name_en: None,
        unit: None,
        lead: false,
        sample,
        territory: None,
        status: Status::Behind,
        progress_percent: None,
        expected: None,
        last: None,
        due: None,
        reasons: Vec::new(),
    }
}

fn held_plan(n: usize, sample: bool) -> HeldPlan {
    let version = Version {
        code: "1".parse().unwrap(),
        kind: VersionKind::New,
        state: PlanState::ALL[n % PlanState::ALL.len()],
        title: "Plan <institucional>".into(),
        title_en: Some("Plan".into()),
        horizon: Horizon::new(2018, 2020).unwrap(),
        instrument: None,
        valid: None,
        source: "x".into(),
    };
    let plan = Plan {
        code: format!("P{n}").parse().unwrap(),
        plan_type: "PEI".into(),
        entity: None,
        territory: None,
        sector: None,
        sample,
    };
    HeldPlan { plan, version, versions: 1 }
}

fn absent() -> Finding {
    Finding {
        rule: Rule::PlanAbsent,
        severity: Severity::Breach,
        source: "Ley <x>".into(),
        subject: Subject::Entity("E:11-011".parse().unwrap()),
        args: vec![("plan_type", "PEI".into())],
    }
}

fn role(note_en: Option<&str>) -> Role {
    Role {
        role: "region".into(),
        note: "A la vez provincia y región".into(),
        note_en: note_en.map(Into::into),
        source: "x".into(),
    }
}

fn beside(others: &[Option<&str>]) -> Beside {
    Beside {
        series: crate::tests::records::a_series("ANEMIA", None),
        period: "2019".parse().unwrap(),
        value: "41.2".parse().unwrap(),
        others: others.iter().map(|value| value.map(|value| value.parse().unwrap())).collect(),
    }
}

#[test]
fn what_no_place_above_knows_has_no_column() {
    let shell = crate::pages::testing::shell(Lang::Es, "/territorio/24", Matter::Real);
    let table = tables::beside(&shell, &[beside(&[None])], &["Perú".into()], 5).unwrap();
    assert_eq!(table.table.to_csv(&shell).to_text().unwrap().lines().next().unwrap().matches(',').count(), 4);
}

#[test]
fn a_body_without_plans_is_told_of_its_duty_only_where_the_law_sets_one() {
    let shell = crate::pages::testing::shell(Lang::Es, "/entidad/E:11-011", Matter::Real);
    let says = |findings: &[Finding]| entity::plans_none(&shell, findings).to_string();
    assert!(says(&[absent()]).contains("PEI"), "{}", says(&[absent()]));
    assert!(says(&[]).contains("ninguna regla"));
}

#[test]
fn every_body_in_every_language() {
    let found = |children: usize, rows: usize| entity::Found {
        view: EntityView {
            entity: body("E:11-011"),
            path: vec![body("S:11"), body("X:e")],
            children: (0..children).map(|n| body(&format!("E:11-{n:03}"))).collect(),
            units: Vec::new(),
            territory: (rows > 0).then(|| place("24", TerritoryKind::Department)),
        },
        on: "2020-12-31".parse().unwrap(),
        plans: (0..rows).map(|n| held_plan(n, true)).collect(),
        findings: if rows == 0 { vec![absent()] } else { vec![absent(); rows] },
        by_programme: money(rows),
        by_unit: (rows > 2).then(|| money(rows)),
        split: (rows > 0).then_some(split(rows > 2)),
        deliveries: Vec::new(),
        standings: vec![standing(true); rows],
        years: vec![2020, 2025],
    };
    let samples =
        [(found(0, 0), Matter::Real), (found(3, 2), Matter::Mixed), (found(200, 40), Matter::Mixed)];
    for (found, matter) in samples {
        sound("/entidad/E:11-011?year=2020", matter, |shell| {
            entity::EntityPage::of(shell, &found).render().unwrap()
        });
    }
}

#[test]
fn every_place_in_every_language() {
    let found = |kind, rows: Option<usize>| territory::Found {
        view: TerritoryView {
            territory: place("24", kind),
            path: vec![place("PE", TerritoryKind::Country)],
            children: vec![place("2401", TerritoryKind::Province)],
            entities: (0..rows.unwrap_or_default() * 50).map(|n| body(&format!("M:{n}"))).collect(),
            present: vec![body("M:1")],
        },
        on: "2020-12-31".parse().unwrap(),
        roles: vec![role(None), role(Some("A province and a region at once"))],
        plans: (0..rows.unwrap_or_default()).map(|n| held_plan(n, false)).collect(),
        measured: vec![beside(&[Some("43.6"), None]); rows.unwrap_or_default()],
        others: vec!["Perú <todo>".into(), "Sin datos".into()],
        seat: rows.map(money),
        benefits: rows.map(money),
        around: None,
        standings: vec![standing(false)],
        years: vec![2020],
    };
    let samples = [
        found(TerritoryKind::Department, Some(20)),
        found(TerritoryKind::District, Some(0)),
        found(TerritoryKind::Country, Some(3)),
        found(TerritoryKind::Ambit, None),
    ];
    for found in samples {
        sound("/territorio/24?year=2020", Matter::Real, |shell| {
            territory::TerritoryPage::of(shell, &found).render().unwrap()
        });
    }
}

#[test]
fn every_programme_in_every_language() {
    let claim = Claimed {
        element: "MUESTRA-PEI@1/OEI1".into(),
        title: "Reducir la anemia".into(),
        title_en: None,
        sample: true,
        pattern: "programme=1001;entity=E:11-011".into(),
        share_percent: "12.5".into(),
        basis: Basis::Rule,
        held: None,
    };
    let held = Claimed { held: Some(Money::centimos(12_345)), ..claim.clone() };
    let split = split(true);
    let name = |name: &str, year| NameAt {
        within: String::new(),
        name: name.into(),
        year_first: year,
        year_last: year,
        deliveries: vec![1],
    };
    let found = |rows, claims: Vec<Claimed>| programme::Found {
        code: "1001".into(),
        names: vec![name("PAN", 2019), name("Articulado <Nutricional>", 2020)],
        results: vec![standing(true); rows],
        places: BTreeMap::new(),
        by_entity: money(rows),
        by_place: money(rows),
        by_product: money(rows),
        claims: ProgrammeClaims { split: (rows > 0).then_some(split), claims },
        cards: std::sync::Arc::default(),
        years: vec![2020],
    };
    sound("/programa/1001?year=2020", Matter::Mixed, |shell| {
        ProgrammePage::of(shell, &found(30, vec![held.clone(), claim.clone()])).render().unwrap()
    });
    sound("/programa/1001?year=2021", Matter::Real, |shell| {
        ProgrammePage::of(shell, &found(0, Vec::new())).render().unwrap()
    });
    let listed = Programme { name: "Nutrición".into(), pim: Some(split), accrued: None, cards: 3 };
    let all: BTreeMap<String, Programme> =
        [("1001".to_owned(), listed), ("0002".to_owned(), Programme::default())].into();
    for found in [all, BTreeMap::new()] {
        sound("/programas", Matter::Real, |shell| {
            ProgrammesPage::of(shell, &found, vec![2020]).render().unwrap()
        });
    }
}

#[test]
fn what_is_claimed_beyond_the_whole_is_said() {
    let shell = crate::pages::testing::shell(Lang::Es, "/programa/1001", Matter::Real);
    let said = |split| programme::over_claimed(&shell, split);
    assert!(said(Some(split(true))).unwrap().contains("123"));
    assert_eq!((said(Some(split(false))), said(None)), (None, None));
}

#[test]
fn what_is_left_out_is_said() {
    let shell = crate::pages::testing::shell(Lang::Es, "/programa/1001", Matter::Real);
    let (table, left_out) = money(30).table(&shell, "x", "x", 12);
    assert_eq!((left_out, table.to_csv(&shell).to_text().unwrap().lines().count()), (18, 13));
    let shell = crate::pages::testing::shell(Lang::Es, "/programa/1001?format=csv", Matter::Real);
    let (table, left_out) = money(30).table(&shell, "x", "x", 12);
    assert_eq!((left_out, table.to_csv(&shell).to_text().unwrap().lines().count()), (0, 31));
}

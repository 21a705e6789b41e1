//! Body, place and programme: with everything, with nothing.
#![allow(clippy::unwrap_used)]
use std::collections::BTreeMap;

use askama::Template;
use base::{Money, Validity};
use budget::domain::{Answer, CutRow, Dimension, Measure, attribution::Split};
use budget::pages::Summary;
use directory::domain::{Entity, Level, Territory, TerritoryKind};
use directory::queries::{EntityView, TerritoryView};
use web::{Lang, Matter};

use crate::domain::Status;
use crate::pages::programme::{Claimed, ProgrammePage};
use crate::pages::programmes::{Programme, ProgrammesPage};
use crate::pages::testing::sound;
use crate::pages::{entity, programme, territory};
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
        plans: Vec::new(),
        money: money(rows),
        split: (rows > 0).then_some(split(rows > 2)),
        standings: vec![standing(false); rows],
        years: vec![2020, 2025],
    };
    for found in [found(0, 0), found(3, 2), found(200, 40)] {
        sound("/entidad/E:11-011?year=2020", Matter::Real, |shell| {
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
        },
        roles: vec![Role {
            role: "region".into(),
            note: "A la vez provincia y región".into(),
            source: "x".into(),
        }],
        seat: rows.map(money),
        benefits: rows.map(money),
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
        basis: "rule",
    };
    let split = split(true);
    let found = |rows, claims: Vec<Claimed>| programme::Found {
        code: "1001".into(),
        by_entity: money(rows),
        by_place: money(rows),
        by_product: money(rows),
        split: (rows > 0).then_some(split),
        claims,
        cards: Vec::new(),
        years: vec![2020],
    };
    sound("/programa/1001?year=2020", Matter::Mixed, |shell| {
        ProgrammePage::of(shell, &found(30, vec![claim.clone()])).render().unwrap()
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

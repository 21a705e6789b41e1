use base::Money;
use web::{Lang, testing};

use super::*;
use crate::domain::Goal;

fn goal(sequence: i64, unit: &str, quantities: (i64, i64), soles: (i64, i64)) -> Goal {
    Goal {
        year: "2025".into(),
        sec_ejec: "1650".into(),
        sequence: sequence.to_string(),
        entity: "E:09-096".into(),
        programme: "0149".into(),
        purpose: "<0193366>".into(),
        unit: unit.into(),
        target: Some(quantities.0.into()),
        done: Some(quantities.1.into()),
        pim: Some(Money::centimos(soles.0 * 100)),
        accrued: Some(Money::centimos(soles.1 * 100)),
    }
}

fn page(lang: Lang, by: GapBy, goals: Vec<Goal>) -> String {
    let mut shell = testing::shell(lang, "/brecha", "budget-gap", Matter::Real, &[crate::MESSAGES]).unwrap();
    shell.view.year = Some(2025);
    let goals = Goals { goals, untold_pim: Some(Money::centimos(7_000)), ..Goals::default() };
    let found = Found {
        by,
        year: Some(2025),
        years: BTreeMap::from([(2020, 9), (2025, 1)]),
        goals: goals.into(),
        told: vec![2025],
        labels: Labels::default(),
    };
    GapPage::of(shell, &found).render().unwrap()
}

#[test]
fn every_listing_in_every_language() {
    let many =
        || (0..30).map(|n| goal(n, ["060", "001"][usize::from(n % 2 == 0)], (n, 3), (100, n))).collect();
    for lang in Lang::ALL {
        for by in GapBy::ALL {
            for goals in [many(), vec![goal(1, "060", (0, 0), (0, 0))], Vec::new()] {
                assert_eq!(testing::defects(&page(lang, by, goals), Matter::Real), Vec::<String>::new());
            }
        }
    }
}

#[test]
fn what_is_left_out_is_named_and_more_than_the_whole_is_marked() {
    let goals = vec![goal(1, "060", (10, 25), (100, 50)), goal(2, "060", (0, 5), (40, 4))];
    let html = page(Lang::Es, GapBy::Goal, goals);
    for part in [
        "Fuera: sin comparación",
        "S/ 40",
        "Fuera: dinero sin meta física",
        "S/ 70",
        "250,0\u{a0}%",
        "más de 100",
        "se muestra como la fuente lo da",
    ] {
        let part = part.replace("S/ ", "S/\u{a0}");
        assert!(html.contains(&part) || html.contains(&part.replace('\u{a0}', " ")), "no {part} in {html}");
    }
    assert!(!html.contains("avance físico cero"), "something was done");
    let idle = page(Lang::Es, GapBy::Goal, vec![goal(1, "060", (10, 0), (100, 50))]);
    assert!(idle.contains("avance físico cero"));
}

#[test]
fn units_that_differ_are_not_added() {
    let goals = vec![goal(1, "060", (10, 5), (100, 50)), goal(2, "001", (10, 5), (100, 50))];
    let html = page(Lang::Es, GapBy::Programme, goals);
    assert!(html.contains("2 metas, en unidades distintas"), "{html}");
    assert!(!html.contains("q-pairs-name"), "nothing to draw");
}

#[test]
fn a_year_without_physical_targets_names_those_that_have_them() {
    assert!(page(Lang::En, GapBy::Goal, Vec::new()).contains("Years that have them: 2025"));
}

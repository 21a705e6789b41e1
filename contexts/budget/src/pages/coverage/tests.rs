use web::{Lang, testing};

use super::*;
use crate::{domain::attribution::Split, queries::Unfunded};

fn split(claimed: i64, shared: i64, unclaimed: i64, over: i64) -> Split {
    let [claimed, shared, unclaimed, over_claimed] = [claimed, shared, unclaimed, over].map(Money::centimos);
    Split { claimed, shared, unclaimed, over_claimed }
}

fn found(by: CoverageBy, lines: usize, total: Split) -> Found {
    let line = |n: usize| Line {
        code: match n {
            0 => String::new(),
            1 => "R:99-461".into(),
            2 => "MUESTRA-PEI-99-461@1/OEI2".into(),
            n => format!("E:{n:02}-<b>"),
        },
        amounts: vec![split(-5, 10, 1_000_000_000_000, 7)],
    };
    let all: Vec<Line> = (0..lines).map(line).collect();
    let measures = if lines == 0 { Vec::new() } else { vec![Measure::Pim] };
    let objective = Objective {
        title: "Responder a las emergencias ".repeat(20),
        is_sample: true,
        entity: EntityCode::new("R:99-461").ok(),
    };
    let unfunded = |n: usize| UnfundedObjective {
        element: if n == 0 { "MUESTRA-PEI-99-461@1/OEI2".into() } else { format!("PEDN@2011/OE{n}") },
        title: "Título".into(),
        why: if n.is_multiple_of(2) { Unfunded::NoClaim } else { Unfunded::NoMoney },
    };
    Found {
        asked: Asked { by, year: Some(2020), measure: Measure::Pim, years: vec![2020, 2025] },
        coverage: Coverage { measures, lines: all.clone(), total: vec![total] },
        gaps_by: if by == CoverageBy::Objective { CoverageBy::Entity } else { by },
        gaps: all,
        unfunded: (0..lines).map(unfunded).collect(),
        treasury: Some(total.total()),
        objectives: BTreeMap::from([("MUESTRA-PEI-99-461@1/OEI2".into(), objective)]),
        labels: Labels::default(),
    }
}

fn page(lang: Lang, url: &str, found: &Found) -> CoveragePage {
    let shell = testing::shell(lang, url, "budget-coverage", Matter::Real, &[crate::MESSAGES]).unwrap();
    CoveragePage::of(shell, found).unwrap()
}

#[test]
fn every_sample_in_every_language() {
    for lang in Lang::ALL {
        for (by, _) in LISTINGS {
            for lines in [0, 1, 3, 70] {
                let found = found(by, lines, split(1, 2, 3, 4));
                let page = page(lang, "/cobertura?page=2", &found);
                let text = page.render().unwrap();
                assert_eq!(
                    testing::defects(&text, page.shell.matter),
                    Vec::<String>::new(),
                    "{by:?} {lines}"
                );
            }
        }
    }
}

#[test]
fn the_identity_is_said_with_its_difference() {
    let check = |treasury: i64, words: &str| {
        let found = Found {
            treasury: Some(Money::centimos(treasury)),
            ..found(CoverageBy::Entity, 3, split(1, 2, 3, 4))
        };
        let text = page(Lang::En, "/cobertura", &found).render().unwrap();
        assert!(text.contains(words), "{words:?}: {text}");
    };
    check(6, "Difference: 0 céntimos.");
    check(7, "−1 céntimos apart");
}

#[test]
fn money_beyond_the_whole_is_said_apart() {
    let said = |over: i64| {
        let found = found(CoverageBy::Entity, 3, split(1, 2, 3, over));
        page(Lang::En, "/cobertura", &found).render().unwrap().contains("more than 100%")
    };
    assert!(said(500));
    assert!(!said(0));
}

#[test]
fn samples_are_marked_beside_their_names() {
    let found = found(CoverageBy::Objective, 4, split(1, 2, 3, 0));
    let page = page(Lang::Es, "/cobertura", &found);
    assert_eq!(page.shell.matter, Matter::Mixed);
    let text = page.render().unwrap();
    assert!(text.matches("class=\"q-sample\"").count() >= 3, "banner, listing, unfunded");
    assert!(text.contains("/objetivo/MUESTRA-PEI-99-461%401/OEI2"), "{text}");
}

#[test]
fn bad_input_is_refused_in_words() {
    let check = |query: &str, expect: Option<&str>| {
        let url = format!("/cobertura?{query}");
        let shell = testing::shell(Lang::En, &url, "budget-coverage", Matter::Real, &[crate::MESSAGES]);
        let key = match Asked::of(&mut shell.unwrap(), &BTreeMap::new()) {
            Err(PageError::Refused { key, .. }) => Some(key),
            _ => None,
        };
        assert_eq!(key, expect, "{query}");
    };
    check("by=pliego", Some("budget-refused-coverage-by"));
    check("measure=paid", Some("web-refused-parameter"));
    check("by=seat&measure=accrued", None);
}

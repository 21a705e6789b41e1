//! Words whose keys are built from codes exist in both languages.
use web::{Frame, Lang, testing};

use crate::{
    domain::{Dimension, Measure, ROLLUPS},
    queries::Unfunded,
};

fn keys() -> Vec<String> {
    let mut keys: Vec<String> = Dimension::ALL.iter().map(|d| format!("budget-dimension-{d}")).collect();
    for measure in Measure::ALL {
        keys.extend([format!("budget-measure-{measure}"), format!("budget-column-{measure}")]);
    }
    keys.extend([Measure::Pia, Measure::Pim].map(|m| format!("budget-meaning-{m}")));
    for question in super::explorer::QUESTIONS {
        keys.push(format!("budget-question-{}", question.key));
        keys.extend(question.ways.iter().flat_map(|way| way.iter()).map(|d| format!("budget-way-{d}")));
    }
    keys.extend(super::coverage::LISTINGS.map(|(_, code)| format!("budget-coverage-by-{code}")));
    for part in ["total", "claimed", "shared", "unclaimed", "over_claimed"] {
        keys.push(format!("budget-coverage-{part}"));
    }
    keys.extend(ROLLUPS.iter().map(|plan| format!("budget-rollup-{}", plan.name)));
    for why in [Unfunded::NoClaim, Unfunded::NoMoney] {
        keys.push(format!("budget-unfunded-{}", super::coverage::why(why).1));
    }
    for (exceeding, bound) in Measure::ORDERED {
        keys.push(format!("budget-rule-{exceeding}_within_{bound}"));
    }
    keys.extend(
        [crate::domain::RULE_BALANCE, crate::domain::RULE_MONTHS].map(|r| format!("budget-rule-{r}")),
    );
    keys
}

#[test]
fn every_word_built_from_a_code_exists() {
    let shell =
        testing::shell(Lang::Es, "/", "budget-explorer", web::Matter::Real, &[crate::MESSAGES]).unwrap();
    let frame: &Frame = shell.frame();
    for lang in Lang::ALL {
        for key in keys() {
            assert!(frame.texts.has(lang, &key), "{key} in {lang:?}");
        }
    }
}

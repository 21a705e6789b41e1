#![allow(clippy::unwrap_used)]
use proptest::prelude::*;

use super::*;

fn check(values: &[i64], expect: &str) {
    let values: Vec<Decimal> = values.iter().map(|v| Decimal::from(*v)).collect();
    let words = |class: &Class| format!("{:?} {}..{} ×{}", class.band, class.least, class.most, class.count);
    let got: Vec<String> = classes(&values).iter().map(words).collect();
    assert_eq!(got.join(", "), expect, "{values:?}");
}

#[test]
fn few_steps_in_words() {
    check(&[], "");
    check(&[7], "Shade(4) 7..7 ×1");
    check(&[7, 7, 7], "Shade(4) 7..7 ×3");
    check(&[0, 0], "Zero 0..0 ×2");
    check(&[-3, -1], "Below -3..-1 ×2");
    check(&[-3, 0, 1, 9], "Below -3..-3 ×1, Zero 0..0 ×1, Shade(1) 1..1 ×1, Shade(5) 9..9 ×1");
    check(
        &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
        "Shade(1) 1..2 ×2, Shade(2) 3..4 ×2, Shade(3) 5..6 ×2, Shade(4) 7..8 ×2, Shade(5) 9..10 ×2",
    );
    check(&[1, 1, 1, 1, 1, 1, 2, 3], "Shade(1) 1..1 ×6, Shade(3) 2..2 ×1, Shade(5) 3..3 ×1");
    check(
        &[1, 2, 2, 2, 2, 2, 3, 4, 5],
        "Shade(1) 1..1 ×1, Shade(2) 2..2 ×5, Shade(3) 3..3 ×1, Shade(4) 4..4 ×1, Shade(5) 5..5 ×1",
    );
}

proptest! {
    #[test]
    fn every_value_is_in_exactly_one_class(values in prop::collection::vec(-9_i64..40, 0..80)) {
        let values: Vec<Decimal> = values.into_iter().map(Decimal::from).collect();
        let found = classes(&values);
        for value in &values {
            let holding = found.iter().filter(|c| c.least <= *value && *value <= c.most).count();
            prop_assert_eq!(holding, 1);
            prop_assert!(class_of(&found, *value).is_some());
        }
        prop_assert_eq!(found.iter().map(|c| c.count).sum::<usize>(), values.len());
        for class in &found {
            let inside = values.iter().filter(|v| class.least <= **v && **v <= class.most).count();
            prop_assert_eq!(inside, class.count);
        }
    }

    #[test]
    fn steps_go_up_and_darken(values in prop::collection::vec(-9_i64..4_000, 0..80)) {
        let values: Vec<Decimal> = values.into_iter().map(Decimal::from).collect();
        let found = classes(&values);
        prop_assert!(found.windows(2).all(|w| w[0].most < w[1].least && w[0].band < w[1].band));
        prop_assert!(found.len() <= STEPS + 2);
        let mut distinct: Vec<Decimal> = values.into_iter().filter(|v| *v > Decimal::ZERO).collect();
        distinct.sort_unstable();
        distinct.dedup();
        let shades = found.iter().filter(|c| matches!(c.band, Band::Shade(1..=STEPS))).count();
        prop_assert!(shades <= distinct.len() && (distinct.len() < 2 || shades >= 2));
    }
}

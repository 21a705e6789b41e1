//! Krippendorff's alpha against published figures, and against its definition by pairs.
use proptest::prelude::*;

use crate::domain::{agreement, median_halves};

/// Observers in rows, units in columns; a dot is missing.
fn units(observers: &[&str]) -> Vec<Vec<i64>> {
    let rows: Vec<Vec<&str>> = observers.iter().map(|row| row.split_whitespace().collect()).collect();
    (0..rows[0].len()).map(|at| rows.iter().filter_map(|row| row[at].parse().ok()).collect()).collect()
}

#[test]
fn alpha_is_that_of_the_literature() {
    let check = |observers: &[&str], expect: f64| {
        let found = agreement(&units(observers)).unwrap();
        assert!((found - expect).abs() < 0.0005, "{found} is not {expect}");
    };
    // K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C: interval data, alpha 0.849.
    check(
        &[
            "1 2 3 3 2 1 4 1 2 . . .",
            "1 2 3 3 2 2 4 1 2 5 . 3",
            ". 3 3 3 2 3 4 2 2 5 1 .",
            "1 2 3 3 2 4 4 1 2 5 1 .",
        ],
        0.849,
    );
    // The example of three coders and fifteen units in the article on the coefficient in Wikipedia: interval alpha 0.811.
    check(
        &[". . . . . 3 4 1 2 1 1 3 3 . 3", "1 . 2 1 3 3 4 3 . . . . . . .", ". . 2 1 3 4 4 . 2 1 1 3 3 . 4"],
        0.811,
    );
}

/// By the definition: mean squared difference within units, against that of all values thrown together.
fn by_pairs(units: &[Vec<i64>]) -> Option<f64> {
    let square = |a: i64, b: i64| f64::from(i32::try_from((a - b).pow(2)).unwrap());
    let sum = |values: &[i64]| {
        let mut sum = 0.0;
        for (i, a) in values.iter().enumerate() {
            for (j, b) in values.iter().enumerate() {
                if i != j {
                    sum += square(*a, *b);
                }
            }
        }
        sum
    };
    let size = |n: usize| f64::from(u32::try_from(n).unwrap());
    let paired: Vec<&Vec<i64>> = units.iter().filter(|unit| unit.len() > 1).collect();
    let all: Vec<i64> = paired.iter().flat_map(|unit| unit.iter().copied()).collect();
    let observed: f64 =
        paired.iter().map(|unit| sum(unit) / size(unit.len() - 1)).sum::<f64>() / size(all.len());
    let expected = sum(&all) / (size(all.len()) * (size(all.len()) - 1.0));
    (expected > 0.0).then(|| 1.0 - observed / expected)
}

fn some_units() -> impl Strategy<Value = Vec<Vec<i64>>> {
    prop::collection::vec(prop::collection::vec(0_i64..=3, 0..6), 0..30)
}

proptest! {
    #[test]
    fn alpha_is_that_of_its_definition(units in some_units()) {
        match (agreement(&units), by_pairs(&units)) {
            (Some(found), Some(expect)) => prop_assert!((found - expect).abs() < 1e-9, "{} {}", found, expect),
            (found, expect) => prop_assert_eq!(found, expect),
        }
    }

    #[test]
    fn alpha_is_one_where_all_agree_and_only_there(units in some_units()) {
        let agree = units.iter().filter(|unit| unit.len() > 1).all(|unit| unit.windows(2).all(|w| w[0] == w[1]));
        if let Some(found) = agreement(&units) {
            prop_assert_eq!(agree, (found - 1.0).abs() < 1e-12);
        }
    }

    /// Half of the scores are at or below the median, half at or above it.
    #[test]
    fn the_median_is_in_the_middle(scores in prop::collection::vec(0_i64..=3, 1..9)) {
        let halves = median_halves(scores.iter().copied()).unwrap();
        let below = scores.iter().filter(|score| 2 * **score < halves).count();
        let above = scores.iter().filter(|score| 2 * **score > halves).count();
        prop_assert!(2 * below <= scores.len() && 2 * above <= scores.len());
        let equal = scores.iter().all(|score| *score == scores[0]);
        prop_assert!(!equal || halves == 2 * scores[0]);
    }
}

#[test]
fn nothing_is_told_of_nothing() {
    assert_eq!(agreement(&[]), None);
    assert_eq!(agreement(&[vec![1], vec![3]]), None, "one score each");
    assert_eq!(agreement(&[vec![2, 2], vec![2, 2]]), None, "one value alone: nothing was told apart");
    assert_eq!(median_halves([]), None);
    assert_eq!(median_halves([1, 2]), Some(3));
    assert_eq!(median_halves([3, 0, 1]), Some(2));
}

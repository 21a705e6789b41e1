//! Margins, shares and rates against values computed by hand, and what is withheld.
#![allow(clippy::cast_precision_loss)]
use jiff::Timestamp;
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::domain::{
    Channel, Margin, Place, Question, ReachFault, Reached, Scale, Sheet, Tally, margin, rate, results, share,
    withheld,
};

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn a_margin_is_that_of_the_formula() {
    let check = |n, favourable, deff: &str, expect: &str| {
        assert_eq!(
            margin(n, favourable, Some(decimal(deff))),
            Margin::Points(decimal(expect)),
            "{n} {favourable} {deff}"
        );
    };
    // 1.96 · √(0.5 · 0.5 / 1000) = 0.03099
    check(1_000, 500, "1", "3.1");
    // 1.96 · √(2 · 0.5 · 0.5 / 1000) = 0.04383
    check(1_000, 500, "2", "4.4");
    // 1.96 · √(1.5 · 0.58 · 0.42 / 1200) = 0.03420
    check(1_200, 696, "1.5", "3.4");
    // 1.96 · √(0.1 · 0.9 / 400) = 0.0294
    check(400, 40, "1", "2.9");
    check(30, 15, "1", "17.9");
}

#[test]
fn no_margin_is_pretended() {
    assert_eq!(margin(1_000, 500, None), Margin::Open);
    for (n, favourable) in [(0, 0), (50, 0), (50, 50)] {
        assert_eq!(margin(n, favourable, Some(Decimal::ONE)), Margin::NoSpread);
    }
}

#[test]
fn rates_are_those_of_the_consultation_of_2002() {
    let check = |responses, reach, expect: &str| assert_eq!(rate(responses, reach), Some(decimal(expect)));
    check(44_277, 200_000, "22.14");
    check(107, 1_147, "9.33");
    check(222, 337_859, "0.07");
    assert_eq!(rate(0, 0), None);
    assert_eq!(share(3, 2), Some(decimal("66.7")));
    assert_eq!(share(0, 0), None);
}

#[test]
fn a_channel_reached_at_least_those_who_answered() {
    let paper =
        Reached { channel: Channel::Paper, unit: "encuestas".to_owned(), reach: None, responses: None };
    let reach = |reach| [(Channel::Paper, reach)].into();
    assert_eq!(paper.closed(&reach(200), 44).unwrap().responses, Some(44));
    let fewer = ReachFault::Fewer { channel: Channel::Paper, responses: 44 };
    assert_eq!(paper.closed(&reach(43), 44), Err(fewer));
    assert_eq!(paper.closed(&[(Channel::Web, 9)].into(), 0), Err(ReachFault::None(Channel::Paper)));
}

#[test]
fn what_is_withheld_is_no_single_part() {
    let check = |sizes: &[u64], expect: Option<&[u8]>| {
        let expect = expect.map(|marks| marks.iter().map(|mark| *mark == 1).collect::<Vec<bool>>());
        assert_eq!(withheld(sizes, 30), expect, "{sizes:?}");
    };
    check(&[40, 50], Some(&[0, 0]));
    check(&[], None);
    check(&[29], None);
    check(&[30], Some(&[0]));
    // One small part takes the next smallest with it.
    check(&[5, 90, 60], Some(&[1, 0, 1]));
    // Two small ones that are together enough stay two; together too few they take a third.
    check(&[16, 14, 90], Some(&[1, 1, 0]));
    check(&[3, 4, 90, 60], Some(&[1, 1, 0, 1]));
    // Nobody is nobody's secret.
    check(&[0, 40, 50], Some(&[0, 0, 0]));
}

fn question() -> Question {
    Question {
        code: "q1".parse().unwrap(),
        scale: Scale::Better3,
        favourable: [3].into(),
        text: ("¿Mejoró la atención?".to_owned(), "Did care improve?".to_owned()),
        post: "e-01-016.planner".to_owned(),
        at: Timestamp::UNIX_EPOCH,
    }
}

fn sheets(parts: &[Vec<i64>]) -> Vec<Sheet> {
    let of_part = |(at, answers): (usize, &Vec<i64>)| {
        let territory = if at == 0 { None } else { Some(format!("{at:02}").parse().unwrap()) };
        let sheet = |(number, answer): (usize, &i64)| Sheet {
            channel: Channel::Paper,
            number: format!("{at}-{number}"),
            territory: territory.clone(),
            answers: [("q1".parse().unwrap(), *answer)].into(),
        };
        answers.iter().enumerate().map(sheet).collect::<Vec<_>>()
    };
    parts.iter().enumerate().flat_map(of_part).collect()
}

proptest! {
    /// Whoever subtracts every part that is told from the whole is left with nobody, or with a group of at least two parts
    /// and of at least as many people as may be told of; and no part that is told is smaller.
    #[test]
    fn no_small_part_is_told_or_can_be_found(
        parts in prop::collection::vec(prop::collection::vec(1_i64..=3, 0..40), 0..12),
        least in 1_u64..35,
    ) {
        let question = question();
        let found = results(&question, &sheets(&parts), least);
        let whole = found.iter().find(|cell| cell.place == Place::Whole).unwrap();
        let told: Vec<u64> =
            found.iter().filter(|cell| cell.place != Place::Whole).filter_map(|cell| cell.shown.as_ref()).map(Tally::answered).collect();
        let hidden = found.iter().filter(|cell| cell.place != Place::Whole && cell.shown.is_none()).count();
        prop_assert!(told.iter().all(|size| *size >= least));
        match &whole.shown {
            None => prop_assert!(told.is_empty()),
            Some(tally) => {
                prop_assert!(tally.answered() >= least);
                let left = tally.answered() - told.iter().sum::<u64>();
                prop_assert!(left == 0 && hidden == 0 || hidden >= 2 && left >= least);
            }
        }
    }

    /// A margin in whole numbers is the formula's in floating point, to the tenth.
    #[test]
    fn a_margin_is_near_that_in_floating_point(n in 1_u32..200_000, permille in 1_u32..1_000, deff in 10_u32..900) {
        let favourable = (u64::from(n) * u64::from(permille) / 1_000).clamp(1, u64::from(n));
        let p = favourable as f64 / f64::from(n);
        let expect = 196.0 * (f64::from(deff) / 100.0 * p * (1.0 - p) / f64::from(n)).sqrt();
        match margin(u64::from(n), favourable, Some(Decimal::new(i64::from(deff), 2))) {
            Margin::Points(points) => {
                let points: f64 = points.to_string().parse().unwrap();
                prop_assert!((points - expect).abs() <= 0.0501, "{points} {expect}");
            }
            other => prop_assert!(other == Margin::NoSpread && favourable == u64::from(n)),
        }
    }
}

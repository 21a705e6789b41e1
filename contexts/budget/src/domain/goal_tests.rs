#![allow(clippy::unwrap_used)]
use proptest::prelude::*;

use super::*;

fn goal(sequence: i64, programme: &str, unit: &str, quantities: (i64, i64), soles: (i64, i64)) -> Goal {
    Goal {
        year: "2025".into(),
        sec_ejec: "1650".into(),
        sequence: sequence.to_string(),
        programme: programme.into(),
        unit: unit.into(),
        target: Some(quantities.0.into()),
        done: Some(quantities.1.into()),
        pim: Some(Money::centimos(soles.0 * 100)),
        accrued: Some(Money::centimos(soles.1 * 100)),
        ..Goal::default()
    }
}

fn check(goals: &[Goal], by: GapBy, expect: &[&str]) {
    let number =
        |number: Option<Decimal>| number.map_or("–".into(), |n| n.round_dp(1).normalize().to_string());
    let words = |gap: &Gap| {
        format!(
            "{} f{} p{} g{}",
            gap.goals,
            number(gap.financial()),
            number(gap.physical()),
            number(gap.points())
        )
    };
    assert_eq!(gaps(goals, by).iter().map(words).collect::<Vec<_>>(), expect);
}

#[test]
fn ratios_of_sums_never_means_of_ratios() {
    let goals = [goal(1, "A", "060", (10, 10), (100, 10)), goal(2, "A", "060", (990, 0), (900, 900))];
    check(&goals, GapBy::Goal, &["1 f100 p0 g100", "1 f10 p100 g-90"]);
    // The mean would be 55 and 50.
    check(&goals, GapBy::Programme, &["2 f91 p1 g90"]);
}

#[test]
fn quantities_of_different_units_are_not_added() {
    let goals = [goal(1, "A", "060", (10, 5), (100, 50)), goal(2, "A", "001", (10, 5), (100, 50))];
    check(&goals, GapBy::Programme, &["2 f50 p– g–"]);
    let unreported = Goal { done: None, ..goal(3, "B", "060", (10, 5), (100, 50)) };
    check(&[unreported, goal(4, "B", "060", (1, 1), (1, 1))], GapBy::Programme, &["2 f50.5 p– g–"]);
}

#[test]
fn nothing_to_compare_comes_last_and_more_than_the_whole_stays() {
    let goals = [
        goal(1, "A", "060", (0, 5), (100, 50)),
        goal(2, "A", "060", (10, 25), (100, 50)),
        goal(3, "A", "060", (10, 0), (0, 0)),
        goal(4, "A", "060", (10, 5), (100, -10)),
    ];
    check(&goals, GapBy::Goal, &["1 f50 p250 g-200", "1 f-10 p50 g-60", "1 f50 p– g–", "1 f– p0 g–"]);
}

proptest! {
    #[test]
    fn every_goal_is_in_one_group_and_no_money_is_lost(
        rows in prop::collection::vec((0..3_u8, 0..2_u8, 0..99_i64, 0..99_i64, -99..99_i64, -99..99_i64), 0..30),
    ) {
        let goals: Vec<Goal> = rows.iter().zip(0..).map(|((programme, unit, target, done, pim, accrued), n)| {
            goal(n, &programme.to_string(), &unit.to_string(), (*target, *done), (*pim, *accrued))
        }).collect();
        let whole: Money = goals.iter().filter_map(|g| g.pim).sum();
        for by in GapBy::ALL {
            let found = gaps(&goals, by);
            prop_assert_eq!(found.iter().map(|g| g.goals).sum::<usize>(), goals.len());
            prop_assert_eq!(found.iter().filter_map(|g| g.pim).sum::<Money>(), whole);
            let points: Vec<_> = found.iter().map(|g| g.points().map(|p| p.abs())).collect();
            prop_assert!(points.windows(2).all(|w| w[0] >= w[1]));
        }
    }
}

use base::{Money, Share};
use jiff::civil::date;
use rust_decimal::Decimal;

use super::{DUE, TODAY, goal};
use crate::domain::{Goal, GoalFault, Needs, Reach, Sense};

#[allow(clippy::needless_pass_by_value, reason = "a line of the table is a case")]
fn check(change: impl FnOnce(&mut Goal), expect: Option<GoalFault>) {
    let mut goal = goal();
    change(&mut goal);
    let shown = format!("{goal:?}");
    assert_eq!(goal.checked(TODAY, None).err(), expect, "{shown}");
}

#[test]
fn what_a_goal_lacks_is_said() {
    use GoalFault::{Amount, Due, Nobody, Norm, Text, Threshold, Title};
    check(|_| {}, None);
    check(|goal| goal.title.0 = "Corto".to_owned(), Some(Title));
    check(|goal| goal.title.1 = Some(String::new()), Some(Title));
    check(|goal| goal.text = " ".to_owned(), Some(Text));
    check(|goal| goal.evidence = "x".repeat(2_001), Some(Text));
    check(|goal| goal.target.unit = String::new(), Some(Text));
    check(|goal| goal.target.threshold = None, Some(Threshold));
    check(|goal| goal.target.sense = Sense::Done, Some(Threshold));
    check(|goal| goal.needs = Needs::Document, Some(GoalFault::Needs));
    check(|goal| goal.needs = Needs::Both, None);
    check(|goal| goal.due_on = date(2026, 3, 1), Some(Due));
    check(|goal| goal.due_on = TODAY, None);
    check(|goal| goal.due_on = date(2027, 12, 31), None);
    check(|goal| goal.due_on = date(2028, 1, 1), Some(Due));
    check(|goal| goal.reward.whole = Money::ZERO, Some(Amount));
    check(|goal| goal.reward.whole = Money::centimos(-1), Some(Amount));
    check(|goal| goal.reward.whole = Money::centimos(i64::MAX), Some(Amount));
    // A share that comes to less than a céntimo is nothing.
    check(
        |goal| {
            goal.reward.whole = Money::centimos(1);
            goal.reward.share = Share::millionths(999_999).unwrap();
        },
        Some(Amount),
    );
    check(|goal| goal.norm = String::new(), Some(Norm));
    check(|goal| goal.reach = Reach::Classes(Vec::new()), Some(Nobody));
    let body = |weight: u32| ("M:010101-300001".parse().unwrap(), weight);
    check(|goal| goal.reach = Reach::Named(vec![body(1)]), None);
    check(|goal| goal.reach = Reach::Named(vec![body(0)]), Some(Nobody));
    check(|goal| goal.reach = Reach::Named(vec![body(1), body(2)]), Some(Nobody));
}

#[test]
fn a_change_may_leave_a_day_that_has_passed() {
    let mut passed = goal();
    passed.due_on = date(2026, 2, 1);
    assert_eq!(passed.clone().checked(TODAY, Some(DUE)).err(), Some(GoalFault::Due));
    assert!(passed.checked(TODAY, Some(date(2026, 2, 1))).is_ok());
}

#[test]
fn a_value_reaches_the_threshold_or_not() {
    let check = |sense: Sense, value: Option<&str>, expect: bool| {
        let mut target = goal().target;
        target.sense = sense;
        target.threshold = (sense != Sense::Done).then_some(Decimal::from(80));
        let value = value.map(|value| value.parse().unwrap());
        assert_eq!(target.is_reached(value), expect, "{sense:?} {value:?}");
    };
    check(Sense::AtLeast, Some("80"), true);
    check(Sense::AtLeast, Some("79.999999"), false);
    check(Sense::AtLeast, None, false);
    check(Sense::AtMost, Some("80"), true);
    check(Sense::AtMost, Some("80.000001"), false);
    check(Sense::AtMost, Some("-5"), true);
    check(Sense::AtMost, None, false);
    check(Sense::Done, None, true);
}

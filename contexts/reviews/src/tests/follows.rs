//! Which decision is one, which steps follow it, and how long it took.
use jiff::{
    civil::{Date, date},
    tz::Offset,
};
use rust_decimal::Decimal;

use crate::domain::{
    By, Change, Course, Decision, DecisionFault, Follow, FollowFault, Kind, Owner, Step, course,
    days_to_action, is_overdue, taken,
};

const HELD: Date = date(2026, 3, 2);

fn decision(kind: Kind, due_on: Date) -> Decision {
    Decision {
        code: "d1".parse().unwrap(),
        review: "j1".parse().unwrap(),
        item: 1,
        kind,
        text: " Reasignar personal ".to_owned(),
        owner: Owner { role: "planner", entity: "E:11-011".parse().unwrap() },
        due_on,
        evidence: vec!["r2".to_owned(), "e1".to_owned(), "r2".to_owned()],
        change: None,
        post: "e-01-001.delivery-unit".to_owned(),
        at: "2026-03-02T15:00:00Z".parse().unwrap(),
    }
}

fn change(old: Option<i64>, new: i64) -> Change {
    Change {
        indicator: "PEDN/I1".parse().unwrap(),
        territory: "PE".parse().unwrap(),
        period: "2026".parse().unwrap(),
        old: old.map(Decimal::from),
        new: Decimal::from(new),
    }
}

#[test]
fn a_decision_has_words_a_day_and_what_its_kind_asks_for() {
    let check = |of: Decision, expected: Result<(), DecisionFault>| {
        let found = of.clone().checked(HELD, 183);
        assert_eq!(found.map(|_| ()), expected, "{of:?}");
    };
    let soon = date(2026, 6, 30);
    check(decision(Kind::Corrective, soon), Ok(()));
    check(decision(Kind::Corrective, HELD), Err(DecisionFault::Due));
    check(decision(Kind::Corrective, date(2036, 3, 2)), Ok(()));
    check(decision(Kind::Corrective, date(2036, 3, 3)), Err(DecisionFault::Due));
    check(decision(Kind::Hold, date(2026, 9, 1)), Ok(()));
    check(decision(Kind::Hold, date(2026, 9, 2)), Err(DecisionFault::HoldTooLong(183)));
    check(decision(Kind::ChangeOfTarget, soon), Err(DecisionFault::NoChange));
    let with = |kind, change| Decision { change: Some(change), ..decision(kind, soon) };
    check(with(Kind::ChangeOfTarget, change(Some(80), 70)), Ok(()));
    check(with(Kind::ChangeOfTarget, change(None, 70)), Ok(()));
    check(with(Kind::ChangeOfTarget, change(Some(70), 70)), Err(DecisionFault::NoChange));
    check(with(Kind::Corrective, change(Some(80), 70)), Err(DecisionFault::NotAChange));
    check(Decision { text: "\n ".to_owned(), ..decision(Kind::Hold, soon) }, Err(DecisionFault::Text));
    check(Decision { text: "x".repeat(2_001), ..decision(Kind::Hold, soon) }, Err(DecisionFault::Text));
    let evidence = (0..21).map(|n| format!("e{n}")).collect();
    check(Decision { evidence, ..decision(Kind::Hold, soon) }, Err(DecisionFault::Evidence));
    let tidy = decision(Kind::Corrective, soon).checked(HELD, 183).unwrap();
    assert_eq!((tidy.text.as_str(), tidy.evidence), ("Reasignar personal", vec!["e1".into(), "r2".into()]));
}

fn step(step: Step, at: &str) -> Follow {
    Follow { number: 1, step, text: "x".to_owned(), post: "p.x".to_owned(), at: at.parse().unwrap() }
}

#[test]
fn who_takes_which_step_when() {
    let owner = By { is_owner: true, is_secretariat: false };
    let secretariat = By { is_owner: false, is_secretariat: true };
    let at = "2026-04-01T12:00:00Z";
    let none: &[Follow] = &[];
    let (reported, closed, reopened) = (
        [step(Step::Report, at)],
        [step(Step::Report, at), step(Step::Close, at)],
        [step(Step::Report, at), step(Step::Reopen, at)],
    );
    let check = |before: &[Follow], by: By, one: Step, expected: Option<FollowFault>| {
        let found = taken(before, (one, by, " Se hizo "), true);
        assert_eq!(found, expected.map_or_else(|| Ok("Se hizo".to_owned()), Err), "{before:?} {one:?}");
    };
    check(none, owner, Step::Report, None);
    check(none, secretariat, Step::Report, Some(FollowFault::NotOwner));
    check(none, owner, Step::Close, Some(FollowFault::NotSecretariat));
    check(none, secretariat, Step::Close, Some(FollowFault::NotNow));
    check(none, secretariat, Step::Reopen, Some(FollowFault::NotNow));
    check(&reported, owner, Step::Report, Some(FollowFault::NotNow));
    check(&reported, secretariat, Step::Close, None);
    check(&reported, secretariat, Step::Reopen, None);
    check(&closed, owner, Step::Report, Some(FollowFault::NotNow));
    check(&closed, secretariat, Step::Reopen, None);
    check(&reopened, owner, Step::Report, None);
    // Words alone do not carry out a change of target.
    let close = taken(&reported, (Step::Close, secretariat, "Se hizo"), false);
    assert_eq!(close, Err(FollowFault::TargetUnchanged));
    assert_eq!(taken(none, (Step::Report, owner, " "), true), Err(FollowFault::Text));
    assert_eq!(
        [none, &reported, &closed, &reopened].map(course),
        [Course::Open, Course::Reported, Course::Closed, Course::Open]
    );
}

#[test]
fn action_is_counted_from_the_session_in_days_of_the_country() {
    let lima = Offset::constant(-5);
    assert_eq!(days_to_action(HELD, &[], lima), None);
    // Ten at night of the ninth in Lima.
    let late = [step(Step::Report, "2026-03-10T03:00:00Z"), step(Step::Close, "2026-05-01T12:00:00Z")];
    assert_eq!(days_to_action(HELD, &late, lima), Some(7));
    assert_eq!(days_to_action(HELD, &late[1..], lima), None, "a closure is no report");
    assert!(is_overdue(date(2026, 3, 1), &late[..1], HELD));
    assert!(!is_overdue(HELD, &[], HELD), "the day itself is in time");
    assert!(!is_overdue(date(2026, 3, 1), &late, HELD));
}

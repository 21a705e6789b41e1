//! When reports are due, and how they stand on each day.
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use law::Subject;
use proptest::prelude::*;

use super::{duty, edition, period, with};
use crate::domain::{
    Edition, Stage, State, Step,
    instance::{Instance, Tally},
    state,
};

/// The due day of a period by the law of Peru, and how many days its arithmetic counts.
fn due(code: &str, of: &str) -> (Date, usize) {
    let pack = ::pack::Pack::open(&testkit::peru()).unwrap();
    let duty = duty(code);
    let law = pack.law().unwrap();
    let end = period(of).end();
    let due = law.deadline(&duty.term, end, date(2026, 3, 2), &Subject::country()).unwrap();
    assert!(due.rule.as_ref().unwrap().note.contains("plazo"), "the rule says whose the term is");
    (due.due, due.counted().count())
}

#[test]
fn the_law_clock_says_when_a_report_is_due() {
    let check = |code, of, expect, days| assert_eq!(due(code, of), (expect, days), "{code} {of}");
    check("financial_execution", "2026-01", date(2026, 2, 20), 20);
    // 21 June 2026 is a Sunday: the day after.
    check("financial_execution", "2026-05", date(2026, 6, 22), 20);
    // Of a half-year, sixty days; 29 August is a Saturday, and 30 August a holiday on a Sunday.
    check("execution", "2026-S1", date(2026, 8, 31), 60);
    check("indicators", "2025", date(2026, 4, 30), 120);
    check("evaluations_summary", "2025", date(2026, 3, 31), 90);
    check("strategic_management", "2025-S2", date(2026, 3, 2), 60);
}

#[test]
fn a_duty_owes_its_own_periods_from_the_day_on_which_it_is_asked_for() {
    let monthly = duty("financial_execution");
    let owed = |until| monthly.periods(until).map(|one| one.to_string()).collect::<Vec<_>>();
    assert_eq!(owed(date(2026, 3, 2)), ["2026-01", "2026-02", "2026-03"]);
    assert_eq!(owed(date(2025, 12, 31)), Vec::<String>::new());
    assert!(
        monthly.holds(period("2020-12")) && !monthly.owes(period("2020-12")),
        "older ones are made, not owed"
    );
    assert!(!monthly.holds(period("2020")) && !monthly.holds(period("2020-S1")), "of its own length alone");
    assert!(!monthly.holds(period("2007-12")), "before there was the duty");
}

#[test]
fn a_report_stands_as_its_editions_do() {
    let (owed, none) = (Some(date(2026, 2, 20)), None);
    let made = edition(1, date(2026, 2, 10));
    let signed = with(made.clone(), &[(Step::Sign, 12)]);
    let published = with(made.clone(), &[(Step::Sign, 12), (Step::Publish, 19)]);
    let late = with(made.clone(), &[(Step::Sign, 12), (Step::Publish, 21)]);
    let withdrawn = with(made.clone(), &[(Step::Sign, 12), (Step::Publish, 13), (Step::Withdraw, 15)]);
    let check = |editions: &[&Edition], due, on: Date, expect| {
        let editions: Vec<Edition> = editions.iter().map(|&one| one.clone()).collect();
        assert_eq!(state(period("2026-01"), due, &editions, on), expect, "{on}");
    };
    check(&[], owed, date(2026, 1, 31), State::Running);
    check(&[], owed, date(2026, 2, 1), State::Due);
    check(&[], owed, date(2026, 2, 20), State::Due);
    check(&[], owed, date(2026, 2, 21), State::Overdue);
    check(&[], none, date(2030, 1, 1), State::Due);
    check(&[&made], owed, date(2026, 2, 9), State::Due);
    check(&[&made], owed, date(2026, 2, 10), State::Prepared);
    check(&[&signed], owed, date(2026, 2, 12), State::Signed);
    check(&[&signed], owed, date(2026, 2, 21), State::Overdue);
    check(&[&published], owed, date(2026, 2, 18), State::Signed);
    check(&[&published], owed, date(2026, 2, 19), State::Published);
    check(&[&published], owed, date(2030, 1, 1), State::Published);
    check(&[&late], owed, date(2026, 2, 21), State::Late);
    check(&[&late], none, date(2026, 2, 21), State::Published);
    check(&[&withdrawn], owed, date(2026, 2, 14), State::Published);
    check(&[&withdrawn], owed, date(2026, 2, 15), State::Due);
    check(&[&withdrawn], owed, date(2026, 2, 21), State::Overdue);
}

#[test]
fn a_corrected_edition_keeps_the_day_and_one_after_a_withdrawal_does_not() {
    let owed = Some(date(2026, 2, 20));
    let first = with(edition(1, date(2026, 2, 5)), &[(Step::Sign, 6), (Step::Publish, 7)]);
    let mut second = with(edition(2, date(2026, 2, 24)), &[(Step::Sign, 25), (Step::Publish, 26)]);
    second.replaces = Some(first.code.clone());
    let both = [first.clone(), second.clone()];
    assert_eq!(state(period("2026-01"), owed, &both, date(2026, 2, 27)), State::Published);
    assert_eq!(
        both[0].stage(&both, date(2026, 2, 25)),
        Some(Stage::Published),
        "until the other is published"
    );
    assert_eq!(both[0].stage(&both, date(2026, 2, 26)), Some(Stage::Replaced));
    let gone = with(first, &[(Step::Withdraw, 8)]);
    second.replaces = None;
    let both = [gone, second];
    assert_eq!(state(period("2026-01"), owed, &both, date(2026, 2, 27)), State::Late);
}

/// A day of the first months of 2026.
fn day(n: i64) -> Date {
    date(2026, 1, 1).checked_add(n.days()).unwrap()
}

/// Days to its preparing, from there to each step, and whether it corrects the one before.
type Way = (i64, Option<i64>, Option<i64>, Option<i64>, bool);

/// What is done with an edition, each step some days after the one before, or never.
fn course() -> impl Strategy<Value = Vec<Way>> {
    let step = || prop::option::of(0_i64..20);
    prop::collection::vec((0_i64..40, step(), step(), step(), any::<bool>()), 0..4)
}

fn editions(course: &[Way]) -> Vec<Edition> {
    let mut made: Vec<Edition> = Vec::new();
    let mut from = 31;
    for (at, (wait, sign, publish, withdraw, corrects)) in course.iter().enumerate() {
        from += wait;
        let mut one = edition(i64::try_from(at).unwrap() + 1, day(from));
        let mut on = from;
        for (step, after) in [(Step::Sign, sign), (Step::Publish, publish), (Step::Withdraw, withdraw)] {
            let Some(after) = after else { break };
            on += after;
            let like = with(edition(0, day(0)), &[(step, 1)]).steps.remove(0);
            one.steps.push(Taken { on: day(on), ..like });
        }
        if *corrects && let Some(before) = made.last() {
            one.replaces = Some(before.code.clone());
        }
        made.push(one);
    }
    made
}

use crate::domain::Taken;

proptest! {
    /// Each state said once more, in words of its own; of these exactly one holds on each day, and it is the one that is told.
    #[test]
    fn a_report_is_in_exactly_one_state_on_each_day(course in course(), due in prop::option::of(32_i64..120), on in 0_i64..200) {
        let all = editions(&course);
        let (due, on, period) = (due.map(day), day(on), period("2026-01"));
        let stages: Vec<Option<Stage>> = all.iter().map(|one| one.stage(&all, on)).collect();
        let any = |stage| stages.contains(&Some(stage));
        let stands = any(Stage::Published);
        let first = all.iter().zip(&stages).find(|(_, stage)| **stage == Some(Stage::Published));
        let in_time = first.is_none_or(|(one, _)| due.is_none_or(|due| one.first_published(&all).unwrap() <= due));
        let over = on > period.end();
        let passed = due.is_some_and(|due| on > due);
        let holds = [
            (State::Running, !stands && !over),
            (State::Due, !stands && over && !passed && !any(Stage::Prepared) && !any(Stage::Signed)),
            (State::Prepared, !stands && over && !passed && any(Stage::Prepared) && !any(Stage::Signed)),
            (State::Signed, !stands && over && !passed && any(Stage::Signed)),
            (State::Published, stands && in_time),
            (State::Late, stands && !in_time),
            (State::Overdue, !stands && over && passed),
        ];
        let told: Vec<State> = holds.iter().filter(|(_, holds)| *holds).map(|(state, _)| *state).collect();
        prop_assert_eq!(told, vec![state(period, due, &all, on)]);
    }

    /// What was published before its day stays on time whatever is done later, but for a withdrawal.
    #[test]
    fn time_alone_never_makes_a_published_report_late(on in 40_i64..300, later in 0_i64..300) {
        let one = [with(edition(1, date(2026, 2, 5)), &[(Step::Sign, 6), (Step::Publish, 7)])];
        for day in [day(on), day(on + later)] {
            prop_assert_eq!(state(period("2026-01"), Some(date(2026, 2, 20)), &one, day), State::Published);
        }
    }
}

#[test]
fn the_rate_counts_what_was_owed() {
    let of = |state| {
        let law = ::pack::Pack::open(&testkit::peru()).unwrap().law().unwrap();
        let duty = duty("financial_execution");
        let due =
            law.deadline(&duty.term, period("2026-01").end(), date(2026, 3, 2), &Subject::country()).unwrap();
        Instance { duty, period: period("2026-01"), due: Some(due), state, editions: Vec::new() }
    };
    let all = [State::Published, State::Published, State::Late, State::Overdue, State::Due].map(of);
    let tally = Tally::of(&all);
    assert_eq!((tally.on_time, tally.late, tally.overdue, tally.open), (2, 1, 1, 1));
    assert_eq!(tally.on_time_percent(), Some(50.0));
    assert_eq!(Tally::of(&all[4..]).on_time_percent(), None, "nothing was owed yet");
    let not_owed = Instance { due: None, ..of(State::Published) };
    assert_eq!(Tally::of([&not_owed]), Tally::default(), "what nobody asked for makes nobody punctual");
}

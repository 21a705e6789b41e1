//! States, target moves, the log of target changes.
use std::collections::HashMap;

use base::Seq;
use jiff::civil::date;
use proptest::prelude::*;

use super::sample::{state, target};
use crate::domain::plan::Instrument;
use crate::domain::state::{Refusal, Step, after, steps};
use crate::domain::target::{Goal, Move, compare};
use crate::domain::target_log::{Made, Recorded, changes};
use crate::domain::words::{PlanState, Sense};

#[test]
fn transitions() {
    use PlanState::{ApprovedByBoard, Draft, InForce, Superseded, Validated};
    let check = |from: PlanState, step: Step, expect: Option<PlanState>| {
        let mut version = state().remove(0).version;
        version.state = from;
        let got = after(&version, step).ok();
        assert_eq!(got, expect, "{from} by {step}");
    };
    for from in PlanState::ALL.iter().copied() {
        for step in Step::ALL.iter().copied() {
            let expect = match (from, step) {
                (Draft, Step::Validate) => Some(Validated),
                (Validated, Step::Approve) => Some(ApprovedByBoard),
                (Validated | ApprovedByBoard, Step::Return) => Some(Draft),
                (ApprovedByBoard, Step::Enact) => Some(InForce),
                (ApprovedByBoard | InForce, Step::Supersede) => Some(Superseded),
                _ => None,
            };
            check(from, step, expect);
        }
    }
    assert_eq!(steps(Superseded).count(), 0);
}

#[test]
fn nothing_comes_into_force_without_a_dated_instrument() {
    let mut version = state().remove(0).version;
    version.state = PlanState::ApprovedByBoard;
    version.instrument = Some(Instrument { name: "DS".into(), date: None });
    assert_eq!(after(&version, Step::Enact), Err(Refusal::InstrumentAbsent));
    version.instrument = None;
    assert_eq!(after(&version, Step::Enact), Err(Refusal::InstrumentAbsent));
}

fn goal(value: i64, high: Option<i64>) -> Goal {
    Goal { value: value.into(), high: high.map(Into::into) }
}

#[test]
fn a_target_is_lowered_by_its_sense() {
    let check = |sense: Option<Sense>, old: Goal, new: Goal, expect: Move| {
        assert_eq!(compare(sense, old, new), expect, "{sense:?} {old:?} {new:?}");
    };
    let (one, two) = (goal(1, None), goal(2, None));
    check(Some(Sense::Increase), two, one, Move::Lowered);
    check(Some(Sense::Increase), one, two, Move::Raised);
    check(Some(Sense::AtLeast), two, one, Move::Lowered);
    check(Some(Sense::Decrease), one, two, Move::Lowered);
    check(Some(Sense::Decrease), two, one, Move::Raised);
    check(Some(Sense::AtMost), one, two, Move::Lowered);
    check(Some(Sense::Within), goal(1, Some(3)), goal(1, Some(4)), Move::Lowered);
    check(Some(Sense::Within), goal(1, Some(3)), goal(2, Some(3)), Move::Raised);
    check(Some(Sense::Within), goal(1, Some(3)), goal(2, Some(5)), Move::Lowered);
    check(None, one, two, Move::Unjudged);
    check(None, one, one, Move::Same);
}

proptest! {
    #[test]
    fn a_move_back_is_the_opposite(a in -99_i64..99, b in -99_i64..99, sense in prop::sample::select(
        vec![Sense::Increase, Sense::Decrease, Sense::AtLeast, Sense::AtMost])) {
        let (there, back) = (compare(Some(sense), goal(a, None), goal(b, None)), compare(Some(sense), goal(b, None), goal(a, None)));
        let opposite = match there { Move::Raised => Move::Lowered, Move::Lowered => Move::Raised, same => same };
        prop_assert_eq!(back, opposite);
    }
}

#[test]
fn a_target_lowered_after_its_result_was_known_is_flagged() {
    let recorded = |value: i64, from: i64, to: i64, day: i8| {
        let (key, target) = target("I", "2016", value);
        let closed_on = (to != Seq::OPEN.0).then(|| date(2017, 3, day + 10));
        Recorded {
            key,
            target,
            rec_from: Seq(from),
            rec_to: Seq(to),
            recorded_on: date(2017, 3, day),
            closed_on,
        }
    };
    let check = |published: Option<i8>, sense: Sense, values: (i64, i64), flagged: bool| {
        let log = vec![recorded(values.0, 1, 5, 1), recorded(values.1, 5, Seq::OPEN.0, 11)];
        let key = log[0].key.clone();
        let results = published.map(|day| (key, date(2017, 3, day))).into_iter().collect();
        let log = changes(log, &HashMap::from([("I".parse().unwrap(), sense)]), &results);
        assert_eq!(log.len(), 2);
        assert_eq!(log[0].made, Made::Set);
        assert_eq!(log[1].after_result_of.is_some(), flagged, "{published:?} {sense} {values:?}");
    };
    check(Some(10), Sense::Increase, (5, 4), true);
    check(Some(11), Sense::Increase, (5, 4), true);
    check(Some(12), Sense::Increase, (5, 4), false);
    check(Some(10), Sense::Increase, (4, 5), false);
    check(Some(10), Sense::Decrease, (4, 5), true);
    check(None, Sense::Increase, (5, 4), false);
}

#[test]
fn a_withdrawn_target_is_flagged_and_a_backdated_one_does_not_hide() {
    let (key, mut lowered) = target("I", "2016", 1);
    lowered.set_on = Some(date(2015, 1, 1));
    let first = Recorded {
        key: key.clone(),
        target: target("I", "2016", 9).1,
        rec_from: Seq(1),
        rec_to: Seq(2),
        recorded_on: date(2015, 1, 1),
        closed_on: Some(date(2017, 5, 1)),
    };
    let second = Recorded {
        key: key.clone(),
        target: lowered,
        rec_from: Seq(2),
        rec_to: Seq(3),
        recorded_on: date(2017, 5, 1),
        closed_on: Some(date(2017, 6, 1)),
    };
    let results = HashMap::from([(key, date(2017, 4, 1))]);
    let senses = HashMap::from([("I".parse().unwrap(), Sense::Increase)]);
    let log = changes(vec![second, first], &senses, &results);
    let flags: Vec<(Made, bool)> = log.iter().map(|c| (c.made, c.after_result_of.is_some())).collect();
    assert_eq!(flags, vec![(Made::Set, false), (Made::Moved(Move::Lowered), true), (Made::Withdrawn, true)]);
}

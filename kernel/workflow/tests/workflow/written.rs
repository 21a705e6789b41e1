//! What is in the list of acts stands: lapses that were written, and records that were settled.
use workflow::{Act, Case};

use crate::support::{act, at, case, day, events, law_with, with_engine, with_law};

const START: &str = "2020-03-02 10:00";

fn check(acts: &[(&str, &str)], now: &str, expect: &[&str]) {
    with_engine(|engine| {
        let standing = engine.standing(&case(START, acts), at(now)).unwrap();
        assert_eq!(events(&standing), expect, "{acts:?} at {now}");
    });
}

#[test]
fn a_written_lapse_stands() {
    let silence = "2020-03-12 00:00 silence clock:answer: denied";
    let written = ("silence clock:answer", "2020-03-12");
    check(&[written], "2020-03-12", &[silence]);
    check(
        &[written, ("appeal citizen", "2020-03-12")],
        "2020-03-12",
        &[silence, "2020-03-12 00:00 appeal citizen: appealed"],
    );
    with_engine(|engine| {
        let standing = engine.standing(&case(START, &[]), at("2020-03-20")).unwrap();
        let unwritten = standing.unwritten();
        assert_eq!(unwritten, [act("silence clock:answer", "2020-03-12")]);
        let kept = Case { acts: unwritten, ..case(START, &[]) };
        let again = engine.standing(&kept, at("2020-03-20")).unwrap();
        assert_eq!((events(&again), again.unwritten()), (events(&standing), Vec::new()));
        assert_eq!(again.lapses().count(), 1);
    });
}

/// The law loaded late says that the term had not run out, or had run out before.
#[test]
fn what_is_written_is_not_undone_by_a_law_loaded_late() {
    let longer = law_with(&[(day("2020-03-04"), day("2020-03-06"), day("2020-03-03"))]);
    with_law(&longer, |engine| {
        let written = [("silence clock:answer", "2020-03-12"), ("appeal citizen", "2020-03-13")];
        let standing = engine.standing(&case(START, &written), at("2020-03-14")).unwrap();
        assert_eq!(standing.state, "appealed");
        let mut settled = case(START, &[("answer officer", "2020-03-13 12:00")]);
        assert_eq!(engine.standing(&settled, at("2020-03-14")).unwrap().lapses().count(), 0);
        settled.settled = Some(at("2020-03-13 12:00"));
        assert_eq!(engine.standing(&settled, at("2020-03-14")).unwrap().state, "answered");
    });
    with_engine(|engine| {
        // By this law silence fell on the 12th; the record says that nothing had happened by the 16th.
        let mut case = case(START, &[("extend officer", "2020-03-12 09:00")]);
        assert!(engine.standing(&case, at("2020-03-13")).is_err());
        case.settled = Some(at("2020-03-16 12:00"));
        let standing = engine.standing(&case, at("2020-03-18 23:59")).unwrap();
        assert_eq!(
            (standing.state.as_str(), standing.running("answer").unwrap().due()),
            ("received", Some(day("2020-03-18")))
        );
        let lapsed = |case: &Case| events(&engine.standing(case, at("2020-03-27")).unwrap()).last().cloned();
        assert_eq!(lapsed(&case).as_deref(), Some("2020-03-19 00:00 silence clock:answer: denied"));
        // More than the cap of this law, written when it was not loaded.
        let mut generous = crate::support::case(START, &[]);
        generous.acts.push(Act { extend_by: Some(6), ..act("extend officer", "2020-03-03") });
        generous.settled = Some(at("2020-03-02 23:59"));
        assert!(engine.standing(&generous, at("2020-03-04")).is_err());
        generous.settled = Some(at("2020-03-03"));
        let standing = engine.standing(&generous, at("2020-03-04")).unwrap();
        assert_eq!(standing.running("answer").unwrap().due(), Some(day("2020-03-19")));
        // Settled past the due day without a lapse, it falls at the end of the day of settling.
        let mut case = crate::support::case(START, &[]);
        case.settled = Some(at("2020-03-16 12:00"));
        assert_eq!(lapsed(&case).as_deref(), Some("2020-03-17 00:00 silence clock:answer: denied"));
        case.settled = Some(at("2020-03-12"));
        assert_eq!(lapsed(&case).as_deref(), Some("2020-03-13 00:00 silence clock:answer: denied"));
        case.settled = Some(at("2020-03-11 23:00"));
        assert_eq!(lapsed(&case).as_deref(), Some("2020-03-12 00:00 silence clock:answer: denied"));
    });
}

#[test]
fn the_record_as_it_was_is_open_to_what_came_then() {
    with_engine(|engine| {
        let acts = [("extend officer", "2020-03-03"), ("answer officer", "2020-03-09")];
        let settled = Case { settled: Some(at("2020-03-09")), ..case(START, &acts) };
        let then = settled.until(at("2020-03-04"));
        assert_eq!((then.acts.len(), then.settled), (1, Some(at("2020-03-04"))));
        let act = act("answer officer", "2020-03-05");
        assert_eq!(engine.perform(&then, &act, act.at).unwrap().standing.state, "answered");
    });
}

//! What a law learned later does to clocks that run, and does not do to those that ended.
use jiff::civil::Date;
use law::{CountryLaw, Subject};
use workflow::{Change, Engine, LawView, Outlook, changes};

use crate::support::{REQUEST, at, case, day, events, law, law_with, procedure, view, with_law};

const START: &str = "2020-03-02 10:00";

/// Suspended from the 9th to the 10th, as is known from `recorded` on.
fn suspended(recorded: &str) -> CountryLaw {
    law_with(&[(day("2020-03-09"), day("2020-03-11"), day(recorded))])
}

fn check(law: &CountryLaw, now: &str, expect: &str) {
    with_law(law, |engine| {
        let standing = engine.standing(&case(START, &[]), at(now)).unwrap();
        let due = standing.running("answer").and_then(workflow::Run::due);
        let got = due.map_or_else(|| events(&standing).join("; "), |due| due.to_string());
        assert_eq!(got, expect, "at {now}");
    });
}

#[test]
fn a_running_clock_moves_from_the_day_it_is_learned() {
    check(&suspended("2020-03-06"), "2020-03-05 23:59", "2020-03-11");
    check(&suspended("2020-03-06"), "2020-03-06", "2020-03-13");
    check(&suspended("2020-03-11"), "2020-03-11", "2020-03-13"); // on the last day
    check(&suspended("2020-03-12"), "2020-03-12", "2020-03-12 00:00 silence clock:answer: denied");
    check(&suspended("2020-03-12"), "2020-03-20", "2020-03-12 00:00 silence clock:answer: denied");
}

#[test]
fn a_term_found_to_be_over_lapses_at_the_end_of_the_day() {
    // The term is corrected to four days, over on the 6th; known on the 9th.
    let row = "access.answer,4,working_days,country,2000-01-01,,2020-03-09,Ley 2,,,confirmed\n";
    let law = law(&[], row);
    check(&law, "2020-03-08", "2020-03-11");
    check(&law, "2020-03-09 23:59", "2020-03-06");
    check(&law, "2020-03-10", "2020-03-10 00:00 silence clock:answer: denied");
}

#[test]
fn as_known_earlier() {
    let law = suspended("2020-03-06");
    let subject = Subject::country();
    let procedure = procedure(REQUEST, &law);
    let due = |known: Date| {
        let engine = Engine { procedure: &procedure, view: LawView { known, ..view(&law, &subject) } };
        engine.standing(&case(START, &[]), at("2020-03-10")).unwrap().running("answer").unwrap().due()
    };
    assert_eq!(
        (due(day("2020-03-05")), due(day("2020-03-06"))),
        (Some(day("2020-03-11")), Some(day("2020-03-13")))
    );
}

#[test]
fn what_a_decree_changes_is_listed() {
    let (before, after) = (law_with(&[]), suspended("2020-03-10"));
    let subject = Subject::country();
    let procedure = procedure(REQUEST, &before);
    let engine = |law| Engine { procedure: &procedure, view: view(law, &subject) };
    let named =
        |id: &str, start: &str, acts: &[(&str, &str)]| workflow::Case { id: id.into(), ..case(start, acts) };
    let cases = [
        named("moved", START, &[]),
        named("answered", START, &[("answer officer", "2020-03-05")]),
        named("not_touched", "2020-03-11 09:00", &[]),
        named("lapsed", "2020-02-20 09:00", &[]),
        named(
            "again",
            "2020-02-20 09:00",
            &[("appeal citizen", "2020-03-03"), ("return tribunal", "2020-03-05")],
        ),
        named("extended", START, &[("extend officer", "2020-03-04")]),
    ];
    let list =
        changes(cases.iter().map(|case| (case, engine(&before), engine(&after))), at("2020-03-11 12:00"));
    let change = |case: &str, from: &str, to: &str| Change {
        case: case.to_owned(),
        clock: "answer".to_owned(),
        run: 1,
        before: Outlook::Runs(Some(day(from))),
        after: Outlook::Runs(Some(day(to))),
    };
    let appeal = Change { clock: "appeal".to_owned(), ..change("lapsed", "2020-03-18", "2020-03-20") };
    let expect = [
        change("moved", "2020-03-11", "2020-03-13"),
        appeal, // its first clock had lapsed before, and did not lapse anew
        Change { run: 2, ..change("again", "2020-03-16", "2020-03-18") },
        change("extended", "2020-03-18", "2020-03-20"),
    ];
    assert_eq!(list.unwrap(), expect);
}

#[test]
fn a_law_loaded_late_changes_lapses_that_are_not_written_alone() {
    let (before, after) = (law_with(&[]), suspended("2020-03-10"));
    let subject = Subject::country();
    let procedure = procedure(REQUEST, &before);
    let engine = |law| Engine { procedure: &procedure, view: view(law, &subject) };
    let now = at("2020-03-12 12:00");
    let list = |acts: &[(&str, &str)]| {
        let case = case(START, acts);
        changes([(&case, engine(&before), engine(&after))], now).unwrap()
    };
    let told: Vec<_> = list(&[]).into_iter().map(|one| (one.clock, one.before, one.after)).collect();
    assert_eq!(
        told,
        [
            (
                "answer".to_owned(),
                Outlook::Lapsed(Some(day("2020-03-11"))),
                Outlook::Runs(Some(day("2020-03-13")))
            ),
            ("appeal".to_owned(), Outlook::Runs(Some(day("2020-03-27"))), Outlook::Gone),
        ]
    );
    // The other way round the same runs are told, with before and after exchanged.
    let back = changes([(&case(START, &[]), engine(&after), engine(&before))], now).unwrap();
    let back: Vec<_> = back.into_iter().map(|one| (one.clock, one.after, one.before)).collect();
    assert_eq!(back, told);
    assert_eq!(list(&[("silence clock:answer", "2020-03-12")]), []);
}

//! Cases of the request, one line a case. 2 March 2020 is a Monday; seven working days end on the
//! 11th, fifteen calendar days from the 12th on the 27th.
use jiff::Timestamp;
use workflow::{Act, By, Case, Ending, Engine, Refusal, Standing};

use crate::support::{act, at, case, day, events, law_with, lima, procedure, view, with_engine};

const START: &str = "2020-03-02 10:00";

fn check(acts: &[(&str, &str)], now: &str, expect: &[&str]) {
    with_engine(|engine| {
        let standing = engine.standing(&case(START, acts), at(now)).unwrap();
        assert_eq!(events(&standing), expect, "{acts:?} at {now}");
    });
}

#[test]
fn silence_is_an_act_at_the_end_of_the_due_day() {
    check(&[], "2020-03-11 23:59", &[]);
    let silence = "2020-03-12 00:00 silence clock:answer: denied";
    check(&[], "2020-03-12 00:00", &[silence]);
    let drop = "2020-03-28 00:00 drop clock:appeal: dropped";
    check(&[], "2020-03-27 23:59", &[silence]);
    check(&[], "2020-03-28", &[silence, drop]);
    check(&[], "2022-01-01", &[silence, drop]);
    let answer = "2020-03-11 23:59 answer officer: answered";
    check(&[("answer officer", "2020-03-11 23:59")], "2022-01-01", &[answer]);
}

#[test]
fn an_act_after_a_lapse_applies_to_the_state_it_left() {
    let silence = "2020-03-12 00:00 silence clock:answer: denied";
    let appeal = ("appeal citizen", "2020-03-20 09:00");
    check(&[appeal], "2020-03-20 09:00", &[silence, "2020-03-20 09:00 appeal citizen: appealed"]);
    // Answered late, from the denial that silence is.
    let late = ("answer officer", "2020-03-12 00:00");
    check(&[late], "2020-04-01", &[silence, "2020-03-12 00:00 answer officer: answered"]);
    // Returned by the tribunal, the clock starts again.
    check(
        &[appeal, ("return tribunal", "2020-03-23 09:00")],
        "2020-04-02",
        &[
            silence,
            "2020-03-20 09:00 appeal citizen: appealed",
            "2020-03-23 09:00 return tribunal: received",
            "2020-04-02 00:00 silence clock:answer: denied",
        ],
    );
}

#[test]
fn an_extension_counts_from_the_due_day() {
    let extend = ("extend officer", "2020-03-11 23:00");
    let extended = "2020-03-11 23:00 extend officer: received";
    check(&[extend], "2020-03-18 23:59", &[extended]);
    check(&[extend], "2020-03-19", &[extended, "2020-03-19 00:00 silence clock:answer: denied"]);
}

fn refused(engine: &Engine<'_>, acts: &[(&str, &str)], new: &Act, now: &str) -> String {
    let moved = engine.perform(&case(START, acts), new, at(now));
    moved.map_or_else(|refusal| refusal.to_string(), |moved| moved.standing.state)
}

fn check_act(acts: &[(&str, &str)], new: &Act, expect: &str) {
    with_engine(|engine| {
        let now = new.at.max(at("2020-03-02 10:00")).to_string();
        let moved = engine.perform(&case(START, acts), new, new.at);
        let got = moved.map_or_else(|refusal| refusal.to_string(), |moved| moved.standing.state);
        assert_eq!(got, expect, "{acts:?}, then {new:?} at {now}");
    });
}

#[test]
fn refusals() {
    let answer = act("answer officer", "2020-03-03");
    check_act(&[], &answer, "answered");
    check_act(&[], &Act { documents: Vec::new(), ..answer.clone() }, "answer lacks documents: letter");
    check_act(
        &[],
        &Act { documents: vec!["letter".into(), "map".into()], ..answer.clone() },
        "answer takes no document map",
    );
    check_act(
        &[],
        &act("answer citizen", "2020-03-03"),
        "answer cannot be done by citizen; it is for officer",
    );
    check_act(
        &[],
        &act("silence officer", "2020-03-03"),
        "silence cannot be done by officer; it is for no role",
    );
    check_act(&[], &act("appeal citizen", "2020-03-03"), "appeal cannot be done in state received");
    check_act(&[], &act("praise citizen", "2020-03-03"), "the procedure has no act praise");
    check_act(
        &[],
        &Act { reason: " ".into(), ..act("extend officer", "2020-03-03") },
        "extend needs its reason in text",
    );
    check_act(
        &[],
        &act("answer officer", "2020-03-02 09:59"),
        "act 0 of case C-1: the case starts at 2020-03-02T15:00:00Z, after 2020-03-02T14:59:00Z",
    );
    check_act(
        &[],
        &act("silence clock:answer", "2020-03-12"),
        "the lapse of clock answer is not performed; it happens, and is written as it is derived",
    );
    check_act(
        &[("answer officer", "2020-03-03")],
        &act("answer officer", "2020-03-04"),
        "the case has ended in answered; nothing more is done in it",
    );
    check_act(
        &[],
        &act("extend officer", "2020-03-12"),
        "too late to extend clock answer: it lapsed at 2020-03-12T05:00:00Z, its last day was 2020-03-11",
    );
    check_act(
        &[("extend officer", "2020-03-03")],
        &act("appeal citizen", "2020-03-18 23:59"),
        "appeal cannot be done in state received",
    );
    check_act(&[("extend officer", "2020-03-03")], &act("appeal citizen", "2020-03-19"), "appealed");
    check_act(
        &[("silence clock:appeal", "2020-03-03")],
        &answer,
        "act 1 of case C-1: clock appeal does not run",
    );
    check_act(
        &[("extend clock:answer", "2020-03-03")],
        &answer,
        "act 1 of case C-1: extend is not the lapse of clock answer",
    );
    with_engine(|engine| {
        let late = "an act at 2020-03-03T05:00:00Z lies after now, 2020-03-03T04:59:00Z";
        assert_eq!(refused(engine, &[], &answer, "2020-03-02 23:59"), late);
        let before = "an act at 2020-03-03T05:00:00Z lies before 2020-03-03T14:00:00Z, when the case last moved or was settled";
        assert_eq!(refused(engine, &[("extend officer", "2020-03-03 09:00")], &answer, "2020-03-05"), before);
        let settled = Case { settled: Some(at("2020-03-03 09:00")), ..case(START, &[]) };
        assert_eq!(engine.perform(&settled, &answer, at("2020-03-05")).unwrap_err().to_string(), before);
        let before_start =
            engine.perform(&case(START, &[]), &act("answer officer", "2020-03-02"), at("2020-03-05"));
        assert!(matches!(before_start, Err(Refusal::BeforePrevious { .. })));
        let missing = engine.standing(&case(START, &[("answer officer", "2020-03-09")]), at("2020-03-05"));
        assert!(missing.unwrap_err().to_string().contains("lies after now"));
    });
}

#[test]
fn limits_of_extensions() {
    let by = |n: u16, when: &str| Act { extend_by: Some(n), ..act("extend officer", when) };
    let twice = |first: u16, second: Act, expect: &str| {
        with_engine(|engine| {
            let mut case = case(START, &[]);
            case.acts.push(by(first, "2020-03-03"));
            let got = engine.perform(&case, &second, second.at);
            let due = |s: &Standing| s.running("answer").and_then(workflow::Run::due).unwrap().to_string();
            assert_eq!(
                got.map_or_else(|r| r.to_string(), |moved| due(&moved.standing)),
                expect,
                "{first}, {second:?}"
            );
        });
    };
    check_act(&[], &by(5, "2020-03-03"), "received");
    check_act(&[], &by(6, "2020-03-03"), "clock answer may be extended by 5 more, not by 6");
    check_act(&[], &by(0, "2020-03-03"), "an extension of clock answer by nothing is none");
    twice(3, by(2, "2020-03-04"), "2020-03-18");
    twice(3, by(1, "2020-03-04"), "2020-03-17");
    twice(3, act("extend officer", "2020-03-04"), "2020-03-18"); // all that is left
    twice(3, by(2, "2020-03-16 23:59"), "2020-03-18"); // on the last day
    twice(
        3,
        by(2, "2020-03-17"),
        "too late to extend clock answer: it lapsed at 2020-03-17T05:00:00Z, its last day was 2020-03-16",
    );
    twice(3, by(3, "2020-03-04"), "clock answer may be extended by 2 more, not by 3");
    let thrice = [("extend officer", "2020-03-03"), ("extend officer", "2020-03-04")];
    check_act(
        &thrice,
        &by(1, "2020-03-05"),
        "act 2 of case C-1: an extension of clock answer by nothing is none",
    );
    with_engine(|engine| {
        let mut case = case(START, &[]);
        case.acts = vec![by(1, "2020-03-03"), by(1, "2020-03-04")];
        let often = engine.perform(&case, &by(1, "2020-03-05"), at("2020-03-05")).unwrap_err();
        assert_eq!(often.to_string(), "clock answer may be extended 2 times, and was");
    });
}

#[test]
fn a_law_without_an_answer_is_said_and_lapses_nothing() {
    with_engine(|engine| {
        let late = case("2023-12-28 10:00", &[]);
        let standing = engine.standing(&late, at("2030-01-01")).unwrap();
        assert_eq!(standing.state, "received");
        let due = &standing.running("answer").unwrap().spans.last().unwrap().due;
        assert!(due.as_ref().unwrap_err().to_string().contains("says nothing of 2024-01-01"));
        let extend = engine.perform(&late, &act("extend officer", "2023-12-29"), at("2023-12-29"));
        assert!(matches!(extend, Err(Refusal::Law(_))), "{extend:?}");
        for extreme in [Timestamp::MIN, Timestamp::MAX] {
            let standing = engine.standing(&Case::new("C-2", extreme), Timestamp::MAX).unwrap();
            assert_eq!(standing.lapses().count(), 0);
            assert!(
                engine
                    .notices(&Case::new("C-2", extreme), Timestamp::MIN, Timestamp::MAX)
                    .unwrap()
                    .is_empty()
            );
        }
    });
}

#[test]
fn what_a_role_can_do_now() {
    with_engine(|engine| {
        let check = |acts: &[(&str, &str)], now: &str, role: &str, expect: &[&str]| {
            let standing = engine.standing(&case(START, acts), at(now)).unwrap();
            let possible = engine.possible(&standing, role);
            let words: Vec<String> = possible
                .iter()
                .map(|one| match &one.extends {
                    Some((clock, _, left)) => format!("{} {clock}+{left}", one.act.code),
                    None => one.act.code.clone(),
                })
                .collect();
            assert_eq!(words, expect, "{role} after {acts:?} at {now}");
        };
        check(&[], "2020-03-03", "officer", &["answer", "extend answer+5"]);
        check(&[], "2020-03-03", "citizen", &[]);
        check(&[], "2020-03-12", "officer", &["answer"]);
        check(&[], "2020-03-12", "citizen", &["appeal"]);
        check(&[], "2020-03-28", "citizen", &[]);
        check(&[("extend officer", "2020-03-03")], "2020-03-04", "officer", &["answer"]);
        check(&[("answer officer", "2020-03-03")], "2020-03-04", "officer", &[]);
    });
}

#[test]
fn runs_tell_their_arithmetic_and_their_end() {
    with_engine(|engine| {
        let acts = [
            ("extend officer", "2020-03-03"),
            ("appeal citizen", "2020-03-20"),
            ("return tribunal", "2020-03-23"),
        ];
        let standing = engine.standing(&case(START, &acts), at("2020-03-24")).unwrap();
        let told: Vec<_> = standing
            .runs
            .iter()
            .map(|run| (run.clock.as_str(), run.number, run.ended.map(|(_, how)| how)))
            .collect();
        assert_eq!(
            told,
            [("answer", 1, Some(Ending::Lapsed)), ("appeal", 1, Some(Ending::Stopped)), ("answer", 2, None)]
        );
        let first = standing.runs.first().unwrap();
        let dues: Vec<_> = first.spans.iter().map(|span| span.date().unwrap().to_string()).collect();
        assert_eq!(dues, ["2020-03-11", "2020-03-18"]);
        let chain = first.spans.last().unwrap().due.as_ref().unwrap();
        let keys: Vec<_> = chain.iter().map(|one| one.rule.as_ref().unwrap().key.as_str()).collect();
        assert_eq!(keys, ["access.answer", "access.extension"]);
        assert_eq!(first.due_at(at("2020-03-02 23:00")), Some(day("2020-03-11")));
        assert_eq!(first.due_at(at("2020-03-03")), Some(day("2020-03-18")));
        assert_eq!(first.spans.last().unwrap().to, Some(at("2020-03-19")));
        assert_eq!(standing.stay_at(at("2020-03-18 23:59")).unwrap().state, "received");
        assert_eq!(standing.stay_at(at("2020-03-19")).unwrap().state, "denied");
        assert!(standing.stay_at(at("2020-03-02 09:59")).is_none());
        assert!(standing.stay_at(at("2020-03-24 00:01")).is_none());
    });
}

#[test]
fn a_clock_started_again_begins_a_new_run() {
    let law = law_with(&[]);
    let text = crate::support::REQUEST
        .replace("starts_on_acts = [\"silence\"]", "starts_on_acts = [\"silence\", \"remind\"]")
        + "\n[[act]]\ncode = \"remind\"\ntitle = { es = \"R\", en = \"R\" }\nfrom = [\"denied\"]\nto = \"denied\"\nby = [\"citizen\"]\n";
    let procedure = procedure(&text, &law);
    let subject = law::Subject::country();
    let engine = Engine { procedure: &procedure, view: view(&law, &subject) };
    let standing =
        engine.standing(&case(START, &[("remind citizen", "2020-03-16 08:00")]), at("2020-03-20")).unwrap();
    let told: Vec<_> = standing
        .runs
        .iter()
        .map(|run| (run.clock.as_str(), run.number, run.ended.map(|(_, how)| how)))
        .collect();
    assert_eq!(
        told,
        [("answer", 1, Some(Ending::Lapsed)), ("appeal", 1, Some(Ending::Restarted)), ("appeal", 2, None)]
    );
    // An act that leads where the case is neither leaves nor enters.
    assert_eq!(standing.stays.len(), 2);
    assert_eq!(standing.running("appeal").unwrap().due(), Some(day("2020-03-31")));
}

#[test]
fn the_day_is_the_countrys() {
    with_engine(|engine| {
        // 22:00 in Lima is the next day in UTC.
        let standing = engine.standing(&case("2020-03-02 22:00", &[]), at("2020-03-03")).unwrap();
        assert_eq!(standing.running("answer").unwrap().due(), Some(day("2020-03-11")));
        assert_eq!(
            lima().to_datetime(engine.view.end_of(day("2020-03-11")).unwrap()).to_string(),
            "2020-03-12T00:00:00"
        );
        assert_eq!(engine.view.day(at("2020-03-02 23:59")), day("2020-03-02"));
        let silence = Act::new("silence", at("2020-03-12"), By::Clock("answer".into()));
        assert_eq!(
            engine.standing(&case("2020-03-02 22:00", &[]), at("2020-03-13")).unwrap().unwritten(),
            [silence]
        );
    });
}

/// Both due on the 11th: the clock declared first speaks first, though its run began later.
#[test]
fn of_two_lapses_in_one_instant_the_clock_declared_first_speaks() {
    let law = law_with(&[]);
    let text = crate::support::REQUEST.replace(
        "starts_on_entering = [\"received\"]",
        "starts_on_entering = [\"received\"]\nstarts_on_acts = [\"again\"]",
    ) + "\n[[act]]\ncode = \"again\"\ntitle = { es = \"A\", en = \"A\" }\nfrom = [\"received\"]\nby = [\"citizen\"]\n"
        + "\n[[act]]\ncode = \"expire\"\ntitle = { es = \"E\", en = \"E\" }\nfrom = [\"received\"]\nto = \"dropped\"\n"
        + "\n[[clock]]\ncode = \"other\"\ntitle = { es = \"O\", en = \"O\" }\nterm = \"access.answer\"\nstarts_on_entering = [\"received\"]\nstops_on_leaving = [\"received\"]\nlapse = \"expire\"\n";
    let procedure = procedure(&text, &law);
    let subject = law::Subject::country();
    let engine = Engine { procedure: &procedure, view: view(&law, &subject) };
    let standing =
        engine.standing(&case(START, &[("again citizen", "2020-03-02 12:00")]), at("2020-03-12")).unwrap();
    assert_eq!(
        events(&standing).last().map(String::as_str),
        Some("2020-03-12 00:00 silence clock:answer: denied")
    );
    let other = standing.runs.iter().find(|run| run.clock == "other").unwrap();
    assert_eq!(other.ended, Some((at("2020-03-12"), Ending::Stopped)));
}

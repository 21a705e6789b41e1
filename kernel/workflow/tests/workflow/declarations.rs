//! What a declaration is refused for, one line a refusal: the declaration of the request with one
//! thing written otherwise.
use workflow::{Declaration, Defect, Procedure};

use crate::support::{REQUEST, law_with};

pub fn found(text: &str) -> Vec<String> {
    let law = law_with(&[]);
    match Declaration::parse(text) {
        Err(error) => vec![Defect::Unreadable(error.message().to_owned()).to_string()],
        Ok(read) => match Procedure::checked(read, &law.rulebook) {
            Ok(_) => Vec::new(),
            Err(defects) => defects.iter().map(Defect::to_string).collect(),
        },
    }
}

/// All refusals, in order.
fn check(replace: &[(&str, &str)], expect: &[&str]) {
    let mut text = REQUEST.to_owned();
    for (old, new) in replace {
        assert!(text.contains(old), "nothing reads {old:?}");
        text = text.replacen(old, new, 1);
    }
    assert_eq!(found(&text), expect, "for {replace:?}");
}

const APPEAL: &str = "[[act]]\ncode = \"appeal\"";
const STATE: &str = "[[state]]\ncode = \"denied\"";

#[test]
fn the_request_is_sound() {
    check(&[], &[]);
}

#[test]
fn names_and_texts() {
    check(
        &[("en = \"Denied\"", "en = \" \"")],
        &["state denied has no title in en; people read it in both languages"],
    );
    check(
        &[("title = { es = \"Silencio\", en = \"Silence\" }\n", "")],
        &[
            "act silence has no title in es; people read it in both languages",
            "act silence has no title in en; people read it in both languages",
        ],
    );
    check(
        &[("es = \"Tribunal\", ", "")],
        &["role tribunal has no title in es; people read it in both languages"],
    );
    check(
        &[("es = \"En trámite\", ", "")],
        &["phase pending has no title in es; people read it in both languages"],
    );
    check(
        &[("es = \"Carta\", ", "")],
        &["document letter has no title in es; people read it in both languages"],
    );
    check(
        &[("es = \"Solicitud\", ", "")],
        &["procedure request has no title in es; people read it in both languages"],
    );
    check(
        &[("es = \"Plazo para apelar\", ", "")],
        &["clock appeal has no title in es; people read it in both languages"],
    );
    check(
        &[("subject = \"request\"\n", "")],
        &["nothing says what a case is about; write subject, as plan_version"],
    );
    check(
        &[("code = \"request\"", "code = \"Request 1\"")],
        &["procedure Request 1: not a code; write lower-case words joined by _, as plan_approval"],
    );
    check(
        &[("code = \"tribunal\"", "code = \"\"")],
        &[
            "role : not a code; write lower-case words joined by _, as plan_approval",
            "act return names the role tribunal, which is not declared",
            "act dismiss names the role tribunal, which is not declared",
        ],
    );
    check(
        &[
            ("code = \"officer\"", "code = \"citizen\""),
            ("by = [\"officer\"]", "by = [\"citizen\"]"),
            ("by = [\"officer\"]", "by = [\"citizen\"]"),
            ("\"citizen\", \"officer\"]", "\"citizen\"]"),
            ("to = [\"officer\"]", "to = [\"citizen\"]"),
            ("to = [\"officer\"]", "to = [\"citizen\"]"),
        ],
        &["role citizen is declared twice"],
    );
    check(
        &[(
            STATE,
            "[[state]]\ncode = \"received\"\ntitle = { es = \"A\", en = \"A\" }\nphase = \"pending\"\n\n[[state]]\ncode = \"denied\"",
        )],
        &["state received is declared twice"],
    );
    check(&[("code = \"dismiss\"", "code = \"return\"")], &["act return is declared twice"]);
    check(
        &[("code = \"appeal\"\ntitle = { es = \"Plazo", "code = \"answer\"\ntitle = { es = \"Plazo")],
        &["clock answer is declared twice"],
    );
    check(&[("notice.early", "notice.soon")], &["reminder notice.soon of clock answer is declared twice"]);
}

/// One line before the first state.
fn played(line: &str) -> (String, String) {
    let first = "[[state]]".to_owned();
    let with = format!("[played_by]\n{line}\n\n[[state]]");
    (first, with)
}

#[test]
fn who_plays_a_role() {
    let check_played = |line: &str, expect: &[&str]| {
        let (old, new) = played(line);
        check(&[(&old, &new)], expect);
    };
    check_played("officer = [\"planner\", \"approver\"]", &[]);
    check_played("clerk = [\"planner\"]", &["played_by names the role clerk, which is not declared"]);
    let twice = "the post planner is named twice in played_by; as whom it acts would be a guess";
    check_played("officer = [\"planner\"]\ntribunal = [\"planner\"]", &[twice]);
    check_played("officer = [\"planner\", \"planner\"]", &[twice]);
    let (old, new) = played("officer = [\"planner\"]");
    let read = Declaration::parse(&REQUEST.replacen(&old, &new, 1)).unwrap();
    assert_eq!(read.role_of("planner"), Some("officer"));
    // To be called as a role is called is not to play it.
    assert_eq!((read.role_of("officer"), read.role_of("tribunal")), (None, None));
}

#[test]
fn sources_and_dates() {
    check(
        &[("source = { norm = \"Ley 1\", article = \"art. 11\", status = \"confirmed\" }\n", "")],
        &["no source; name the norm that says so in source.norm of procedure request"],
    );
    check(
        &[("norm = \"Ley 1\", ", "")],
        &["no source; name the norm that says so in source.norm of procedure request"],
    );
    check(
        &[(APPEAL, &format!("{APPEAL}\nsource = {{ article = \"2\", status = \"confirmed\" }}"))],
        &["no source; name the norm that says so in source.norm of act appeal"],
    );
    check(
        &[("lapse = \"drop\"", "lapse = \"drop\"\nsource = { norm = \"\", status = \"confirmed\" }")],
        &["no source; name the norm that says so in source.norm of clock appeal"],
    );
    check(
        &[("recorded_from", "valid_to = \"2010-01-01\"\nrecorded_from")],
        &["valid_to 2010-01-01 is not after valid_from 2010-01-01"],
    );
    check(
        &[("2010-01-01", "2010-02-30")],
        &[
            "not a declaration: parsed date is not valid: parameter 'day' for `2010-02` is invalid, must be in range `1..=28`",
        ],
    );
    check(
        &[("valid_from", "valid_since")],
        &[
            "not a declaration: unknown field `valid_since`, expected one of `code`, `title`, `subject`, `source`, `valid_from`, `valid_to`, `recorded_from`, `role`, `played_by`, `phase`, `document`, `state`, `act`, `clock`",
        ],
    );
    check(
        &[("reason = true", "reasons = true")],
        &[
            "not a declaration: unknown field `reasons`, expected one of `code`, `title`, `from`, `to`, `by`, `documents`, `reason`, `answered`, `source`",
        ],
    );
    check(
        &[("status = \"confirmed\"", "status = \"sure\"")],
        &["not a declaration: unknown variant `sure`, expected `confirmed` or `to_be_confirmed`"],
    );
}

#[test]
fn references() {
    check(
        &[("lapse = \"drop\"", "stops_on_acts = [\"rest\"]\nlapse = \"drop\"")],
        &["clock appeal names the act rest, which is not declared"],
    );
    check(
        &[("phase = \"pending\"\ninitial", "initial")],
        &["state received has no phase; a case is published under one at every instant"],
    );
    check(
        &[("phase = \"pending\"\ninitial", "phase = \"open\"\ninitial")],
        &["state received names the phase open, which is not declared"],
    );
    check(
        &[("from = [\"received\", \"denied\"]", "from = [\"received\", \"refused\"]")],
        &["act answer names the state refused, which is not declared"],
    );
    check(
        &[("to = \"appealed\"", "to = \"appeal\"")],
        &["act appeal names the state appeal, which is not declared"],
    );
    check(
        &[("stops_on_leaving = [\"denied\"]", "stops_on_leaving = [\"refused\"]")],
        &["clock appeal names the state refused, which is not declared"],
    );
    check(
        &[("starts_on_entering = [\"received\"]", "starts_on_entering = [\"sent\"]")],
        &["clock answer names the state sent, which is not declared"],
    );
    check(
        &[("starts_on_acts = [\"silence\"]", "starts_on_acts = [\"quiet\"]")],
        &["clock appeal names the act quiet, which is not declared"],
    );
    check(
        &[("lapse = \"drop\"", "lapse = \"fall\"")],
        &[
            "clock appeal names the act fall, which is not declared",
            "act drop has no role that may perform it and no clock writes its lapse as it",
        ],
    );
    check(
        &[("act = \"extend\"", "act = \"prolong\"")],
        &["clock answer names the act prolong, which is not declared"],
    );
    check(
        &[("by = [\"citizen\"]", "by = [\"requester\"]")],
        &["act appeal names the role requester, which is not declared"],
    );
    check(
        &[("lapse_notice_to = [\"citizen\"]", "lapse_notice_to = [\"all\"]")],
        &["clock appeal names the role all, which is not declared"],
    );
    check(
        &[("notice_to = [\"citizen\"] }", "notice_to = [\"all\"] }")],
        &["clock answer names the role all, which is not declared"],
    );
    check(
        &[("to = [\"officer\"]", "to = [\"all\"]")],
        &["clock answer names the role all, which is not declared"],
    );
    check(
        &[("to = [\"officer\"]", "to = []")],
        &["a reminder of clock answer is for nobody; name roles in to"],
    );
    check(
        &[("documents = [\"letter\"]", "documents = [\"mail\"]")],
        &["act answer names the document mail, which is not declared"],
    );
}

#[test]
fn states_and_acts() {
    check(&[("initial = true\n", "")], &["no state is initial; mark one with initial = true"]);
    check(
        &[(STATE, &format!("{STATE}\ninitial = true"))],
        &["several states are initial (received, denied); a case starts in one"],
    );
    check(
        &[("to = \"appealed\"", "to = \"dropped\"")],
        &["state appealed cannot be reached from the initial one"],
    );
    check(
        &[("by = [\"citizen\"]\n", "")],
        &[
            "act appeal has no role that may perform it and no clock writes its lapse as it",
            "state appealed cannot be reached from the initial one",
        ],
    );
    check(&[("from = [\"appealed\"]", "from = []")], &["act return starts from no state; name them in from"]);
    check(
        &[("from = [\"received\", \"denied\"]", "from = [\"received\", \"dropped\"]")],
        &["act answer goes out of dropped, which is final; a case ends there"],
    );
    // The tribunal only returns, nobody answers, and what lapses is appealed again.
    check(
        &[
            ("to = \"answered\"", "to = \"appealed\""),
            ("to = \"dropped\"", "to = \"appealed\""),
            ("to = \"dropped\"", "to = \"received\""),
        ],
        &[
            "a case can be in state received with no way left to a final state",
            "a case can be in state denied with no way left to a final state",
            "a case can be in state appealed with no way left to a final state",
            "state answered cannot be reached from the initial one",
            "state dropped cannot be reached from the initial one",
        ],
    );
    // A way out that only silence has, without a clock that runs there.
    check(
        &[
            ("starts_on_acts = [\"silence\"]", "starts_on_acts = [\"appeal\"]"),
            ("from = [\"received\", \"denied\"]", "from = [\"received\"]"),
            ("from = [\"denied\"]\nto = \"appealed\"", "from = [\"received\"]\nto = \"appealed\""),
        ],
        &[
            "a case can be in state denied with no way left to a final state",
            "clock appeal can run in state appealed, from which its lapse act drop does not start",
            "clock appeal can run in state received, from which its lapse act drop does not start",
        ],
    );
}

#[test]
fn clocks() {
    check(
        &[("act = \"extend\"", "act = \"drop\"")],
        &[
            "clock answer is extended by drop, which is the lapse of a clock; silence gives no time",
            "clock answer is extended by drop, which cannot be performed while it runs",
        ],
    );
    check(
        &[("lapse = \"silence\"\n", "")],
        &[
            "act silence has no role that may perform it and no clock writes its lapse as it",
            "clock answer has no lapse act; say in lapse what silence means",
            "state denied cannot be reached from the initial one",
            "state appealed cannot be reached from the initial one",
            "state dropped cannot be reached from the initial one",
            "clock appeal never starts: no case enters its states or performs its acts",
        ],
    );
    check(
        &[("code = \"drop\"", "code = \"drop\"\nreason = true")],
        &["clock appeal lapses as drop, which asks for a document or a reason; a clock gives none"],
    );
    check(
        &[("code = \"drop\"", "code = \"drop\"\ndocuments = [\"letter\"]")],
        &["clock appeal lapses as drop, which asks for a document or a reason; a clock gives none"],
    );
    check(&[("stops_on_leaving = [\"received\"]", "stops_on_acts = [\"return\"]")], &[]);
    check(
        &[("stops_on_leaving = [\"denied\"]", "stops_on_acts = [\"return\"]")],
        &["clock appeal can run in state appealed, from which its lapse act drop does not start"],
    );
    check(
        &[("starts_on_acts = [\"silence\"]", "")],
        &["clock appeal never starts: no case enters its states or performs its acts"],
    );
    check(
        &[("starts_on_acts = [\"silence\"]", "starts_on_entering = [\"dropped\"]")],
        &["clock appeal never starts: no case enters its states or performs its acts"],
    );
    check(
        &[
            ("from = [\"appealed\"]\nto = \"received\"\nby", "from = [\"received\"]\nby"),
            ("starts_on_entering = [\"received\"]", "starts_on_acts = [\"return\"]"),
        ],
        &[],
    );
    check(
        &[("from = [\"received\"]\nby = [\"officer\"]", "from = [\"denied\"]\nby = [\"officer\"]")],
        &["clock answer is extended by extend, which cannot be performed while it runs"],
    );
    check(
        &[(
            "stops_on_leaving = [\"received\"]",
            "stops_on_leaving = [\"received\"]\nstops_on_acts = [\"extend\"]",
        )],
        &["clock answer is extended by extend, which also stops or starts it"],
    );
    check(
        &[(
            "starts_on_entering = [\"received\"]",
            "starts_on_entering = [\"received\"]\nstarts_on_acts = [\"extend\"]",
        )],
        &["clock answer is extended by extend, which also stops or starts it"],
    );
    check(
        &[(
            "lapse = \"drop\"",
            "lapse = \"drop\"\nextension = { act = \"extend\", cap = \"access.extension\", times = \"access.extension_times\" }",
        )],
        &[
            "act extend extends several clocks; whose time it gives would be a guess",
            "clock appeal is extended by extend, which cannot be performed while it runs",
        ],
    );
}

#[test]
fn a_clock_that_only_its_lapse_ends_never_stops() {
    // Started again by its own lapse, in a state that nothing leaves.
    let tick = "[[act]]\ncode = \"tick\"\ntitle = { es = \"T\", en = \"T\" }\nfrom = [\"received\", \"denied\", \"appealed\"]\n\n[[clock]]\ncode = \"year\"\ntitle = { es = \"A\", en = \"Y\" }\nterm = \"access.decision\"\nlapse = \"tick\"\nstarts_on_acts = [\"appeal\"]\n\n";
    check(&[(APPEAL, &format!("{tick}{APPEAL}"))], &[]); // an end of the case stops it
    let (from, to) = (
        "code = \"dismiss\"\ntitle = { es = \"Desestimar\", en = \"Dismiss\" }\nfrom = [\"appealed\"]\nto = \"dropped\"",
        "code = \"dismiss\"\ntitle = { es = \"Desestimar\", en = \"Dismiss\" }\nfrom = [\"appealed\"]",
    );
    let back = ("from = [\"appealed\"]\nto = \"received\"", "from = [\"appealed\"]");
    check(
        &[(APPEAL, &format!("{tick}{APPEAL}")), (from, to), back],
        &[
            "a case can be in state appealed with no way left to a final state",
            "clock year never stops: nothing but its own lapse ends it",
        ],
    );
}

#[test]
fn whoever_is_asked_is_asked_for_a_time_and_answered() {
    const RECEIVED: &str = "phase = \"pending\"\ninitial = true";
    const ANSWER: &str = "documents = [\"letter\"]";
    let asks = (RECEIVED, "phase = \"pending\"\ninitial = true\nconsults = true");
    let waits = (ANSWER, "documents = [\"letter\"]\nanswered = true");
    let alone = ("from = [\"received\", \"denied\"]", "from = [\"received\"]");
    check(&[asks, waits, alone], &[]);
    check(&[asks, waits], &["act appeal leaves what was said unanswered without a reason; ask for one"]);
    check(
        &[asks],
        &[
            "state received consults everybody, and no act waits for the answers; mark one with answered = true",
            "act answer leaves what was said unanswered without a reason; ask for one",
        ],
    );
    check(&[waits, alone], &["act answer waits for answers, and no state consults anybody"]);
    check(
        &[("code = \"appealed\"", "consults = true\ncode = \"appealed\""), waits, alone],
        // Its clock starts with another act.
        &[
            "state appealed consults everybody, and no clock starts on entering it; say how long",
            "act dismiss leaves what was said unanswered without a reason; ask for one",
        ],
    );
    check(
        &[
            ("phase = \"closed\"\nfinal = true", "phase = \"closed\"\nfinal = true\nconsults = true"),
            waits,
            alone,
        ],
        &[
            "state answered consults everybody and is final; nobody would answer",
            "state answered consults everybody, and no clock starts on entering it; say how long",
        ],
    );
}

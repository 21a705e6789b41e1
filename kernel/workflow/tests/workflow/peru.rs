//! The procedures of Peru's pack: sound, and walked through. 4 May 2015 is a Monday; seven working
//! days end on the 13th.
use jiff::civil::Date;
use law::{CountryLaw, LawFiles, Subject};
use workflow::{Act, By, Case, Diagram, Engine, Procedures, Run};

use crate::support::{at, day, events, view};

macro_rules! declared {
    ($name:literal) => {
        ($name, include_str!(concat!("../../../../countries/peru/procedures/", $name)))
    };
}

const DECLARED: [(&str, &str); 4] = [
    declared!("plan_approval.toml"),
    declared!("national_policy_approval.toml"),
    declared!("pedn_approval.toml"),
    declared!("pedn_approval_congress.toml"),
];

fn peru() -> CountryLaw {
    let files = LawFiles {
        rules: include_str!("../../../../countries/peru/law/rules.csv"),
        holidays: include_str!("../../../../countries/peru/law/holidays.csv"),
        non_working_days: include_str!("../../../../countries/peru/law/non_working_days.csv"),
        suspensions: None,
        names: None,
    };
    CountryLaw::parse(files).unwrap()
}

fn procedures(law: &CountryLaw) -> Procedures {
    Procedures::read(DECLARED, &law.rulebook).unwrap()
}

/// `submit planning_authority draft`, on a day at nine.
fn act(what: &str, date: &str) -> Act {
    let mut words = what.split_whitespace().map(str::to_owned);
    let (code, role) = (words.next().unwrap(), words.next().unwrap());
    let act = Act::new(&code, at(&format!("{date} 09:00")), By::Role(role));
    Act { documents: words.collect(), reason: "Por lo expuesto".to_owned(), ..act }
}

fn check(acts: &[(&str, &str)], now: &str, expect: &str) {
    check_of("plan_approval", acts, now, expect);
}

fn check_of(code: &str, acts: &[(&str, &str)], now: &str, expect: &str) {
    let law = peru();
    let procedures = procedures(&law);
    let subject = Subject::country();
    let procedure = procedures.in_force(code, day("2015-04-01"), Date::MAX).unwrap();
    let engine = Engine { procedure, view: view(&law, &subject) };
    let mut case = Case::new("PEI-11", at("2015-04-01 09:00"));
    for (what, date) in acts {
        let act = act(what, date);
        engine.perform(&case, &act, act.at).unwrap_or_else(|refusal| panic!("{what}: {refusal}"));
        case.acts.push(act);
    }
    let standing = engine.standing(&case, at(now)).unwrap();
    let due = standing.open().next().and_then(Run::due).map_or_else(String::new, |due| format!(" due {due}"));
    let last = events(&standing).last().cloned().unwrap_or_default();
    assert_eq!(format!("{} {} [{last}]{due}", standing.state, standing.phase), expect, "{acts:?} at {now}");
}

const TO_OPINION: [(&str, &str); 3] = [
    ("submit planning_authority draft", "2015-04-10"),
    ("validate planning_commission minutes", "2015-04-20"),
    ("request_opinion planning_authority draft minutes", "2015-05-04"),
];

fn and(more: &[(&'static str, &'static str)]) -> Vec<(&'static str, &'static str)> {
    TO_OPINION.iter().chain(more).copied().collect()
}

#[test]
fn a_plan_is_drafted_validated_judged_and_approved() {
    check(&[], "2015-04-02", "drafting preparation []");
    check(
        &TO_OPINION,
        "2015-05-13 23:59",
        "opinion opinion [2015-05-04 09:00 request_opinion planning_authority: opinion] due 2015-05-13",
    );
    let approved = and(&[
        ("favour governing_body technical_opinion", "2015-05-12"),
        ("approve resolution_authority resolution", "2015-06-01"),
    ]);
    check(
        &approved,
        "2015-07-01",
        "approved approved [2015-06-01 09:00 approve resolution_authority: approved]",
    );
    let observed = and(&[("observe governing_body technical_opinion", "2015-05-12")]);
    check(
        &observed,
        "2015-07-01",
        "drafting preparation [2015-05-12 09:00 observe governing_body: drafting]",
    );
}

#[test]
fn silence_of_the_opinion_lets_the_plan_go_on() {
    check(
        &TO_OPINION,
        "2015-05-14",
        "opinion_overdue opinion [2015-05-14 00:00 opinion_not_given clock:opinion: opinion_overdue]",
    );
    let extended = and(&[("extend_opinion governing_body", "2015-05-13")]);
    check(
        &extended,
        "2015-05-18 23:59",
        "opinion opinion [2015-05-13 09:00 extend_opinion governing_body: opinion] due 2015-05-18",
    );
    check(
        &extended,
        "2015-05-19",
        "opinion_overdue opinion [2015-05-19 00:00 opinion_not_given clock:opinion: opinion_overdue]",
    );
    let late = and(&[("favour governing_body technical_opinion", "2015-05-20")]);
    check(&late, "2015-07-01", "decision decision [2015-05-20 09:00 favour governing_body: decision]");
    let without = and(&[
        ("go_on_without planning_authority", "2015-05-20"),
        ("send_back resolution_authority", "2015-05-21"),
    ]);
    check(
        &without,
        "2015-07-01",
        "drafting preparation [2015-05-21 09:00 send_back resolution_authority: drafting]",
    );
}

#[test]
fn it_holds_from_the_publication_of_the_directive() {
    let procedures = procedures(&peru());
    assert!(procedures.in_force("plan_approval", day("2014-04-03"), Date::MAX).is_none());
    let procedure = procedures.in_force("plan_approval", day("2014-04-04"), Date::MAX).unwrap();
    let diagram = Diagram::of(procedure);
    assert_eq!((diagram.nodes.len(), diagram.layers), (8, 6));
    assert_eq!(diagram.outline(procedure).len(), 8);
}

const TO_CONSULTATION: [(&str, &str); 2] = [
    ("submit planning_authority draft", "2015-04-10"),
    ("agree_consultation planning_board draft board_minutes", "2015-05-04"),
];
const TO_FINAL_BOARD: [(&str, &str); 2] = [
    ("report_consultation planning_authority consultation_report", "2015-06-15"),
    ("submit_final planning_authority draft", "2015-07-01"),
];
const AGREED: (&str, &str) = ("agree_final planning_board draft board_minutes", "2015-07-10");
const DECREED: [(&str, &str); 2] = [
    ("agree council_of_ministers council_minutes", "2015-09-01"),
    ("decree council_of_ministers decree", "2015-09-15"),
];

fn all(parts: &[&[(&'static str, &'static str)]]) -> Vec<(&'static str, &'static str)> {
    parts.concat()
}

#[test]
fn the_national_plan_is_agreed_consulted_revised_and_decreed() {
    let check = |acts: &[(&str, &str)], now: &str, expect: &str| check_of("pedn_approval", acts, now, expect);
    check(&[], "2015-04-02", "drafting preparation []");
    // Thirty calendar days: a comment on the last of them is in time.
    check(
        &TO_CONSULTATION,
        "2015-06-03 23:59",
        "consultation consultation [2015-05-04 09:00 agree_consultation planning_board: consultation] due 2015-06-03",
    );
    check(
        &TO_CONSULTATION,
        "2015-06-04",
        "answering consultation [2015-06-04 00:00 consultation_ends clock:consultation: answering]",
    );
    let longer = all(&[&TO_CONSULTATION, &[("extend_consultation planning_authority", "2015-06-03")]]);
    check(
        &longer,
        "2015-07-03",
        "consultation consultation [2015-06-03 09:00 extend_consultation planning_authority: consultation] due 2015-07-03",
    );
    let without = ("report_without_answers planning_authority consultation_report", "2015-06-20");
    check(
        &all(&[&TO_CONSULTATION, &[without]]),
        "2015-07-01",
        "revision preparation [2015-06-20 09:00 report_without_answers planning_authority: revision]",
    );
    let decreed = all(&[&TO_CONSULTATION, &TO_FINAL_BOARD, &[AGREED], &DECREED]);
    check(
        &decreed,
        "2015-10-01",
        "approved approved [2015-09-15 09:00 decree council_of_ministers: approved]",
    );
    let declined =
        all(&[&TO_CONSULTATION, &TO_FINAL_BOARD, &[AGREED, ("decline council_of_ministers", "2015-09-01")]]);
    check(
        &declined,
        "2015-10-01",
        "revision preparation [2015-09-01 09:00 decline council_of_ministers: revision]",
    );
    let again = all(&[&TO_CONSULTATION, &TO_FINAL_BOARD, &[("return_draft planning_board", "2015-07-10")]]);
    check(
        &again,
        "2015-10-01",
        "drafting preparation [2015-07-10 09:00 return_draft planning_board: drafting]",
    );
    let withdrawn = all(&[&TO_CONSULTATION, &[("withdraw planning_authority", "2015-05-20")]]);
    check(
        &withdrawn,
        "2015-10-01",
        "withdrawn withdrawn [2015-05-20 09:00 withdraw planning_authority: withdrawn]",
    );
}

#[test]
fn where_congress_has_a_part_it_hears_debates_and_votes() {
    let check = |acts: &[(&str, &str)], now: &str, expect: &str| {
        check_of("pedn_approval_congress", acts, now, expect);
    };
    let heard = [
        AGREED,
        ("hear congress hearing_record", "2015-07-20"),
        ("debate congress debate_record", "2015-08-10"),
    ];
    let to_vote = all(&[&TO_CONSULTATION, &TO_FINAL_BOARD, &heard]);
    check(&to_vote, "2015-08-11", "vote decision [2015-08-10 09:00 debate congress: vote]");
    let favour = ("vote_for congress vote_record", "2015-08-20");
    check(
        &all(&[&to_vote, &[favour], &DECREED]),
        "2015-10-01",
        "approved approved [2015-09-15 09:00 decree council_of_ministers: approved]",
    );
    let against = ("vote_against congress vote_record", "2015-08-20");
    check(
        &all(&[&to_vote, &[against]]),
        "2015-10-01",
        "revision preparation [2015-08-20 09:00 vote_against congress: revision]",
    );
}

#[test]
fn a_national_policy_is_proposed_judged_agreed_and_decreed() {
    let check = |acts: &[(&str, &str)], now: &str, expect: &str| {
        check_of("national_policy_approval", acts, now, expect);
    };
    let asked = [("request_opinion planning_authority draft coordination", "2015-05-04")];
    check(
        &asked,
        "2015-05-13 23:59",
        "opinion opinion [2015-05-04 09:00 request_opinion planning_authority: opinion] due 2015-05-13",
    );
    check(
        &asked,
        "2015-05-14",
        "opinion_overdue opinion [2015-05-14 00:00 opinion_not_given clock:opinion: opinion_overdue]",
    );
    let proposed = [
        ("favour governing_body technical_opinion", "2015-05-12"),
        ("propose resolution_authority proposal", "2015-06-01"),
    ];
    check(
        &all(&[&asked, &proposed, &DECREED]),
        "2015-10-01",
        "approved approved [2015-09-15 09:00 decree council_of_ministers: approved]",
    );
    let declined = all(&[&asked, &proposed, &[("decline council_of_ministers", "2015-09-01")]]);
    check(
        &declined,
        "2015-10-01",
        "drafting preparation [2015-09-01 09:00 decline council_of_ministers: drafting]",
    );
}

/// Of every act of the new procedures: done by another role, or without its documents or its reason, it is refused.
#[test]
fn no_act_of_the_pack_is_done_by_another_or_without_its_papers() {
    let law = peru();
    let procedures = procedures(&law);
    let subject = Subject::country();
    for procedure in procedures.all() {
        let engine = Engine { procedure, view: view(&law, &subject) };
        let roles: Vec<&str> = procedure.roles.iter().map(|role| role.code.as_str()).collect();
        for declared in
            procedure.acts.iter().filter(|act| act.from.iter().any(|from| from == procedure.initial()))
        {
            let case = Case::new("C", at("2015-04-01 09:00"));
            for role in &roles {
                let mut act = Act::new(&declared.code, at("2015-04-02 09:00"), By::Role((*role).to_owned()));
                act.documents.clone_from(&declared.documents);
                act.reason = "x".to_owned();
                let is_own = declared.by.iter().any(|own| own == role);
                assert_eq!(engine.perform(&case, &act, act.at).is_ok(), is_own, "{} {}", declared.code, role);
                if is_own && !declared.documents.is_empty() {
                    let bare = Act { documents: Vec::new(), ..act.clone() };
                    assert!(engine.perform(&case, &bare, bare.at).is_err(), "{}", declared.code);
                }
                if is_own && declared.reason {
                    let bare = Act { reason: String::new(), ..act.clone() };
                    assert!(engine.perform(&case, &bare, bare.at).is_err(), "{}", declared.code);
                }
            }
        }
    }
}

#[test]
fn who_may_move_a_case_of_the_pack_has_a_post() {
    let posts = include_str!("../../../../countries/peru/posts/standing.csv");
    for procedure in procedures(&peru()).all() {
        for role in &procedure.roles {
            let played = procedure.played_by.get(&role.code).into_iter().flatten();
            let played: Vec<&String> = played.collect();
            assert!(!played.is_empty(), "{} of {}", role.code, procedure.code);
            for post in played {
                assert!(posts.lines().any(|line| line.starts_with(&format!("{post},"))), "{post}");
                assert_eq!(procedure.role_of(post), Some(role.code.as_str()));
            }
        }
    }
}

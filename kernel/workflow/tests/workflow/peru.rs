//! The procedures of Peru's pack: sound, and walked through. 4 May 2015 is a Monday; seven working
//! days end on the 13th.
use jiff::civil::Date;
use law::{CountryLaw, LawFiles, Subject};
use workflow::{Act, By, Case, Diagram, Engine, Procedures, Run};

use crate::support::{at, day, events, view};

const PLAN_APPROVAL: &str = include_str!("../../../../countries/peru/procedures/plan_approval.toml");

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
    Procedures::read([("procedures/plan_approval.toml", PLAN_APPROVAL)], &law.rulebook).unwrap()
}

/// `submit planning_authority draft`, on a day at nine.
fn act(what: &str, date: &str) -> Act {
    let mut words = what.split_whitespace().map(str::to_owned);
    let (code, role) = (words.next().unwrap(), words.next().unwrap());
    let act = Act::new(&code, at(&format!("{date} 09:00")), By::Role(role));
    Act { documents: words.collect(), reason: "Por lo expuesto".to_owned(), ..act }
}

fn check(acts: &[(&str, &str)], now: &str, expect: &str) {
    let law = peru();
    let procedures = procedures(&law);
    let subject = Subject::country();
    let procedure = procedures.in_force("plan_approval", day("2015-04-01"), Date::MAX).unwrap();
    let engine = Engine { procedure, view: view(&law, &subject) };
    let mut case = Case::new("PEI-11", at("2015-04-01 09:00"));
    for (what, date) in acts {
        let act = act(what, date);
        engine.perform(&case, &act, act.at).unwrap_or_else(|refusal| panic!("{what}: {refusal}"));
        case.acts.push(act);
    }
    let standing = engine.standing(&case, at(now)).unwrap();
    let due =
        standing.running("opinion").and_then(Run::due).map_or_else(String::new, |due| format!(" due {due}"));
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

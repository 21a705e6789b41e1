//! The procedure of the matrix as Peru declares it, under its law.
use jiff::{
    Timestamp,
    civil::{Date, date},
    tz,
};
use law::{Subject, Term};
use pack::Pack;
use workflow::{Act, By, Case, Engine, LawView, Procedures, Standing};

use crate::{Country, SIGNED, SUBJECT, pack_defects};

const OFFSET: tz::Offset = tz::offset(-5);

fn at(day: &str) -> Timestamp {
    format!("{day}T15:00:00Z").parse().unwrap()
}

fn by(role: &str, act: &str, day: &str) -> Act {
    let mut act = Act::new(act, at(day), By::Role(role.to_owned()));
    act.reason = "Motivo".to_owned();
    if act.code == "sign_as_head" {
        act.documents = vec!["signed_matrix".to_owned()];
    }
    act
}

/// How a matrix stands whose report was delivered on 2026-03-02.
fn stands(acts: &[Act], now: &str) -> Result<Standing, String> {
    let pack = Pack::open(&testkit::peru()).unwrap();
    let (law, procedures): (_, Procedures) = (pack.law().unwrap(), pack.procedures().unwrap());
    let procedure = procedures.all().iter().find(|one| one.subject == SUBJECT).unwrap();
    let subject = Subject::country();
    let known = date(2026, 3, 2);
    let engine = Engine { procedure, view: LawView { law: &law, subject: &subject, offset: OFFSET, known } };
    let started = Country { offset: OFFSET }.begin(date(2026, 3, 2)).unwrap();
    let mut case = Case::new("e1", started);
    case.acts = acts.to_vec();
    engine.standing(&case, at(now)).map_err(|error| error.to_string())
}

fn due(standing: &Standing) -> Option<Date> {
    standing.runs.iter().filter_map(workflow::Run::due).max()
}

#[test]
fn the_pack_declares_it_without_defect() {
    assert_eq!(pack_defects(&Pack::open(&testkit::peru()).unwrap()), Vec::<String>::new());
}

#[test]
fn the_term_is_five_months_from_the_day_of_delivery_and_shows_its_arithmetic() {
    let standing = stands(&[], "2026-03-02").unwrap();
    assert_eq!((standing.state.as_str(), due(&standing)), ("determination", Some(date(2026, 8, 3))));
    // 2 August 2026 is a Sunday.
    let spans = &standing.runs[0].spans;
    let derivation = spans[0].due.as_ref().unwrap().last().unwrap();
    assert_eq!((derivation.start, derivation.term), (date(2026, 3, 2), Term::Months(5)));
    assert_eq!(derivation.date_to_date, Some(date(2026, 8, 2)));
    assert!(!derivation.steps.is_empty() && derivation.rule.is_some());
}

#[test]
fn silence_is_written_and_the_matrix_stays_where_it_is() {
    let on = |day: &str| stands(&[], day).unwrap();
    assert_eq!(on("2026-08-03").lapses().count(), 0);
    let late = on("2026-08-04");
    assert_eq!((late.lapses().count(), late.state.as_str()), (1, "determination"));
    // Late is no less owed: it is submitted and signed all the same, and its due day stays.
    let acts = [
        by("evaluated_body", "submit", "2026-09-01"),
        by("budget_directorate", "validate", "2026-09-02"),
        by("head_of_body", "sign_as_head", "2026-09-03"),
        by("budget_directorate", "sign", "2026-09-04"),
    ];
    let signed = stands(&acts, "2026-09-05").unwrap();
    assert_eq!((signed.phase.as_str(), signed.lapses().count()), (SIGNED, 1));
    assert_eq!(due(&signed), Some(date(2026, 8, 3)));
}

#[test]
fn to_send_back_gives_no_new_term() {
    let acts =
        [by("evaluated_body", "submit", "2026-07-30"), by("budget_directorate", "send_back", "2026-07-31")];
    let back = stands(&acts, "2026-08-01").unwrap();
    assert_eq!((back.state.as_str(), due(&back)), ("correction", Some(date(2026, 8, 3))));
    assert_eq!(stands(&acts, "2026-08-04").unwrap().lapses().count(), 1);
}

#[test]
fn who_may_not_and_what_comes_before_what() {
    let check = |acts: &[Act], expect: &str| {
        let found = stands(acts, "2026-06-01");
        assert!(found.as_ref().is_err_and(|error| error.contains(expect)), "{found:?}");
    };
    let submit = || by("evaluated_body", "submit", "2026-04-01");
    let validate = || by("budget_directorate", "validate", "2026-04-02");
    let sign = || by("head_of_body", "sign_as_head", "2026-04-03");
    check(&[by("budget_directorate", "submit", "2026-04-01")], "submit");
    check(&[submit(), by("evaluated_body", "validate", "2026-04-02")], "validate");
    check(&[validate()], "validate");
    check(&[submit(), sign()], "sign_as_head");
    check(&[submit(), validate(), by("budget_directorate", "sign", "2026-04-03")], "sign");
    check(&[submit(), validate(), by("evaluated_body", "sign_as_head", "2026-04-03")], "sign_as_head");
    let mut bare = sign();
    bare.documents.clear();
    check(&[submit(), validate(), bare], "signed_matrix");
    let all = [submit(), validate(), sign(), by("budget_directorate", "sign", "2026-04-04")];
    assert_eq!(stands(&all, "2026-06-01").unwrap().phase, SIGNED);
    check(&[&all[..], &[by("evaluated_body", "submit", "2026-04-05")]].concat(), "");
}

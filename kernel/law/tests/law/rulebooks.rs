//! The rulebook: what it refuses, which version answers.
use law::{NoAnswer, Rulebook, Subject};

use crate::support::day;

const HEADER: &str = "key,value,unit,scope,valid_from,valid_to,recorded_from,norm,article,note,status\n";

fn book(rows: &[&str]) -> Rulebook {
    Rulebook::parse("rules.csv", &format!("{HEADER}{}", rows.join("\n"))).unwrap()
}

fn check_refused(rows: &[&str], line: u64, column: &str, reason: &str) {
    let errors = Rulebook::parse("rules.csv", &format!("{HEADER}{}", rows.join("\n"))).unwrap_err();
    let found = errors.0.iter().any(|e| e.line == line && e.column == column && e.reason.contains(reason));
    assert!(found && errors.0.len() == 1, "for {rows:?}: {errors}");
}

const SEVEN: &str = "a.b,7,working_days,country,2003-01-01,,2003-01-01,Ley 1,art. 1,,confirmed";

#[test]
fn refuses_by_line_and_column() {
    let row = |cell: &str, other: &str| SEVEN.replacen(cell, other, 1);
    check_refused(&[&row("working_days", "days")], 2, "unit", "unknown unit");
    check_refused(&[&row("Ley 1", "")], 2, "norm", "must not be empty");
    check_refused(&[&row("a.b", "")], 2, "key", "must not be empty");
    check_refused(&[&row("a.b", "A b")], 2, "key", "not a key");
    check_refused(&[&row(",7,", ",,")], 2, "value", "must not be empty");
    check_refused(&[&row(",7,", ",-7,")], 2, "value", "not a value in working_days");
    check_refused(&[&row(",7,", ",+7,")], 2, "value", "not a value in working_days");
    check_refused(&[&row(",7,", ",7.5,")], 2, "value", "not a value in working_days");
    check_refused(&[&row(",7,", ",70000,")], 2, "value", "not a value in working_days");
    check_refused(&[&row("7,working_days", "yes,flag")], 2, "value", "not a value in flag");
    check_refused(&[&row("7,working_days", "-1,percent")], 2, "value", "not a value in percent");
    check_refused(&[&row("country", "entity:1")], 2, "scope", "not a scope");
    check_refused(&[&row("2003-01-01,,", "01/01/2003,,")], 2, "valid_from", "not a date");
    check_refused(&[&row("2003-01-01,,", "2003-02-30,,")], 2, "valid_from", "not a date");
    check_refused(&[&row(",,2003", ",2003-01-01,2003")], 2, "valid_to", "ends");
    check_refused(&[&row(",,2003-01-01", ",,")], 2, "recorded_from", "not a date");
    check_refused(&[&row("confirmed", "sure")], 2, "status", "unknown status");
    check_refused(&["a.b,7"], 2, "", "2 cells");
}

#[test]
fn refuses_two_rows_that_hold_at_the_same_time() {
    let other = |from: &str, to: &str, scope: &str| {
        format!("a.b,9,working_days,{scope},{from},{to},2003-01-01,Ley 2,,,confirmed")
    };
    check_refused(&[SEVEN, &other("2010-01-01", "", "country")], 3, "valid_from", "same time as line 2");
    check_refused(
        &[SEVEN, &other("2000-01-01", "2003-01-02", "country")],
        3,
        "valid_from",
        "same time as line 2",
    );
    check_refused(&[SEVEN, SEVEN], 3, "valid_from", "same time as line 2");
    book(&[SEVEN, &other("2000-01-01", "2003-01-01", "country")]); // one ends where the other starts
    book(&[SEVEN, &other("2010-01-01", "", "sector:01")]); // another scope
}

#[test]
fn all_faults_of_a_file_are_told_at_once() {
    let text = format!(
        "{HEADER}x,1,days,nowhere,soon,,never,,,,maybe\n{SEVEN}\n,1,flag,country,2000-01-01,,2000-01-01,L,,,confirmed\n"
    );
    let errors = Rulebook::parse("rules.csv", &text).unwrap_err();
    let columns: Vec<_> = errors.0.iter().map(|e| (e.line, e.column.as_str())).collect();
    let first = ["unit", "scope", "valid_from", "recorded_from", "norm", "status"].map(|column| (2, column));
    assert_eq!(columns, [first.as_slice(), &[(4, "key"), (4, "value")]].concat());
}

#[test]
fn the_closest_scope_answers() {
    let rows: Vec<String> = [("country", 1), ("territory:15", 2), ("sector:09", 3), ("kind:ministry", 4)]
        .iter()
        .map(|(scope, n)| format!("a.b,{n},count,{scope},2000-01-01,,2000-01-01,Ley {n},,,confirmed"))
        .collect();
    let book = book(&rows.iter().map(String::as_str).collect::<Vec<_>>());
    let check = |subject: Subject, expect: u64| {
        let answer = book.at(day("2020-01-01")).count("a.b", &subject).unwrap();
        assert_eq!((answer.value, answer.version.norm), (expect, format!("Ley {expect}")), "for {subject:?}");
    };
    check(Subject::country(), 1);
    check(Subject::country().seated_in(["15"]), 2);
    check(Subject::country().seated_in(["08"]), 1);
    check(Subject::country().seated_in(["15"]).in_sector("09"), 3);
    check(Subject::country().in_sector("9"), 1);
    check(Subject::country().in_sector("09").of_kind("ministry"), 4);
    check(Subject::country().of_kind("university"), 1);
}

fn check_at(rows: &[&str], date: &str, known: &str, expect: Option<u16>) {
    let book = book(rows);
    let got = book.at(day(date)).known(day(known)).working_days("a.b", &Subject::country());
    assert_eq!(got.map(|a| a.value).ok(), expect, "on {date} as known on {known}");
}

#[test]
fn a_later_statement_answers_from_the_day_it_is_known() {
    let ten = "a.b,10,working_days,country,2017-09-16,,2017-01-07,Ley 2,,,confirmed";
    check_at(&[SEVEN, ten], "2016-01-01", "2026-01-01", Some(7));
    check_at(&[SEVEN, ten], "2018-01-01", "2026-01-01", Some(10));
    check_at(&[SEVEN, ten], "2018-01-01", "2017-01-07", Some(10));
    check_at(&[SEVEN, ten], "2018-01-01", "2017-01-06", Some(7));
    check_at(&[SEVEN, ten], "2002-01-01", "2026-01-01", None);
    check_at(&[SEVEN, ten], "2016-01-01", "2002-12-31", None);
    // A row of the same scope and first day corrects the first one: here, it ends it.
    let ended = "a.b,7,working_days,country,2003-01-01,2017-09-16,2017-01-07,Ley 2,,,confirmed";
    check_at(&[SEVEN, ended], "2018-01-01", "2026-01-01", None);
    check_at(&[SEVEN, ended], "2018-01-01", "2016-01-01", Some(7));
    check_at(&[ended, SEVEN], "2016-01-01", "2026-01-01", Some(7)); // the order of rows decides nothing
}

#[test]
fn there_is_no_default_and_no_change_of_unit() {
    let book = book(&[SEVEN]);
    let rules = book.at(day("2020-01-01")).known(day("2021-01-01"));
    let (date, known) = (day("2020-01-01"), day("2021-01-01"));
    let missing = rules.percent("a.c", &Subject::country()).unwrap_err();
    assert_eq!(missing, NoAnswer::NoRule { key: "a.c".to_owned(), date, known });
    let wrong = rules.calendar_days("a.b", &Subject::country()).unwrap_err().to_string();
    assert_eq!(wrong, "rule a.b@country@2003-01-01@2003-01-01 is in working_days, asked as calendar_days");
    assert!(rules.term("a.b", &Subject::country()).is_ok());
}

#[test]
fn every_unit_is_read() {
    let row = |value: &str, unit: &str| {
        format!("a.b,{value},{unit},country,2000-01-01,,2000-01-01,Ley 1,,,confirmed")
    };
    let check = |value: &str, unit: &str, expect: &str| {
        let book = book(&[&row(value, unit)]);
        let rule = book.at(day("2020-01-01")).rule("a.b", &Subject::country()).unwrap().clone();
        assert_eq!(
            serde_json::to_string(&rule.value).unwrap(),
            format!(r#"{{"unit":"{unit}","value":{expect}}}"#)
        );
    };
    check("7", "working_days", "7");
    check("30", "calendar_days", "30");
    check("5", "months", "5");
    check("8", "years", "8");
    check("33.3333", "percent", r#""33.3333""#);
    check("true", "flag", "true");
    check("12", "count", "12");
    check("saturday sunday", "text", r#""saturday sunday""#);
    let book = book(&[&row("385000", "money_centimos")]);
    let money = book.at(day("2020-01-01")).money_centimos("a.b", &Subject::country()).unwrap();
    assert_eq!(money.value.as_centimos(), 385_000);
}

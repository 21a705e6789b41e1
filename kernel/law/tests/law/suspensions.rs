//! Suspensions: what is refused, whom they bind, what is known of them.
use law::{CountryLaw, LawFiles, Subject, Suspensions};

use crate::support::{PERU_DECREED, PERU_HOLIDAYS, RULES, day};

const HEADER: &str = "scope,from,to,norm,article,recorded_from,status\n";
const FIRST: &str = "country,2020-03-16,2020-04-29,DU 26,2,2020-03-15,to_be_confirmed\n";
const LONGER: &str = "country,2020-03-16,2020-06-11,DS 87,,2020-05-20,to_be_confirmed\n";

fn check_refused(row: &str, column: &str, reason: &str) {
    let errors = Suspensions::parse("s.csv", &format!("{HEADER}{row}")).unwrap_err();
    let found = errors.0.iter().any(|e| e.line == 2 && e.column == column && e.reason.contains(reason));
    assert!(found && errors.0.len() == 1, "for {row:?}: {errors}");
}

#[test]
fn refuses_by_column() {
    check_refused(&FIRST.replace("DU 26", ""), "norm", "must not be empty");
    check_refused(&FIRST.replace("2020-04-29", "2020-03-16"), "to", "ends");
    check_refused(&FIRST.replace("country", "all"), "scope", "not a scope");
    check_refused(&FIRST.replace("to_be_confirmed", ""), "status", "unknown status");
}

#[test]
fn a_later_row_prolongs() {
    let all = Suspensions::parse(
        "s.csv",
        &format!("{HEADER}{FIRST}{LONGER}sector:08,2020-01-02,,RM 1,,2020-01-01,confirmed\n"),
    )
    .unwrap();
    let check = |known: &str, subject: Subject, expect: &[&str]| {
        let norms: Vec<_> = all.binding(day(known), &subject).into_iter().map(|one| one.norm).collect();
        assert_eq!(norms, expect, "known on {known} by {subject:?}");
    };
    check("2020-03-14", Subject::country(), &[]);
    check("2020-03-15", Subject::country(), &["DU 26"]);
    check("2020-05-20", Subject::country(), &["DS 87"]);
    check("2020-05-20", Subject::country().in_sector("08"), &["DS 87", "RM 1"]);
    check("2020-01-05", Subject::country().in_sector("8"), &[]);
}

#[test]
fn a_running_deadline_moves_when_a_suspension_becomes_known() {
    let suspensions = format!("{HEADER}{FIRST}{LONGER}");
    let files = LawFiles {
        rules: RULES,
        holidays: PERU_HOLIDAYS,
        non_working_days: PERU_DECREED,
        suspensions: Some(&suspensions),
        names: None,
    };
    let law = CountryLaw::parse(files).unwrap();
    let due = |known: &str| {
        law.deadline("access.answer", day("2020-03-10"), day(known), &Subject::country())
            .unwrap()
            .due
            .to_string()
    };
    assert_eq!(due("2020-03-10"), "2020-03-24");
    assert_eq!(due("2020-03-15"), "2020-05-08"); // three days before, seven from 29 April without 1 May
    assert_eq!(due("2020-05-20"), "2020-06-19"); // seven from 11 June
}

#[test]
fn refusals_of_all_files_come_together() {
    let files =
        LawFiles { rules: "", holidays: "", non_working_days: "", suspensions: Some(""), names: None };
    let errors = CountryLaw::parse(files).unwrap_err();
    let mut named: Vec<_> = errors.0.iter().map(|e| e.file.as_str()).collect();
    named.sort_unstable();
    named.dedup();
    assert_eq!(
        named,
        ["law/holidays.csv", "law/non_working_days.csv", "law/rules.csv", "law/suspensions.csv"]
    );
    let no_week = RULES.replace("calendar.weekend", "calendar.rest");
    let files = LawFiles {
        rules: &no_week,
        holidays: PERU_HOLIDAYS,
        non_working_days: PERU_DECREED,
        suspensions: None,
        names: None,
    };
    let errors = CountryLaw::parse(files).unwrap_err().to_string();
    assert!(errors.contains("name the weekly rest days"), "{errors}");
}

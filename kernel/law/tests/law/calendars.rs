//! Calendars: coverage, knowledge, scope, version, refusals.
use law::{Calendar, CalendarView, SkipReason, Subject};

use crate::support::{DECREED, HOLIDAYS, day};

const BASE: &str = "2020-01-01,Año Nuevo,New Year,DL 713,art. 6,1991-11-08,,prueba,confirmed\n\
                    2021-01-01,Año Nuevo,New Year,DL 713,art. 6,1991-11-08,,prueba,confirmed\n";

fn calendar(holidays: &str, decreed: &str) -> Result<Calendar, base::RowErrors> {
    let (holidays, decreed) = (format!("{HOLIDAYS}{holidays}"), format!("{DECREED}{decreed}"));
    Calendar::parse("saturday sunday".parse().unwrap(), ("h.csv", &holidays), ("d.csv", &decreed))
}

fn check_refused(holidays: &str, decreed: &str, file: &str, line: u64, reason: &str) {
    let errors = calendar(holidays, decreed).unwrap_err();
    let found = errors.0.iter().any(|e| e.file == file && e.line == line && e.reason.contains(reason));
    assert!(found && errors.0.len() == 1, "for {holidays:?} {decreed:?}: {errors}");
}

#[test]
fn refuses_by_file_and_line() {
    let hole = "2020-01-01,A,A,N,,2000-01-01,,s,confirmed\n2022-01-01,A,A,N,,2000-01-01,,s,confirmed\n";
    check_refused(hole, "", "h.csv", 1, "no holiday of this year");
    check_refused("", "", "h.csv", 1, "no year is covered");
    let twice = format!("{BASE}2020-01-01,B,B,N,,1991-11-08,,s,confirmed\n");
    check_refused(&twice, "", "h.csv", 4, "already in the table");
    check_refused(
        "2020-01-01,A,A,,,2000-01-01,,s,confirmed\n2020-05-01,A,A,N,,2000-01-01,,s,confirmed\n",
        "",
        "h.csv",
        2,
        "must not be empty",
    );
    check_refused(
        "2020-05-01,A,A,N,,2000-01-01,2000-01-01,s,confirmed\n2020-01-01,A,A,N,,2000-01-01,,s,confirmed\n",
        "",
        "h.csv",
        2,
        "not after recorded_from",
    );
    check_refused(
        BASE,
        "2022-01-03,country,P,B,DS 1,,2021-12-01,,s,confirmed\n",
        "d.csv",
        2,
        "cover 2020 to 2021",
    );
    check_refused(BASE, "2021-01-04,lima,P,B,DS 1,,2020-12-01,,s,confirmed\n", "d.csv", 2, "not a scope");
}

#[test]
fn weekends_are_names_of_days() {
    for good in ["saturday sunday", "friday saturday", "sunday"] {
        assert!(good.parse::<law::Weekend>().is_ok(), "for {good}");
    }
    let all = "monday tuesday wednesday thursday friday saturday sunday";
    for bad in ["", "sábado", "saturday saturday", "saturday, sunday", all] {
        assert!(bad.parse::<law::Weekend>().is_err(), "for {bad}");
    }
}

fn check(view: &CalendarView, date: &str, expect: &str) {
    let told = view.reasons(day(date)).map_or_else(
        |_| "outside".to_owned(),
        |reasons| {
            let words = reasons.iter().map(|reason| match reason {
                SkipReason::Weekend => "weekend".to_owned(),
                SkipReason::Holiday { norm, .. } => format!("holiday {norm}"),
                SkipReason::Decreed { norm, .. } => format!("decreed {norm}"),
                SkipReason::Suspended { norm, .. } => format!("suspended {norm}"),
            });
            words.collect::<Vec<_>>().join(", ")
        },
    );
    assert_eq!(told, expect, "on {date}");
}

#[test]
fn a_day_off_counts_from_the_day_it_is_known_for_those_it_binds() {
    let decreed = "2020-07-27,country,Puente,Bridge,DS 1,art. 1,2020-07-01,,s,confirmed\n\
                   2020-08-18,territory:04,Aniversario,Anniversary,DS 2,art. 1,2020-08-01,,s,confirmed\n\
                   2020-10-09,country,Puente,Bridge,DS 3,art. 1,2020-09-01,2020-09-20,s,confirmed\n";
    let calendar = calendar(BASE, decreed).unwrap();
    let early = calendar.at_known(day("2020-06-30"));
    let late = calendar.at_known(day("2020-07-01"));
    check(&early, "2020-07-27", "");
    check(&late, "2020-07-27", "decreed DS 1");
    check(&late, "2020-01-01", "holiday DL 713");
    check(&late, "2020-01-04", "weekend");
    check(&late, "2019-12-31", "outside");
    check(&late, "2022-01-01", "outside");
    assert_ne!(early.version(), late.version());
    assert_eq!(late.version(), calendar.at_known(day("2020-08-31")).version());
    let arequipa = calendar.for_subject(day("2020-12-31"), &Subject::country().seated_in(["04", "0401"]));
    check(&arequipa, "2020-08-18", "decreed DS 2");
    check(&calendar.at_known(day("2020-12-31")), "2020-08-18", "");
    check(&calendar.at_known(day("2020-09-19")), "2020-10-09", "decreed DS 3");
    check(&calendar.at_known(day("2020-09-20")), "2020-10-09", ""); // withdrawn
}

#[test]
fn the_version_is_of_the_content_not_of_the_order() {
    let mut lines: Vec<&str> = BASE.lines().collect();
    lines.reverse();
    let known = day("2026-01-01");
    let version = |rows: &str| calendar(rows, "").unwrap().at_known(known).version().to_owned();
    assert_eq!(version(BASE), version(&lines.join("\n")));
    assert_ne!(version(BASE), version(&BASE.replace("DL 713", "DL 714")));
}

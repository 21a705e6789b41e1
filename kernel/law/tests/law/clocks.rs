//! Due dates, one line a case. In March 2021 the 6th is a Saturday; the 10th is a holiday here.
use jiff::civil::Date;
use law::{Clock, Roll, StartRule, Step};

use crate::support::{calendar_with, clock, day, suspension, term};

fn due(clock: Clock<'_>, start: &str, length: &str) -> String {
    clock.due(day(start), term(length)).map_or_else(|error| error.to_string(), |d| d.due.to_string())
}

fn check(start: &str, length: &str, expect: &str) {
    let calendar = calendar_with(&[day("2021-03-10")]);
    assert_eq!(due(clock(&calendar, &[]), start, length), expect, "{start} + {length}");
}

#[test]
fn working_days() {
    check("2021-03-01", "1w", "2021-03-02");
    check("2021-03-01", "4w", "2021-03-05");
    check("2021-03-01", "5w", "2021-03-08"); // over a weekend
    check("2021-03-05", "1w", "2021-03-08"); // from a Friday
    check("2021-03-06", "1w", "2021-03-08"); // from a Saturday
    check("2021-03-07", "1w", "2021-03-08"); // from a Sunday
    check("2021-03-09", "1w", "2021-03-11"); // over the holiday
    check("2021-03-10", "1w", "2021-03-11"); // from the holiday
    check("2021-03-01", "10w", "2021-03-16");
    check("2020-12-31", "1w", "2021-01-04"); // over the end of the year
    check("2020-02-28", "1w", "2020-03-02"); // the 29th is a Saturday
}

#[test]
fn no_days_end_where_they_start() {
    check("2021-03-01", "0w", "2021-03-01");
    check("2021-03-06", "0w", "2021-03-08");
    check("2021-03-10", "0w", "2021-03-11");
    check("2021-03-01", "0d", "2021-03-01");
    check("2021-03-06", "0d", "2021-03-08"); // rolls like any other end
    check("2021-03-01", "0m", "2021-03-01");
}

#[test]
fn calendar_days() {
    check("2021-03-01", "1d", "2021-03-02");
    check("2021-03-01", "4d", "2021-03-05");
    check("2021-03-01", "5d", "2021-03-08"); // Saturday rolls
    check("2021-03-01", "9d", "2021-03-11"); // the holiday rolls
    check("2021-03-01", "30d", "2021-03-31");
    check("2020-02-28", "2d", "2020-03-02"); // rolls from 1 March, a Sunday
}

#[test]
fn months_and_years() {
    check("2021-03-01", "1m", "2021-04-01");
    check("2021-01-31", "1m", "2021-03-01"); // clamped to Sunday 28 February, then rolled
    check("2020-01-31", "1m", "2020-03-02"); // clamped to Saturday 29 February, then rolled
    check("2021-03-31", "1m", "2021-04-30");
    check("2021-08-31", "6m", "2022-02-28");
    check("2021-03-15", "5m", "2021-08-16"); // 15 August is a Sunday
    check("2020-02-29", "1y", "2021-03-01"); // clamped to Sunday 28 February, then rolled
    check("2019-06-03", "3y", "2022-06-03");
    check("2020-12-01", "1m", "2021-01-04"); // New Year, then a weekend
}

#[test]
fn outside_the_calendar_is_an_error() {
    let outside = |date: &str| {
        format!(
            "the calendar covers 2019 to 2023 and says nothing of {date}; add that year to law/holidays.csv"
        )
    };
    check("2023-12-29", "1w", &outside("2024-01-01"));
    check("2023-12-29", "1d", &outside("2024-01-01")); // Saturday and Sunday, then out
    check("2018-12-31", "1w", &outside("2018-12-31"));
    check("2018-12-31", "0d", &outside("2018-12-31"));
    check("2021-03-01", "65535w", &outside("2024-01-01"));
    check("2021-03-01", "3y", &outside("2024-01-01"));
    for length in ["65535m", "65535y"] {
        let calendar = calendar_with(&[]);
        let error = clock(&calendar, &[]).due(day("2021-03-01"), term(length)).unwrap_err().to_string();
        assert!(
            error.contains("outside") || error.contains("says nothing") || error.contains("beyond"),
            "{error}"
        );
    }
}

fn check_counted(start: &str, length: &str, expect: &str) {
    let calendar = calendar_with(&[day("2021-03-10")]);
    let counted = Clock { start_rule: StartRule::StartCounted, ..clock(&calendar, &[]) };
    assert_eq!(due(counted, start, length), expect, "{start} + {length}, start counted");
}

#[test]
fn with_the_start_counted() {
    check_counted("2021-03-01", "1w", "2021-03-01");
    check_counted("2021-03-01", "5w", "2021-03-05");
    check_counted("2021-03-06", "1w", "2021-03-08"); // a Saturday cannot be day one
    check_counted("2021-03-10", "1w", "2021-03-11");
    check_counted("2021-03-01", "0w", "2021-03-01");
    check_counted("2021-03-01", "1d", "2021-03-01");
    check_counted("2021-03-01", "5d", "2021-03-05");
    check_counted("2021-03-01", "1m", "2021-03-31");
    check_counted("2021-01-31", "1m", "2021-03-01"); // February is too short: its last day, rolled
    check_counted("2021-03-01", "1y", "2022-02-28");
}

fn check_staying(start: &str, length: &str, expect: &str) {
    let calendar = calendar_with(&[day("2021-03-10")]);
    let staying = Clock { roll: Roll::Stay, ..clock(&calendar, &[]) };
    assert_eq!(due(staying, start, length), expect, "{start} + {length}, without rolling");
}

#[test]
fn without_rolling() {
    check_staying("2021-03-01", "5d", "2021-03-06");
    check_staying("2021-03-01", "9d", "2021-03-10");
    check_staying("2021-03-06", "0d", "2021-03-06");
    check_staying("2021-01-31", "1m", "2021-02-28");
    check_staying("2021-03-01", "5w", "2021-03-08"); // working days never end on a Saturday
}

fn check_suspended(from: &str, to: &str, start: &str, length: &str, expect: &str) {
    let calendar = calendar_with(&[day("2021-03-10")]);
    let to = (!to.is_empty()).then(|| day(to));
    let suspensions = [suspension(day(from), to)];
    assert_eq!(due(clock(&calendar, &suspensions), start, length), expect, "{start} + {length}");
}

#[test]
fn suspended() {
    check_suspended("2021-03-03", "2021-03-05", "2021-03-01", "4w", "2021-03-09"); // two working days
    check_suspended("2021-03-06", "2021-03-08", "2021-03-01", "5w", "2021-03-08"); // a weekend: none
    check_suspended("2021-03-09", "2021-03-12", "2021-03-01", "10w", "2021-03-18"); // holiday inside: two
    check_suspended("2021-03-01", "2021-03-02", "2021-03-01", "1w", "2021-03-02"); // the start is not counted
    check_suspended("2021-02-01", "2021-04-01", "2021-03-01", "1w", "2021-04-01"); // all of it
    check_suspended("2021-03-03", "2021-03-05", "2021-03-01", "10d", "2021-03-15"); // to the 13th, a Saturday
    check_suspended("2021-03-03", "2021-03-05", "2021-03-01", "1m", "2021-04-05"); // to Saturday 3 April
    check_suspended("2021-03-31", "2021-04-03", "2021-03-01", "1m", "2021-04-05"); // two lost, made up on 3 and 4 April
    check_suspended("2021-03-05", "2021-03-08", "2021-03-05", "0w", "2021-03-08");
    check_suspended(
        "2021-03-03",
        "",
        "2021-03-01",
        "4w",
        "the calendar covers 2019 to 2023 and says nothing of 2024-01-01; add that year to law/holidays.csv",
    );
}

#[test]
fn overlapping_suspensions_count_once() {
    let calendar = calendar_with(&[]);
    let one = [suspension(day("2021-03-02"), Some(day("2021-03-05")))];
    let two = [
        suspension(day("2021-03-02"), Some(day("2021-03-04"))),
        suspension(day("2021-03-03"), Some(day("2021-03-05"))),
    ];
    let due = |suspensions| clock(&calendar, suspensions).due(day("2021-03-01"), term("7w")).unwrap().due;
    assert_eq!(due(&one), due(&two));
}

#[test]
fn a_derivation_lists_every_day_between() {
    let calendar = calendar_with(&[day("2021-03-10"), day("2021-03-13")]);
    let suspensions = [suspension(day("2021-03-09"), Some(day("2021-03-10")))];
    let derived = clock(&calendar, &suspensions).due(day("2021-03-05"), term("4w")).unwrap();
    let rows: Vec<_> = derived
        .rows()
        .iter()
        .map(|r| format!("{} {} {:?} {} {}", r.date, r.step, r.ordinal, r.reason.unwrap_or("-"), r.norm))
        .collect();
    assert_eq!(
        rows,
        [
            "2021-03-06 skipped None weekend ",
            "2021-03-07 skipped None weekend ",
            "2021-03-08 counted Some(1) - ",
            "2021-03-09 skipped None suspended DU 1",
            "2021-03-10 skipped None holiday Ley 1",
            "2021-03-11 counted Some(2) - ",
            "2021-03-12 counted Some(3) - ",
            "2021-03-13 skipped None weekend ",
            "2021-03-13 skipped None holiday Ley 1",
            "2021-03-14 skipped None weekend ",
            "2021-03-15 counted Some(4) - ",
        ]
    );
    assert_eq!(derived.due, day("2021-03-15"));
    assert_eq!(derived.counted().last(), Some(derived.due));
    assert_eq!(derived.calendar_version, calendar.version());
}

#[test]
fn a_rolled_end_says_why_it_moved() {
    let calendar = calendar_with(&[]);
    let derived = clock(&calendar, &[]).due(day("2021-01-31"), term("1m")).unwrap();
    assert_eq!(derived.date_to_date, Some(day("2021-02-28")));
    let moved: Vec<Date> = derived
        .steps
        .iter()
        .filter_map(|step| if let Step::CannotEnd { date, .. } = step { Some(*date) } else { None })
        .collect();
    assert_eq!(moved, [day("2021-02-28")]);
    let json = serde_json::to_value(&derived).unwrap();
    assert_eq!(json["due"], "2021-03-01");
    assert_eq!(json["term"]["unit"], "months");
    assert_eq!(json["steps"][0]["reasons"][0]["reason"], "weekend");
}

//! More time, days before, days of learning. In March 2021 the 6th is a Saturday; the 10th is a holiday here.
use jiff::civil::Date;
use law::{Answer, Clock, CountryLaw, LawFiles, StartRule, Subject};
use proptest::prelude::*;

use crate::support::{PERU_HOLIDAYS, RULES, calendar_with, clock, day, peru, suspension, term};

fn check_extended(due: &str, by: &str, expect: &str) {
    let calendar = calendar_with(&[day("2021-03-10")]);
    let suspensions = [suspension(day("2021-03-15"), Some(day("2021-03-17")))];
    for start_rule in [StartRule::StartNotCounted, StartRule::StartCounted] {
        let clock = Clock { start_rule, ..clock(&calendar, &suspensions) };
        let got = clock.extended(day(due), term(by)).unwrap();
        assert_eq!((got.start, got.due), (day(due), day(expect)), "{due} and {by} more, {start_rule:?}");
    }
}

#[test]
fn an_extension_counts_from_the_day_after_the_due_day() {
    check_extended("2021-03-01", "1w", "2021-03-02");
    check_extended("2021-03-05", "1w", "2021-03-08"); // over a weekend
    check_extended("2021-03-09", "1w", "2021-03-11"); // over the holiday
    check_extended("2021-03-12", "1w", "2021-03-17"); // over suspended days
    check_extended("2021-03-01", "0w", "2021-03-01");
    check_extended("2021-03-01", "5d", "2021-03-08"); // Saturday rolls
    check_extended("2021-03-01", "1m", "2021-04-05"); // two days made up for, to Saturday 3 April
}

fn check_before(due: &str, by: &str, expect: &str) {
    let calendar = calendar_with(&[day("2021-03-10")]);
    let suspensions = [suspension(day("2021-03-15"), Some(day("2021-03-17")))];
    let got = clock(&calendar, &suspensions).before(day(due), term(by));
    assert_eq!(got.map_or_else(|e| e.to_string(), |date| date.to_string()), expect, "{by} before {due}");
}

#[test]
fn days_before() {
    check_before("2021-03-12", "0w", "2021-03-12");
    check_before("2021-03-12", "1w", "2021-03-11");
    check_before("2021-03-12", "2w", "2021-03-09"); // over the holiday
    check_before("2021-03-08", "1w", "2021-03-05"); // over a weekend
    check_before("2021-03-18", "2w", "2021-03-12"); // over suspended days and a weekend
    check_before("2021-03-12", "2d", "2021-03-10"); // calendar days are not moved
    check_before("2021-03-31", "1m", "2021-02-28");
    check_before("2021-03-31", "1y", "2020-03-31");
    let outside =
        "the calendar covers 2019 to 2023 and says nothing of 2018-12-31; add that year to law/holidays.csv";
    check_before("2019-01-02", "1w", outside);
    check_before(
        "-009999-01-05",
        "7d",
        "a term of CalendarDays(7) from -009999-01-05 ends beyond the last date there is",
    );
}

proptest! {
    /// Counted forth again, the days before lead back to a due day that is worked.
    #[test]
    fn before_is_the_way_back(due in 100_i32..700, n in 1_u16..40, from in 0_i32..800, len in 1_i32..20) {
        let after = |days: i32| -> Date { day("2020-01-01").checked_add(jiff::Span::new().days(days)).unwrap() };
        let calendar = calendar_with(&[day("2021-03-10")]);
        let suspensions = [suspension(after(from), Some(after(from + len)))];
        let clock = clock(&calendar, &suspensions);
        let due = clock.due(after(due), term("0w")).unwrap().due;
        let start = clock.before(due, law::Term::WorkingDays(n)).unwrap();
        prop_assert_eq!(clock.due(start, law::Term::WorkingDays(n)).unwrap().due, due);
    }

    /// A term and its extension, both in working days, are one longer term.
    #[test]
    fn an_extension_lengthens_by_its_days(start in 0_i32..500, n in 1_u16..40, more in 0_u16..20, from in 0_i32..500) {
        let after = |days: i32| -> Date { day("2020-01-01").checked_add(jiff::Span::new().days(days)).unwrap() };
        let calendar = calendar_with(&[day("2021-03-10")]);
        let suspensions = [suspension(after(from), Some(after(from + 9)))];
        let clock = clock(&calendar, &suspensions);
        let first = clock.due(after(start), law::Term::WorkingDays(n)).unwrap().due;
        let whole = clock.due(after(start), law::Term::WorkingDays(n + more)).unwrap().due;
        prop_assert_eq!(clock.extended(first, law::Term::WorkingDays(more)).unwrap().due, whole);
    }
}

#[test]
fn in_peru_the_law_of_the_start_extends() {
    let law = peru();
    let nobody = Subject::country();
    let start = day("2015-07-20");
    let first = law.deadline("access.answer", start, start, &nobody).unwrap();
    let by = law.rulebook.at(start).known(start).term("access.extension", &nobody).unwrap();
    let longer = law.extended(first.due, &by, start, start, &nobody).unwrap();
    assert_eq!((first.due, longer.due), (day("2015-07-31"), day("2015-08-07")));
    assert_eq!(longer.rule.unwrap().key, "access.extension");
    let before = law.before("access.extension", longer.due, start, start, &nobody).unwrap();
    assert_eq!(before, first.due);
    let none = law.extended(
        first.due,
        &Answer { value: term("1w"), version: by.version },
        day("1999-01-01"),
        start,
        &nobody,
    );
    assert!(none.unwrap_err().to_string().contains("clock.start_counted"));
}

#[test]
fn days_of_learning() {
    let header = "scope,from,to,norm,article,recorded_from,status\n";
    let row = "country,2020-03-16,2020-04-29,DU 26,2,2020-03-15,to_be_confirmed\n";
    let suspensions = format!("{header}{row}");
    let day_off = "2019-05-06,country,A,A,DS 1,,2019-03-01,2019-04-01,prueba,confirmed\n";
    let decreed = format!("{}{day_off}", crate::support::DECREED);
    let files = LawFiles {
        rules: RULES,
        holidays: PERU_HOLIDAYS,
        non_working_days: &decreed,
        suspensions: Some(&suspensions),
        names: None,
    };
    let law = CountryLaw::parse(files).unwrap();
    let check = |from: &str, to: &str, expect: &[&str]| {
        let got: Vec<String> = law.learned(day(from), day(to)).iter().map(Date::to_string).collect();
        assert_eq!(got, expect, "after {from} to {to}");
    };
    check("2020-03-14", "2020-03-15", &["2020-03-15"]);
    check("2019-02-01", "2019-05-01", &["2019-03-01", "2019-04-01"]); // decreed, then withdrawn
    check("2020-03-15", "2020-03-15", &[]);
    check("2020-03-15", "2020-12-31", &[]);
    check("2021-12-01", "2021-12-31", &["2021-12-31"]); // Ley 31381, 9 December
    check("2016-12-01", "2017-02-01", &["2017-01-07"]); // a rule
}

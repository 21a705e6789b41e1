//! What fell due in a year and what became of it.
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::case::{read, rules};
use super::explained::{facts, periods};
use crate::domain::board::{Came, Submission, Tally, due_between, submission};
use crate::domain::calendar::owed;

/// `words | baseline | targets | observations | from | until` and what falls due between the days.
fn check_due(case: &str, expect: &str) {
    let (line, until) = case.rsplit_once('|').unwrap();
    let (facts, rules, from) = read(line);
    let found = due_between(&facts, from, until.trim().parse().unwrap(), &rules);
    let found: Vec<String> = found.iter().map(|(period, due)| format!("{period}>{due}")).collect();
    assert_eq!(found.join(" "), expect, "{case}");
}

#[test]
fn what_falls_due_in_a_time() {
    let yearly = "stock increase | 2015=1 | 2016=2 2019=5";
    check_due(&format!("{yearly} | | 2016-01-01 | 2016-12-31"), "2016>2016-12-31");
    check_due(&format!("{yearly} | | 2016-01-01 | 2016-12-30"), "");
    // What came in says nothing of what was owed.
    check_due(
        &format!("{yearly} | 2018=3 | 2016-01-01 | 2018-12-31"),
        "2016>2016-12-31 2017>2017-12-31 2018>2018-12-31",
    );
    check_due(&format!("{yearly} | | 2017-01-01 | 2017-12-31"), "2017>2017-12-31");
    check_due(&format!("{yearly} | | 2019-01-01 | 2030-12-31"), "2019>2019-12-31");
    check_due(&format!("{yearly} | | 2020-01-01 | 2030-12-31"), "");
    check_due("stock increase grace=30 | 2015=1 | 2016=2 | | 2017-01-01 | 2017-12-31", "2016>2017-01-30");
    check_due(
        "stock increase quarter | 2015-Q4=1 | 2016-Q4=2 | | 2016-04-01 | 2016-09-30",
        "2016-Q2>2016-06-30 2016-Q3>2016-09-30",
    );
    check_due(
        "stock increase frozen=2016-12-31 | 2015=1 | 2019=5 | | 2016-01-01 | 2019-12-31",
        "2016>2016-12-31",
    );
    check_due("stock increase no_method | 2015=1 | 2016=2 | | 2016-01-01 | 2016-12-31", "");
}

#[test]
fn what_became_of_a_value() {
    let due = date(2020, 3, 31);
    let check = |came: Came, on: Date, expect| {
        assert_eq!(submission(due, came, on), expect, "{came:?} {on}");
    };
    check(Came::Not, date(2020, 3, 30), Submission::NotDue);
    check(Came::Not, due, Submission::Missing);
    check(Came::On(due), due, Submission::OnTime);
    check(Came::On(date(2020, 1, 1)), due, Submission::OnTime);
    check(Came::On(date(2020, 4, 1)), date(2021, 1, 1), Submission::Late);
    check(Came::UnderReview, date(2020, 3, 30), Submission::UnderReview);
    check(Came::UnderReview, date(2021, 1, 1), Submission::UnderReview);
}

#[test]
fn a_rate_is_of_what_was_owed() {
    let mut tally = Tally::default();
    assert_eq!(tally.on_time_percent(), None);
    tally.add(Submission::NotDue);
    assert_eq!(tally.on_time_percent(), None, "nothing was owed yet");
    for what in [Submission::OnTime, Submission::OnTime, Submission::Late] {
        tally.add(what);
    }
    assert_eq!((tally.owed(), tally.on_time_percent()), (3, Some(66.7)));
    tally.add(Submission::Missing);
    assert_eq!(tally.with(tally).on_time_percent(), Some(50.0));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    /// What the calendar says is late or falls due, falls due on the board.
    #[test]
    fn what_is_owed_fell_due(facts in facts(), on in periods(), ahead in 0_i64..900, grace in 0_u16..400) {
        let (rules, on) = (rules(grace), on.end());
        let until = on.saturating_add(jiff::Span::new().days(ahead));
        let all = due_between(&facts, Date::MIN, until, &rules);
        for one in owed(&facts, on, until, &rules) {
            prop_assert!(all.contains(&(one.period, one.due_on)), "{} {}", one.period, one.due_on);
        }
    }

    /// Years partition what falls due: none twice, none left out.
    #[test]
    fn years_share_what_falls_due(facts in facts(), start in 2010_i16..2020, grace in 0_u16..400) {
        let rules = rules(grace);
        let year = |n: i16| due_between(&facts, date(n, 1, 1), date(n, 12, 31), &rules);
        let each: Vec<_> = (start..start + 5).flat_map(year).collect();
        prop_assert_eq!(each, due_between(&facts, date(start, 1, 1), date(start + 4, 12, 31), &rules));
    }
}

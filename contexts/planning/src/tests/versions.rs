//! How versions of one plan follow each other, and what their state means on a day.
use jiff::civil::{Date, date};

use super::sample::content;
use crate::domain::plan::{Instrument, Version, current};
use crate::domain::versions::before;
use crate::domain::words::{PlanState, Standing, VersionKind};

fn version(code: &str, kind: VersionKind, years: (i16, i16), act: Option<Date>) -> Version {
    let mut version = content("PEI", code, "PEI", "E:1", years).version;
    version.kind = kind;
    version.instrument = act.map(|date| Instrument { name: "RM".into(), date: Some(date) });
    version
}

#[test]
fn what_comes_right_before() {
    use VersionKind::{Extended, New, Updated};
    let years = (2016, 2018);
    let new = |code: &str| version(code, New, years, None);
    let updated = |code: &str, act| version(code, Updated, years, act);
    let check = |all: &[Version], of: &str, expect: Option<&str>| {
        let own = all.iter().find(|v| v.code.as_str() == of).unwrap();
        let got = before(own, all).map(|v| v.code.to_string());
        assert_eq!(got.as_deref(), expect, "before {of}");
    };
    // Numbers by their size, wherever in the code they stand.
    let nine = [new("9"), new("10"), new("11")];
    check(&nine, "9", None);
    check(&nine, "10", Some("9"));
    check(&nine, "11", Some("10"));
    check(&[new("v9b"), new("v10a")], "v10a", Some("v9b"));
    // An update follows what it updates, whatever the two are called.
    let named = [updated("actualizado", None), new("inicial")];
    check(&named, "actualizado", Some("inicial"));
    check(&named, "inicial", None);
    // The day of the act before the code; what has no act yet comes last.
    let dated = [
        new("1"),
        updated("b", Some(date(2016, 5, 1))),
        updated("a", Some(date(2017, 5, 1))),
        updated("0", None),
    ];
    check(&dated, "b", Some("1"));
    check(&dated, "a", Some("b"));
    check(&dated, "0", Some("a"));
    // The years before all: the extension of the first plan comes before the second plan.
    let years = [version("2", New, (2019, 2021), None), new("1"), version("3", Extended, (2016, 2020), None)];
    check(&years, "3", Some("1"));
    check(&years, "2", Some("3"));
}

#[test]
fn of_equals_the_later_one_counts() {
    let all = ["9", "10"].map(|code| version(code, VersionKind::New, (2016, 2018), None));
    assert_eq!(current(&all, date(2016, 1, 1)).unwrap().code.as_str(), "10");
}

#[test]
fn no_version_is_in_force_after_its_years() {
    use PlanState::{ApprovedByBoard, InForce};
    let valid = |from: &str, to: Option<&str>| {
        base::Validity::new(from.parse().unwrap(), to.map(|to| to.parse().unwrap())).ok()
    };
    let check = |state, valid, on: (i16, i8, i8), expect| {
        let mut version = version("2011", VersionKind::New, (2012, 2021), None);
        (version.state, version.valid) = (state, valid);
        let on = date(on.0, on.1, on.2);
        assert_eq!(version.standing(on), expect, "{on}");
        assert_eq!(version.in_force_on(on), expect == Standing::InForce, "{on}");
    };
    let open = || valid("2011-06-23", None);
    check(InForce, open(), (2011, 6, 22), Standing::Ahead);
    check(InForce, open(), (2011, 6, 23), Standing::InForce);
    check(InForce, open(), (2021, 12, 31), Standing::InForce);
    check(InForce, open(), (2022, 1, 1), Standing::Over);
    check(InForce, None, (2011, 12, 31), Standing::Ahead);
    check(InForce, None, (2012, 1, 1), Standing::InForce);
    check(InForce, None, (2022, 1, 1), Standing::Over);
    let short = || valid("2012-01-01", Some("2016-07-01"));
    check(InForce, short(), (2016, 6, 30), Standing::InForce);
    check(InForce, short(), (2018, 1, 1), Standing::Ended);
    check(InForce, valid("2012-01-01", Some("2023-01-01")), (2022, 6, 1), Standing::Over);
    // Replaced by a later version, it stays what was in force on the days of its own act.
    check(PlanState::Superseded, short(), (2016, 6, 30), Standing::InForce);
    check(PlanState::Superseded, short(), (2016, 7, 1), Standing::Superseded);
    check(PlanState::Superseded, None, (2015, 1, 1), Standing::Superseded);
    check(ApprovedByBoard, open(), (2026, 1, 1), Standing::ApprovedByBoard);
}

#[test]
fn an_extension_is_in_force_when_what_it_extends_is_over() {
    let all = [
        version("1", VersionKind::New, (2012, 2016), Some(date(2012, 1, 1))),
        version("2", VersionKind::Extended, (2012, 2021), Some(date(2016, 1, 1))),
    ];
    let on = date(2019, 6, 1);
    assert_eq!(all.each_ref().map(|v| v.standing(on)), [Standing::Over, Standing::InForce]);
    assert_eq!(current(&all, on).unwrap().code.as_str(), "2");
}

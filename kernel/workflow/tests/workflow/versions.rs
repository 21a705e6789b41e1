//! Versions of a procedure: which one governs a case, and which cannot both be the law.
use jiff::civil::Date;
use workflow::Procedures;

use crate::support::{REQUEST, day, law_with};

fn version(from: &str, to: &str, recorded: &str) -> String {
    let to = if to.is_empty() { String::new() } else { format!("valid_to = \"{to}\"\n") };
    let dates = "valid_from = \"2010-01-01\"\nrecorded_from = \"2010-01-01\"\n";
    REQUEST.replace(dates, &format!("valid_from = \"{from}\"\n{to}recorded_from = \"{recorded}\"\n"))
}

fn read(versions: &[(&str, &str, &str)]) -> Result<Procedures, Vec<String>> {
    let texts: Vec<String> =
        versions.iter().map(|(from, to, recorded)| version(from, to, recorded)).collect();
    let files = texts.iter().map(|text| ("a.toml", text.as_str()));
    let read = Procedures::read(files, &law_with(&[]).rulebook);
    read.map_err(|findings| findings.iter().map(ToString::to_string).collect())
}

#[test]
fn versions_of_one_recording_do_not_overlap() {
    let check = |versions: &[(&str, &str, &str)], sound: bool| {
        let got = read(versions);
        assert_eq!(got.is_ok(), sound, "{versions:?}: {:?}", got.err());
    };
    check(&[("2010-01-01", "2015-01-01", "2010-01-01"), ("2015-01-01", "", "2010-01-01")], true);
    check(&[("2010-01-01", "2015-01-02", "2010-01-01"), ("2015-01-01", "", "2010-01-01")], false);
    check(&[("2010-01-01", "", "2010-01-01"), ("2010-01-01", "", "2010-01-01")], false);
    check(&[("2010-01-01", "", "2010-01-01"), ("2015-01-01", "", "2014-06-01")], true); // replaced
    let words = read(&[("2010-01-01", "", "2010-01-01"), ("2011-01-01", "", "2010-01-01")]).unwrap_err();
    assert_eq!(
        words,
        [
            "a.toml: holds at the same time as request@2010-01-01@2010-01-01 (a.toml), recorded on the same day; which of them is the law?"
        ]
    );
}

#[test]
fn a_case_keeps_the_version_in_force_when_it_started() {
    let all = read(&[
        ("2010-01-01", "", "2010-01-01"),
        ("2015-01-01", "", "2014-06-01"),
        ("2015-01-01", "2018-01-01", "2017-12-01"), // the same, with its end
    ]);
    let all = all.unwrap();
    let check = |date: &str, known: Date, expect: &str| {
        let got = all.in_force("request", day(date), known).map_or_else(|| "none".to_owned(), |one| one.id());
        assert_eq!(got, expect, "on {date} as known on {known}");
    };
    check("2009-12-31", Date::MAX, "none");
    check("2014-12-31", Date::MAX, "request@2010-01-01@2010-01-01");
    check("2015-01-01", day("2014-05-31"), "request@2010-01-01@2010-01-01");
    check("2015-01-01", day("2014-06-01"), "request@2015-01-01@2014-06-01");
    check("2018-01-01", day("2017-11-30"), "request@2015-01-01@2014-06-01");
    check("2017-12-31", day("2017-12-01"), "request@2015-01-01@2017-12-01");
    check("2018-01-01", day("2017-12-01"), "request@2010-01-01@2010-01-01");
    check("2018-01-01", day("2009-12-31"), "none");
    assert!(all.in_force("complaint", day("2018-01-01"), Date::MAX).is_none());
    assert!(all.version("request@2015-01-01@2014-06-01").is_some());
    assert_eq!(all.all().len(), 3);
}

#[test]
fn of_versions_that_hold_the_one_recorded_last_governs() {
    let all = read(&[("2015-01-01", "", "2014-06-01"), ("2012-01-01", "", "2016-01-01")]).unwrap();
    let governs = |known: &str| all.in_force("request", day("2018-01-01"), day(known)).unwrap().id();
    assert_eq!(governs("2015-12-31"), "request@2015-01-01@2014-06-01");
    assert_eq!(governs("2016-01-01"), "request@2012-01-01@2016-01-01");
}

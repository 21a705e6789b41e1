//! The pack of Peru against vectors, and the values that the Review states.
use jiff::civil::Date;
use law::{Subject, Term, rule::RuleStatus};

use crate::support::{clock, day, peru};

const VECTORS: &str = include_str!("../data/pe_working_day_vectors.csv");

#[test]
fn all_vectors_agree() {
    let calendar = peru().calendar.at_known(day("2026-01-01"));
    let mut differences = Vec::new();
    let mut compared = 0;
    for line in VECTORS.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let [received, n, due] = cells.as_slice() else { panic!("not a vector: {line}") };
        let got = clock(&calendar, &[]).due(day(received), Term::WorkingDays(n.parse().unwrap())).unwrap();
        if got.due != day(due) {
            differences.push(format!("{line}: got {}", got.due));
        }
        compared += 1;
    }
    assert_eq!((compared, differences), (1_308, Vec::new()));
}

fn check(key: &str, on: &str, expect: &str) {
    let law = peru();
    let rules = law.rulebook.at(day(on));
    let got = rules.rule(key, &Subject::country()).map(|rule| serde_json::to_value(&rule.value).unwrap());
    let got = got
        .map_or_else(|_| "no rule".to_owned(), |v| format!("{} {}", v["value"], v["unit"]).replace('"', ""));
    assert_eq!(got, expect, "{key} on {on}");
}

#[test]
fn horizons_of_plans() {
    check("plan.pedn.horizon", "2015-06-30", "10 years"); // ¶298
    check("plan.pesem.horizon", "2015-06-30", "5 years"); // ¶296
    check("plan.pdrc.horizon", "2015-06-30", "8 years");
    check("plan.pdlc.horizon", "2015-06-30", "8 years");
    check("plan.pei.horizon", "2015-06-30", "3 years");
    check("plan.poi.horizon", "2015-06-30", "1 years");
    check("budget.framework.horizon", "2015-06-30", "3 years"); // ¶317
    check("plan.pedn.horizon", "2011-06-22", "no rule");
}

#[test]
fn thresholds_and_terms() {
    check("status.on_track", "2020-12-31", "90 percent");
    check("status.behind", "2020-12-31", "70 percent");
    check("evaluation.commitment_matrix", "2015-06-30", "5 months"); // ¶334
    check("evaluation.programmes_share", "2015-06-30", "10 percent"); // ¶334
    check("access.answer", "2015-06-30", "7 working_days"); // ¶698
    check("access.answer", "2017-09-15", "7 working_days");
    check("access.answer", "2017-09-16", "10 working_days");
    check("access.extension", "2015-06-30", "5 working_days");
    check("access.extension", "2017-09-16", "no rule");
    check("access.answer", "2002-12-31", "no rule");
}

#[test]
fn the_later_access_regime_awaits_confirmation() {
    let law = peru();
    let answer =
        law.rulebook.at(day("2020-01-01")).working_days("access.answer", &Subject::country()).unwrap();
    assert_eq!(answer.version.status, RuleStatus::ToBeConfirmed);
    assert_eq!(answer.version.id, "access.answer@country@2017-09-16@2017-01-07");
    // As known in 2016, the seven days would have held in 2020 too.
    let rules = law.rulebook.at(day("2020-01-01")).known(day("2016-01-01"));
    assert_eq!(rules.working_days("access.answer", &Subject::country()).unwrap().value, 7);
}

fn check_deadline(key: &str, start: &str, known: &str, expect: &str) {
    let derived = peru().deadline(key, day(start), day(known), &Subject::country());
    let got = derived.map_or_else(|error| error.to_string(), |d| format!("{} {}", d.due, d.rule.unwrap().id));
    assert_eq!(got, expect, "{key} from {start} as known on {known}");
}

#[test]
fn deadlines() {
    let seven = "access.answer@country@2003-01-01@2003-01-01";
    check_deadline("access.answer", "2015-07-20", "2015-07-20", &format!("2015-07-31 {seven}"));
    check_deadline("access.answer", "2015-12-23", "2015-12-23", &format!("2016-01-05 {seven}"));
    // 9 December became a holiday by a law of 31 December 2021.
    let ten = "access.answer@country@2017-09-16@2017-01-07";
    check_deadline("access.answer", "2022-12-01", "2021-12-30", &format!("2022-12-16 {ten}"));
    check_deadline("access.answer", "2022-12-01", "2021-12-31", &format!("2022-12-19 {ten}"));
    let matrix = "evaluation.commitment_matrix@country@2008-01-01@2008-01-01";
    check_deadline(
        "evaluation.commitment_matrix",
        "2014-12-01",
        "2015-01-01",
        &format!("2015-05-04 {matrix}"),
    );
    check_deadline(
        "access.answer",
        "2002-06-03",
        "2020-01-01",
        "no rule access.answer holds on 2002-06-03 as known on 2020-01-01; add a row to law/rules.csv",
    );
}

/// The movable feasts by Gauss's rule, the fixed ones by the list of the law: not from any library.
#[test]
fn holidays_are_those_of_the_law() {
    let law = peru();
    for year in 2002..=2031 {
        let easter = easter(i32::from(year));
        let mut expect: Vec<Date> =
            [3, 2, 0].iter().map(|n| easter.saturating_sub(jiff::Span::new().days(*n))).collect();
        let fixed =
            ["01-01", "05-01", "06-29", "07-28", "07-29", "08-30", "10-08", "11-01", "12-08", "12-25"];
        expect.extend(fixed.iter().map(|md| day(&format!("{year}-{md}"))));
        let later = [("12-09", 2022), ("08-06", 2022), ("07-23", 2023), ("06-07", 2024)];
        let since = |first: &i16| year >= *first;
        expect
            .extend(later.iter().filter(|(_, from)| since(from)).map(|(md, _)| day(&format!("{year}-{md}"))));
        expect.sort();
        let mut got: Vec<Date> =
            law.calendar.days().iter().map(|off| off.date).filter(|date| date.year() == year).collect();
        got.sort();
        assert_eq!(got, expect, "{year}");
    }
}

fn easter(year: i32) -> Date {
    let golden = year % 19;
    let moon = (19 * golden + 24) % 30;
    let sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7;
    let days = match (moon, sunday) {
        (29, 6) => 50,
        (28, 6) if golden > 10 => 49,
        _ => 22 + moon + sunday,
    };
    // `days` counts from 1 March as day 1.
    let first = Date::new(i16::try_from(year).unwrap(), 3, 1).unwrap();
    first.checked_add(jiff::Span::new().days(days - 1)).unwrap()
}

#[test]
fn every_rule_names_its_source() {
    let law = peru();
    assert!(law.rulebook.rules().count() >= 20);
    let review = |text: &str| text.contains('¶') || text.starts_with("art.") || text.contains("art. ");
    for rule in law.rulebook.rules().filter(|rule| rule.version.status == RuleStatus::Confirmed) {
        let version = &rule.version;
        let own = version.norm.contains("decisión propia");
        assert!(
            own || review(&version.article) || review(&version.note),
            "{} has no article or ¶",
            version.id
        );
    }
    assert!(
        law.rulebook
            .to_be_confirmed()
            .all(|rule| rule.version.note.contains("confirmar") || rule.version.note.contains("no dice"))
    );
}

//! Small calendars and the pack of Peru.
use std::fmt::Write as _;

use base::Validity;
use jiff::civil::Date;
use law::{
    Calendar, CalendarView, CountryLaw, LawFiles, Roll, Scope, StartRule, Suspension, Term, rule::RuleStatus,
};

pub const HOLIDAYS: &str = "date,name_es,name_en,norm,article,recorded_from,recorded_to,source,status\n";
pub const DECREED: &str = "date,scope,name_es,name_en,norm,article,recorded_from,recorded_to,source,status\n";

pub const RULES: &str = include_str!("../../../../countries/peru/law/rules.csv");
pub const PERU_HOLIDAYS: &str = include_str!("../../../../countries/peru/law/holidays.csv");
pub const PERU_DECREED: &str = include_str!("../../../../countries/peru/law/non_working_days.csv");

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

pub fn peru() -> CountryLaw {
    let files = LawFiles {
        rules: RULES,
        holidays: PERU_HOLIDAYS,
        non_working_days: PERU_DECREED,
        suspensions: None,
        names: None,
    };
    CountryLaw::parse(files).unwrap()
}

/// A calendar with the given holidays, and New Year so that 2019 to 2023 are covered.
pub fn calendar_with(holidays: &[Date]) -> CalendarView {
    let mut text = HOLIDAYS.to_owned();
    let new_years = (2019..=2023).map(|year| Date::new(year, 1, 1).unwrap());
    let mut all: Vec<Date> = new_years.chain(holidays.iter().copied()).collect();
    all.sort();
    all.dedup();
    for date in all {
        writeln!(text, "{date},Feriado,Holiday,Ley 1,art. 1,2000-01-01,,prueba,confirmed").unwrap();
    }
    let calendar = Calendar::parse("saturday sunday".parse().unwrap(), ("h.csv", &text), ("d.csv", DECREED));
    calendar.unwrap().at_known(day("2030-01-01"))
}

pub fn suspension(from: Date, to: Option<Date>) -> Suspension {
    Suspension {
        scope: Scope::Country,
        validity: Validity::new(from, to).unwrap(),
        norm: "DU 1".to_owned(),
        article: "art. 2".to_owned(),
        recorded_from: from,
        status: RuleStatus::Confirmed,
    }
}

/// The plainest clock: start not counted, rolling to the next working day.
pub fn clock<'a>(calendar: &'a CalendarView, suspensions: &'a [Suspension]) -> law::Clock<'a> {
    law::Clock { start_rule: StartRule::StartNotCounted, roll: Roll::NextWorkingDay, calendar, suspensions }
}

/// `5w`, `5d`, `5m`, `5y`.
pub fn term(text: &str) -> Term {
    let (n, unit) = text.split_at(text.len() - 1);
    let n = n.parse().unwrap();
    match unit {
        "w" => Term::WorkingDays(n),
        "d" => Term::CalendarDays(n),
        "m" => Term::Months(n),
        "y" => Term::Years(n),
        _ => panic!("not a unit: {unit}"),
    }
}

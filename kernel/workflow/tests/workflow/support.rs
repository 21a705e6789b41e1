//! An access request, a small law, and short ways to write both.
use std::fmt::Write as _;

use jiff::{Timestamp, civil::Date, tz::Offset};
use law::{CountryLaw, LawFiles, Subject};
use workflow::{Act, By, Case, Declaration, Engine, LawView, Procedure, Standing};

pub const REQUEST: &str = include_str!("../data/request.toml");

const RULES: &str = "key,value,unit,scope,valid_from,valid_to,recorded_from,norm,article,note,status\n";
/// Lines of `rules.csv`: key, value and unit.
const TERMS: [&str; 12] = [
    "calendar.weekend,saturday sunday,text",
    "clock.start_counted,false,flag",
    "clock.roll_to_working_day,true,flag",
    "access.answer,7,working_days",
    "access.extension,5,working_days",
    "access.extension_times,2,count",
    "access.appeal,15,calendar_days",
    "access.decision,1,months",
    "notice.soon,2,working_days",
    "notice.early,5,calendar_days",
    "term.none,0,working_days",
    "term.weeks,14,calendar_days",
];

/// A law with these suspensions, each `from,to,recorded_from`. Lima's 1 May 2020 is a Friday.
pub fn law_with(suspensions: &[(Date, Date, Date)]) -> CountryLaw {
    law(suspensions, "")
}

pub fn law(suspensions: &[(Date, Date, Date)], more_rules: &str) -> CountryLaw {
    let row = |line: &str| format!("{line},country,2000-01-01,,2000-01-01,Ley 1,art. 1,,confirmed\n");
    let rules: String = TERMS.iter().map(|line| row(line)).collect();
    let rules = format!("{RULES}{rules}{more_rules}");
    let mut holidays =
        "date,name_es,name_en,norm,article,recorded_from,recorded_to,source,status\n".to_owned();
    for year in 2019..=2023 {
        for day in ["01-01", "05-01"] {
            writeln!(holidays, "{year}-{day},Feriado,Holiday,Ley 1,art. 1,2000-01-01,,prueba,confirmed")
                .unwrap();
        }
    }
    let decreed = "date,scope,name_es,name_en,norm,article,recorded_from,recorded_to,source,status\n";
    let mut table = "scope,from,to,norm,article,recorded_from,status\n".to_owned();
    for (from, to, recorded) in suspensions {
        writeln!(table, "country,{from},{to},DU 1,art. 2,{recorded},confirmed").unwrap();
    }
    let files = LawFiles {
        rules: &rules,
        holidays: &holidays,
        non_working_days: decreed,
        suspensions: Some(&table),
        names: None,
    };
    CountryLaw::parse(files).unwrap()
}

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// `2020-03-02 10:00` in Lima; a day alone is its first instant.
pub fn at(text: &str) -> Timestamp {
    let text = if text.contains(' ') { text.replace(' ', "T") } else { format!("{text}T00:00") };
    format!("{text}:00-05:00").parse().unwrap()
}

pub fn lima() -> Offset {
    Offset::from_seconds(-5 * 3600).unwrap()
}

pub fn view<'a>(law: &'a CountryLaw, subject: &'a Subject) -> LawView<'a> {
    LawView { law, subject, offset: lima(), known: Date::MAX }
}

pub fn procedure(text: &str, law: &CountryLaw) -> Procedure {
    let declaration = Declaration::parse(text).unwrap();
    Procedure::checked(declaration, &law.rulebook).unwrap_or_else(|defects| panic!("{defects:#?}\n{text}"))
}

/// `send citizen`, performed at an instant.
pub fn act(what: &str, instant: &str) -> Act {
    let (code, role) = what.split_once(' ').unwrap();
    let by = match role.strip_prefix("clock:") {
        Some(clock) => By::Clock(clock.to_owned()),
        None => By::Role(role.to_owned()),
    };
    let mut act = Act::new(code, at(instant), by);
    if code == "answer" {
        act.documents = vec!["letter".to_owned()];
    }
    if code == "extend" {
        act.reason = String::from("Volumen");
    }
    act
}

pub fn case(started: &str, acts: &[(&str, &str)]) -> Case {
    let acts = acts.iter().map(|(what, instant)| act(what, instant)).collect();
    Case { acts, ..Case::new("C-1", at(started)) }
}

/// Asks of the request under a law without suspensions.
pub fn with_engine<T>(ask: impl FnOnce(&Engine<'_>) -> T) -> T {
    let law = law_with(&[]);
    with_law(&law, ask)
}

pub fn with_law<T>(law: &CountryLaw, ask: impl FnOnce(&Engine<'_>) -> T) -> T {
    let subject = Subject::country();
    let procedure = procedure(REQUEST, law);
    ask(&Engine { procedure: &procedure, view: view(law, &subject) })
}

/// `2020-03-12 00:00 silence clock:answer`, one event a line, in Lima's time.
pub fn events(standing: &Standing) -> Vec<String> {
    let line = |event: &workflow::Event| {
        let by = match &event.by {
            By::Role(role) => role.clone(),
            By::Clock(clock) => format!("clock:{clock}"),
        };
        let when = lima().to_datetime(event.at);
        format!("{} {} {by}: {}", when.strftime("%Y-%m-%d %H:%M"), event.act, event.to)
    };
    standing.events.iter().map(line).collect()
}

//! The law of one country as its pack states it: the one thing most callers load.
use std::str::FromStr;

use base::{RowError, RowErrors};
use jiff::civil::Date;

use crate::{
    Calendar, CalendarView, Clock, ClockError, Derivation, NoAnswer, RuleNames, Rulebook, Subject,
    Suspensions, calendar::Weekend,
};

/// The law files of a country pack, as texts.
#[derive(Clone, Copy, Debug)]
pub struct LawFiles<'a> {
    /// `law/rules.csv`.
    pub rules: &'a str,
    /// `law/holidays.csv`.
    pub holidays: &'a str,
    /// `law/non_working_days.csv`.
    pub non_working_days: &'a str,
    /// `law/suspensions.csv`; `None` where the pack has none.
    pub suspensions: Option<&'a str>,
    /// `law/names.csv`; `None` where the pack has none.
    pub names: Option<&'a str>,
}

/// Rules, calendar and suspensions of a country.
#[derive(Clone, Debug)]
pub struct CountryLaw {
    pub rulebook: Rulebook,
    pub calendar: Calendar,
    pub suspensions: Suspensions,
    pub names: RuleNames,
}

/// Why a deadline cannot be given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DeadlineError {
    #[error(transparent)]
    NoAnswer(#[from] NoAnswer),
    #[error(transparent)]
    Clock(#[from] ClockError),
}

impl CountryLaw {
    /// Reads all files and returns every refused row of all of them. The weekly rest days are the
    /// rule `calendar.weekend`: one value for all dates, since a calendar has one week.
    pub fn parse(files: LawFiles<'_>) -> Result<Self, RowErrors> {
        let mut refused = RowErrors::default();
        let suspensions = files.suspensions.map_or_else(
            || Ok(Suspensions::default()),
            |text| Suspensions::parse("law/suspensions.csv", text),
        );
        let suspensions = suspensions.map_err(|errors| refused.0.extend(errors.0)).ok();
        let rulebook =
            Rulebook::parse("law/rules.csv", files.rules).map_err(|errors| refused.0.extend(errors.0)).ok();
        let weekend =
            rulebook.as_ref().and_then(|book| weekend(book).map_err(|error| refused.push(error)).ok());
        // Without a known week any will do to tell the refusals of the calendar in the same run.
        let any_week = || Weekend::from_str("sunday").ok();
        let calendar = weekend.or_else(any_week).and_then(|weekend| {
            let holidays = ("law/holidays.csv", files.holidays);
            let decreed = ("law/non_working_days.csv", files.non_working_days);
            let read = Calendar::parse(weekend, holidays, decreed);
            read.map_err(|errors| refused.0.extend(errors.0)).ok()
        });
        let names = rulebook.as_ref().and_then(|book| {
            let read = files.names.map(|text| RuleNames::parse("law/names.csv", text, book));
            read.transpose().map_err(|errors| refused.0.extend(errors.0)).ok()
        });
        match (rulebook, calendar, suspensions, names) {
            (Some(rulebook), Some(calendar), Some(suspensions), Some(names)) if refused.is_empty() => {
                Ok(Self { rulebook, calendar, suspensions, names: names.unwrap_or_default() })
            }
            _ => Err(refused),
        }
    }

    /// The calendar that binds `subject`, as known at the end of `known`.
    pub fn calendar(&self, known: Date, subject: &Subject) -> CalendarView {
        self.calendar.for_subject(known, subject)
    }

    /// When the term `key` ends for `subject` if it starts on `start`, by the law of that day as
    /// known at the end of `known`. A later day of knowledge may give another answer: a decreed
    /// day off, a suspension, a corrected rule.
    pub fn deadline(
        &self,
        key: &str,
        start: Date,
        known: Date,
        subject: &Subject,
    ) -> Result<Derivation, DeadlineError> {
        let rules = self.rulebook.at(start).known(known);
        let term = rules.term(key, subject)?;
        let calendar = self.calendar(known, subject);
        let suspensions = self.suspensions.binding(known, subject);
        let clock = Clock::by_rules(&rules, subject, &calendar, &suspensions)?;
        Ok(clock.due_by(start, &term)?)
    }
}

fn weekend(book: &Rulebook) -> Result<Weekend, RowError> {
    let refuse = |value: &str, reason: &dyn std::fmt::Display| RowError {
        file: "law/rules.csv".to_owned(),
        line: 1,
        column: "key".to_owned(),
        value: value.to_owned(),
        reason: reason.to_string(),
    };
    let key = "calendar.weekend";
    let mut values: Vec<_> = book.rules().filter(|rule| rule.version.key == key).collect();
    values.dedup_by(|a, b| a.value == b.value);
    match values.as_slice() {
        [] => Err(refuse(key, &"no such rule; name the weekly rest days, as saturday sunday")),
        [rule] => match &rule.value {
            crate::Value::Text(text) => text.parse().map_err(|error| refuse(text, &error)),
            other => Err(refuse(key, &format!("in {}; write it as text", other.unit()))),
        },
        _ => Err(refuse(key, &"several values; a calendar has one week")),
    }
}

//! Which days are working days, as known on one day.
use std::{collections::BTreeMap, str::FromStr};

use base::{Digest, RowErrors};
use jiff::civil::{Date, Weekday};
use serde::Serialize;

use crate::{Scope, Subject, calendar_table, derivation::SkipReason, rule::RuleStatus};

/// Why a day that is no weekend day is not worked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DayOffKind {
    /// A public holiday set by law.
    Holiday,
    /// A non-working day that a decree declares for some or for all.
    Decreed,
}

/// One day off with its legal basis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DayOff {
    pub date: Date,
    pub kind: DayOffKind,
    pub scope: Scope,
    pub name_es: String,
    pub name_en: String,
    pub norm: String,
    pub article: String,
    /// The day it became known, as a rule that of publication.
    pub recorded_from: Date,
    /// First day on which it was known to be withdrawn; `None` while it stands.
    pub recorded_to: Option<Date>,
    /// Where the date was taken from.
    pub source: String,
    pub status: RuleStatus,
}

impl DayOff {
    fn known_on(&self, known: Date) -> bool {
        self.recorded_from <= known && self.recorded_to.is_none_or(|to| known < to)
    }
}

/// Weekly rest days, written `saturday sunday`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weekend([bool; 7]);

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not weekly rest days; write English names of one to six days, as saturday sunday: {0:?}")]
pub struct WeekendError(pub String);

const WEEK: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

impl FromStr for Weekend {
    type Err = WeekendError;

    fn from_str(text: &str) -> Result<Self, WeekendError> {
        let words: Vec<_> = text.split_whitespace().collect();
        let rests = WEEK.map(|name| words.contains(&name));
        let count = rests.iter().filter(|rest| **rest).count();
        // All seven would leave no working day to end on.
        if count == words.len() && (1..=6).contains(&count) {
            return Ok(Self(rests));
        }
        Err(WeekendError(text.chars().take(80).collect()))
    }
}

impl Weekend {
    fn rests_on(self, weekday: Weekday) -> bool {
        let index = usize::try_from(weekday.to_monday_zero_offset()).ok();
        index.and_then(|index| self.0.get(index)).copied().unwrap_or(false)
    }
}

/// Every day off ever recorded, for everybody and for some.
#[derive(Clone, Debug)]
pub struct Calendar {
    weekend: Weekend,
    year_from: i16,
    year_to: i16,
    days: Vec<DayOff>,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    #[error(
        "the calendar covers {year_from} to {year_to} and says nothing of {date}; add that year to law/holidays.csv"
    )]
    OutsideCoverage { date: Date, year_from: i16, year_to: i16 },
}

impl Calendar {
    /// Reads `holidays.csv` and `non_working_days.csv`, each given as name and text.
    /// The years from the first to the last holiday are covered; a year without any is refused, as
    /// are a day twice for one scope, a decreed day outside the covered years and a missing norm.
    pub fn parse(weekend: Weekend, holidays: (&str, &str), decreed: (&str, &str)) -> Result<Self, RowErrors> {
        let (days, year_from, year_to) = calendar_table::read(holidays, decreed)?;
        Ok(Self { weekend, year_from, year_to, days })
    }

    /// For the country as a whole, as known at the end of `known`.
    pub fn at_known(&self, known: Date) -> CalendarView {
        self.for_subject(known, &Subject::country())
    }

    /// For one subject, as known at the end of `known`: decreed days that bind it count.
    pub fn for_subject(&self, known: Date, subject: &Subject) -> CalendarView {
        let seen = |day: &&DayOff| day.known_on(known) && subject.is_bound_by(&day.scope);
        let mut days: BTreeMap<Date, Vec<DayOff>> = BTreeMap::new();
        for day in self.days.iter().filter(seen) {
            days.entry(day.date).or_default().push(day.clone());
        }
        let (weekend, year_from, year_to) = (self.weekend, self.year_from, self.year_to);
        let version = version(weekend, year_from, year_to, &days);
        CalendarView { weekend, year_from, year_to, days, version }
    }

    /// Every day off, withdrawn and scoped ones too, for listings and exports.
    pub fn days(&self) -> &[DayOff] {
        &self.days
    }
}

/// The calendar that one subject knew on one day.
#[derive(Clone, Debug)]
pub struct CalendarView {
    weekend: Weekend,
    year_from: i16,
    year_to: i16,
    days: BTreeMap<Date, Vec<DayOff>>,
    version: String,
}

impl CalendarView {
    /// Short hash of all that decides which days are worked: equal versions give equal due dates.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// First and last covered year.
    pub const fn years(&self) -> (i16, i16) {
        (self.year_from, self.year_to)
    }

    /// Every reason why `date` is not worked; none on a working day.
    pub fn reasons(&self, date: Date) -> Result<Vec<SkipReason>, CalendarError> {
        if !(self.year_from..=self.year_to).contains(&date.year()) {
            let (year_from, year_to) = self.years();
            return Err(CalendarError::OutsideCoverage { date, year_from, year_to });
        }
        let weekend = self.weekend.rests_on(date.weekday()).then_some(SkipReason::Weekend);
        let off = self.days.get(&date).into_iter().flatten().map(SkipReason::of_day_off);
        Ok(weekend.into_iter().chain(off).collect())
    }

    pub fn is_working(&self, date: Date) -> Result<bool, CalendarError> {
        self.reasons(date).map(|reasons| reasons.is_empty())
    }
}

fn version(weekend: Weekend, year_from: i16, year_to: i16, days: &BTreeMap<Date, Vec<DayOff>>) -> String {
    let mut lines = vec![format!("{:?} {year_from} {year_to}", weekend.0)];
    for day in days.values().flatten() {
        lines.push(format!("{} {:?} {} {} {:?}", day.date, day.kind, day.scope, day.norm, day.name_es));
    }
    // The order of rows in the file decides nothing.
    lines.sort();
    Digest::of(lines.join("\n").as_bytes()).short()
}

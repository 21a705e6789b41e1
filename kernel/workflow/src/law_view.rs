//! The law as one case sees it: of its subject, in its country's time, as known on a day.
use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date, tz::Offset};
use law::{Answer, CountryLaw, DeadlineError, Derivation, Subject, Term};

/// What the engine asks the law through.
///
/// On every day it asks what was known at the end of that day, so that what happened then does not
/// depend on when one looks: a suspension published later moves clocks from its publication on, and
/// nothing before. `known` narrows that for those who ask what would have been known earlier.
#[derive(Clone, Copy, Debug)]
pub struct LawView<'a> {
    pub law: &'a CountryLaw,
    pub subject: &'a Subject,
    /// Of the country: its days begin at its own midnight.
    pub offset: Offset,
    /// Nothing recorded after this day is seen; [`Date::MAX`] for all there is.
    pub known: Date,
}

impl LawView<'_> {
    /// The day of an instant, in the country.
    pub fn day(&self, instant: Timestamp) -> Date {
        self.offset.to_datetime(instant).date()
    }

    /// The first instant of a day, in the country; `None` beyond the last instant there is.
    pub fn first_instant(&self, day: Date) -> Option<Timestamp> {
        self.offset.to_timestamp(day.at(0, 0, 0, 0)).ok()
    }

    /// The first instant of the day after: the end of `day`.
    pub fn end_of(&self, day: Date) -> Option<Timestamp> {
        self.first_instant(day.tomorrow().ok()?)
    }

    fn known_on(&self, day: Date) -> Date {
        day.min(self.known)
    }

    pub(crate) fn deadline(&self, key: &str, start: Date, on: Date) -> Result<Derivation, DeadlineError> {
        self.law.deadline(key, start, self.known_on(on), self.subject)
    }

    pub(crate) fn extended(
        &self,
        due: Date,
        by: &Answer<Term>,
        start: Date,
        on: Date,
    ) -> Result<Derivation, DeadlineError> {
        self.law.extended(due, by, start, self.known_on(on), self.subject)
    }

    pub(crate) fn before(&self, key: &str, due: Date, start: Date, on: Date) -> Result<Date, DeadlineError> {
        self.law.before(key, due, start, self.known_on(on), self.subject)
    }

    /// The law of the day a clock started, as known on a day.
    pub(crate) fn term(&self, key: &str, start: Date, on: Date) -> Result<Answer<Term>, DeadlineError> {
        Ok(self.law.rulebook.at(start).known(self.known_on(on)).term(key, self.subject)?)
    }

    pub(crate) fn count(&self, key: &str, start: Date, on: Date) -> Result<u64, DeadlineError> {
        Ok(self.law.rulebook.at(start).known(self.known_on(on)).count(key, self.subject)?.value)
    }

    /// Days after `from`, up to `to`, on which the law known may have become another.
    pub(crate) fn learned(&self, from: Date, to: Date) -> BTreeSet<Date> {
        self.law.learned(from, self.known_on(to))
    }
}

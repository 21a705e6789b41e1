//! What a clock that runs asks of the law: more time, days before its end, and when to be recomputed.
use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::{Answer, CountryLaw, DeadlineError, Derivation, Subject, Term, clock::Clock};

impl CountryLaw {
    /// A term that was due on `due`, made longer by `by`. The ways of counting are those of
    /// `law_of`, the day the clock started, all as known at the end of `known`; the derivation
    /// names the rule that allows the extension.
    pub fn extended(
        &self,
        due: Date,
        by: &Answer<Term>,
        law_of: Date,
        known: Date,
        subject: &Subject,
    ) -> Result<Derivation, DeadlineError> {
        let longer = self.counting(law_of, known, subject, |clock| clock.extended(due, by.value))?;
        Ok(Derivation { rule: Some(by.version.clone()), ..longer })
    }

    /// The day that lies the term `key` before `due`, by the law of `law_of` as known at the end of `known`.
    pub fn before(
        &self,
        key: &str,
        due: Date,
        law_of: Date,
        known: Date,
        subject: &Subject,
    ) -> Result<Date, DeadlineError> {
        let term = self.rulebook.at(law_of).known(known).term(key, subject)?;
        self.counting(law_of, known, subject, |clock| clock.before(due, term.value))
    }

    /// The days after `from` and up to `to` on which something was learned or withdrawn that may
    /// move a due date: on any other day the law known is that of the day before.
    pub fn learned(&self, from: Date, to: Date) -> BTreeSet<Date> {
        let rules = self.rulebook.rules().map(|rule| rule.version.recorded_from);
        let days = self.calendar.days().iter();
        let days = days.flat_map(|day| [Some(day.recorded_from), day.recorded_to]).flatten();
        let suspensions = self.suspensions.all().iter().map(|one| one.recorded_from);
        rules.chain(days).chain(suspensions).filter(|date| from < *date && *date <= to).collect()
    }

    fn counting<T>(
        &self,
        law_of: Date,
        known: Date,
        subject: &Subject,
        ask: impl FnOnce(Clock<'_>) -> Result<T, crate::ClockError>,
    ) -> Result<T, DeadlineError> {
        let rules = self.rulebook.at(law_of).known(known);
        let calendar = self.calendar(known, subject);
        let suspensions = self.suspensions.binding(known, subject);
        Ok(ask(Clock::by_rules(&rules, subject, &calendar, &suspensions)?)?)
    }
}

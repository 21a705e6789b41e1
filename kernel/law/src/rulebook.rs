//! The rules of a country, asked by the day they hold and the day they were known.
use std::collections::HashMap;

use base::{Money, RowErrors};
use jiff::civil::Date;
use rust_decimal::Decimal;

use crate::{
    Answer, Subject, Term,
    rule::{Rule, RuleStatus, Unit, Value},
    rule_table,
};

/// Every version of every rule.
#[derive(Clone, Debug, Default)]
pub struct Rulebook {
    rules: HashMap<String, Vec<Rule>>,
}

/// Why a question to the rulebook has no answer. There are no defaults.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoAnswer {
    #[error("no rule {key} holds on {date} as known on {known}; add a row to law/rules.csv")]
    NoRule { key: String, date: Date, known: Date },
    #[error("rule {id} is in {found}, asked as {asked}")]
    WrongUnit { id: String, found: Unit, asked: &'static str },
}

impl Rulebook {
    /// Reads `rules.csv`; `file` is the name that refusals give.
    /// Refused: unknown unit, status, scope or column, a value that is not in its unit, a date that
    /// is none, no norm, and two rows of one key, scope and recording day that hold at the same time.
    pub fn parse(file: &str, text: &str) -> Result<Self, RowErrors> {
        rule_table::read(file, text).map(|rules| Self { rules })
    }

    /// The law of `date`, with all that is known of it; `known` narrows that.
    pub const fn at(&self, date: Date) -> RulebookView<'_> {
        RulebookView { book: self, date, known: Date::MAX }
    }

    /// Every version, in the order of keys, for listings and exports.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        let mut keys: Vec<_> = self.rules.iter().collect();
        keys.sort_by_key(|(key, _)| key.as_str());
        keys.into_iter().flat_map(|(_, rules)| rules)
    }

    /// Versions whose source still has to be read in the norm itself.
    pub fn to_be_confirmed(&self) -> impl Iterator<Item = &Rule> {
        self.rules().filter(|rule| rule.version.status == RuleStatus::ToBeConfirmed)
    }
}

/// The rulebook on one day, as known on one day.
#[derive(Clone, Copy, Debug)]
pub struct RulebookView<'a> {
    book: &'a Rulebook,
    date: Date,
    known: Date,
}

macro_rules! getters {
    ($($(#[$doc:meta])* $name:ident -> $type:ty, $variant:ident;)*) => {$(
        $(#[$doc])*
        pub fn $name(&self, key: &str, subject: &Subject) -> Result<Answer<$type>, NoAnswer> {
            self.typed(key, subject, stringify!($name), |value| match value {
                Value::$variant(inner) => Some(inner.clone()),
                _ => None,
            })
        }
    )*};
}

impl<'a> RulebookView<'a> {
    /// As it was known at the end of `date`.
    #[must_use]
    pub const fn known(self, date: Date) -> Self {
        Self { known: date, ..self }
    }

    /// The rule that binds `subject`: the scope that fits closest (kind, sector, territory,
    /// country), then the version recorded last. A row recorded later for the same scope and
    /// `valid_from` corrects the earlier one whole: that is how a rule gets its end.
    pub fn rule(&self, key: &str, subject: &Subject) -> Result<&'a Rule, NoAnswer> {
        let known: Vec<&Rule> = self
            .book
            .rules
            .get(key)
            .into_iter()
            .flatten()
            .filter(|rule| rule.version.recorded_from <= self.known)
            .collect();
        let corrected = |rule: &Rule| {
            known.iter().any(|later| {
                later.version.scope == rule.version.scope
                    && later.version.valid_from == rule.version.valid_from
                    && later.version.recorded_from > rule.version.recorded_from
            })
        };
        known
            .iter()
            .filter(|rule| rule.validity.holds_on(self.date) && !corrected(rule))
            .filter_map(|rule| Some((subject.fit(&rule.version.scope)?, rule.version.recorded_from, *rule)))
            .max_by_key(|(fit, recorded_from, _)| (*fit, *recorded_from))
            .map(|(_, _, rule)| rule)
            .ok_or_else(|| NoAnswer::NoRule { key: key.to_owned(), date: self.date, known: self.known })
    }

    getters! {
        working_days -> u16, WorkingDays;
        calendar_days -> u16, CalendarDays;
        months -> u16, Months;
        years -> u16, Years;
        /// `90` is 90 %.
        percent -> Decimal, Percent;
        money_centimos -> Money, MoneyCentimos;
        flag -> bool, Flag;
        count -> u64, Count;
        text -> String, Text;
    }

    /// A length of time in whatever unit the law gives it.
    pub fn term(&self, key: &str, subject: &Subject) -> Result<Answer<Term>, NoAnswer> {
        self.typed(key, subject, "a term", Value::term)
    }

    fn typed<T>(
        &self,
        key: &str,
        subject: &Subject,
        asked: &'static str,
        read: impl Fn(&Value) -> Option<T>,
    ) -> Result<Answer<T>, NoAnswer> {
        let rule = self.rule(key, subject)?;
        let version = rule.version.clone();
        match read(&rule.value) {
            Some(value) => Ok(Answer { value, version }),
            None => Err(NoAnswer::WrongUnit { id: version.id, found: rule.value.unit(), asked }),
        }
    }
}

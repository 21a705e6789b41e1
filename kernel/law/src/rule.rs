//! One dated rule: its value with unit, whom it binds, since when, by which norm.
use std::str::FromStr;

use base::{Money, Validity};
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::{Scope, Term};

/// A value of the law, with its unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "unit", content = "value", rename_all = "snake_case")]
pub enum Value {
    WorkingDays(u16),
    CalendarDays(u16),
    Months(u16),
    Years(u16),
    /// `90` is 90 %.
    Percent(Decimal),
    MoneyCentimos(Money),
    Flag(bool),
    Count(u64),
    Text(String),
}

impl Value {
    pub const fn unit(&self) -> Unit {
        match self {
            Self::WorkingDays(_) => Unit::WorkingDays,
            Self::CalendarDays(_) => Unit::CalendarDays,
            Self::Months(_) => Unit::Months,
            Self::Years(_) => Unit::Years,
            Self::Percent(_) => Unit::Percent,
            Self::MoneyCentimos(_) => Unit::MoneyCentimos,
            Self::Flag(_) => Unit::Flag,
            Self::Count(_) => Unit::Count,
            Self::Text(_) => Unit::Text,
        }
    }

    /// `None` for values that are not a length of time.
    pub const fn term(&self) -> Option<Term> {
        match self {
            Self::WorkingDays(n) => Some(Term::WorkingDays(*n)),
            Self::CalendarDays(n) => Some(Term::CalendarDays(*n)),
            Self::Months(n) => Some(Term::Months(*n)),
            Self::Years(n) => Some(Term::Years(*n)),
            _ => None,
        }
    }
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $error:ident, $what:literal { $($variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($variant),* }

        impl $name {
            /// The word of the table.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }

        #[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
        #[error("{} (write one of {})", $what, [$($word),*].join(", "))]
        pub struct $error;

        impl FromStr for $name {
            type Err = $error;

            fn from_str(text: &str) -> Result<Self, $error> {
                match text { $($word => Ok(Self::$variant),)* _ => Err($error) }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

words!(
    /// Units of a rule's value.
    Unit, UnknownUnit, "unknown unit" {
        WorkingDays = "working_days", CalendarDays = "calendar_days", Months = "months",
        Years = "years", Percent = "percent", MoneyCentimos = "money_centimos",
        Flag = "flag", Count = "count", Text = "text",
    }
);

words!(
    /// Whether the source was read in the norm itself or awaits it.
    RuleStatus, UnknownStatus, "unknown status" {
        Confirmed = "confirmed", ToBeConfirmed = "to_be_confirmed",
    }
);

/// A row of the rulebook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    pub value: Value,
    pub validity: Validity,
    pub version: RuleVersion,
}

/// Which statement of the law an answer rests on: enough to show and to find it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RuleVersion {
    /// `key@scope@valid_from@recorded_from`.
    pub id: String,
    pub key: String,
    pub scope: Scope,
    pub valid_from: Date,
    /// The day the statement became known, as a rule that of publication.
    pub recorded_from: Date,
    pub norm: String,
    pub article: String,
    /// Paragraph of the Public Governance Review, or a remark.
    pub note: String,
    pub status: RuleStatus,
}

/// A value of the law with the version it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer<T> {
    pub value: T,
    pub version: RuleVersion,
}

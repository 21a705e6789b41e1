//! A sign of something going wrong, with the figures it is read from.
use base::{Money, Period};
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Serialize;

use super::Trigger;

/// One sign: which trigger, and why, so that anybody can count again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sign {
    pub trigger: Trigger,
    #[serde(flatten)]
    pub why: Why,
}

/// The figures of a sign. Percentages are of what was expected by the date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum Why {
    /// Progress below a threshold, both in percent.
    Progress { period: Period, progress: Decimal, threshold: Decimal },
    /// Measured and expected differ by `percent` of what was expected, of which `threshold` are allowed.
    Gap { period: Period, value: Decimal, expected: Decimal, percent: Decimal, threshold: Decimal },
    /// Worse in each of the last periods.
    Worse { since: Period, from: Decimal, until: Period, to: Decimal, times: u64 },
    /// Well by now, and worse than the period before.
    Turning { before: Period, from: Decimal, period: Period, to: Decimal },
    /// Every target to come is met already.
    Early { period: Period },
    /// A value that is owed is not there.
    Missing { period: Period, due_on: Date },
    /// A value differs from the one before it by more percent than is usual.
    Jump { before: Period, from: Decimal, period: Period, to: Decimal, percent: Decimal },
    /// Of the money of the year `spent` percent is spent, and of the result expected `progress` percent is there.
    Money {
        year: i16,
        indicator: String,
        spent: Decimal,
        progress: Decimal,
        points: Decimal,
        threshold: Decimal,
    },
    /// Everything below is done or on its way, or the money is spent, and the objective is not reached.
    Executed { year: i16, indicator: String, progress: Decimal, actions: usize, spent: Option<Decimal> },
    /// A rule of articulation that is broken: the message of the finding, and its arguments.
    Broken { rule: &'static str, subject: String, message: String, args: Vec<(&'static str, String)> },
    /// Claims on the money beyond what there is.
    Claimed { year: i16, money: Money, beyond: Money },
    /// A matrix that was to be signed by a day and is not.
    Unsigned { due_on: Date },
    /// A commitment whose deadline has passed, and of which nothing verified says that it is fulfilled.
    Unfulfilled { action: String, deadline: Date },
    /// A report that was to be published by a day and is not.
    Unpublished { period: Period, due_on: Date },
    /// In the words of whoever said it.
    Told { text: String, post: String, on: Date },
}

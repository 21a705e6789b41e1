//! What an indicator promises and what was observed, as the arithmetic needs them.
use base::{Period, period::Periodicity};
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::Refusal;
use super::answer::Unavailable;
use super::review::Mark;

macro_rules! word {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word used in files, tables and URLs.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = super::indicator::UnknownWord;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|w| w.as_str() == text).ok_or_else(|| {
                    super::indicator::UnknownWord {
                        found: text.to_owned(),
                        accepted: Self::ALL.iter().map(|w| w.as_str()).collect::<Vec<_>>().join(", "),
                    }
                })
            }
        }
    };
}
pub(super) use word;

/// A word that is not in its list.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{found:?} is not one of: {accepted}")]
pub struct UnknownWord {
    pub found: String,
    pub accepted: String,
}

/// Accumulation, sense and aggregation are what planning's cards say. The accumulations are the types
/// of DNP Colombia's Sinergia (*Guía para la construcción y análisis de indicadores*, 3.1 to 3.7); the
/// sense is stated, never derived: a target may dip below its baseline on a rising path (¶300, Table 3).
pub use planning::domain::words::{Accumulation, Aggregation, Sense};

/// Where the promise starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Baseline {
    pub period: Period,
    pub value: Decimal,
}

/// What is promised for a period, in the unit of the observations: a level for stock, capacity and
/// both reductions; the period's amount for flow; the total since the horizon began for cumulative.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    pub period: Period,
    pub value: Decimal,
    /// Upper end of the band; only for `within`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub high: Option<Decimal>,
}

/// What was measured for a period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observation {
    pub period: Period,
    pub value: Decimal,
    /// Editions that compare with each other share a scale (EPI 2016 and EPI 2020 do not).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<Box<str>>,
}

/// The part of an indicator card that decides its arithmetic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// `None` where the card leaves it open; nothing is then computed.
    pub accumulation: Option<Accumulation>,
    pub sense: Option<Sense>,
    /// Whether the card says how the value is obtained.
    pub method_stated: bool,
    /// How often a value is owed.
    pub periodicity: Periodicity,
    pub baseline: Option<Baseline>,
    pub targets: Vec<Target>,
    /// First day of a sum over the horizon; the day after the baseline period where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts_from: Option<Date>,
    /// Scale in which baseline and targets are stated; `None` where nobody has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<Box<str>>,
    /// The act and body that approved the targets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub approved_by: Option<Box<str>>,
}

impl Indicator {
    /// Accumulation and sense, both stated, coherent with each other, and with the baseline they need.
    ///
    /// # Errors
    /// The first thing the card leaves open or contradicts.
    pub fn rule(&self) -> Result<(Accumulation, Sense), Refusal> {
        if !self.method_stated {
            return Err(Refusal::MethodMissing);
        }
        let accumulation = self.accumulation.ok_or(Refusal::AccumulationMissing)?;
        let sense = self.sense.ok_or(Refusal::SenseMissing)?;
        let coherent = match accumulation {
            Accumulation::Stock | Accumulation::Flow | Accumulation::Cumulative => true,
            Accumulation::Capacity => matches!(sense, Sense::Increase | Sense::AtLeast),
            Accumulation::Reduction | Accumulation::AnnualReduction => {
                matches!(sense, Sense::Decrease | Sense::AtMost)
            }
        };
        let from_baseline = matches!(accumulation, Accumulation::Capacity | Accumulation::Reduction);
        match self.baseline {
            _ if !coherent => Err(Refusal::SenseContradicts),
            None if from_baseline => Err(Refusal::BaselineMissing),
            _ => Ok((accumulation, sense)),
        }
    }
}

/// Everything the status of one indicator, in one territory and group, is computed from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    pub indicator: Indicator,
    pub observations: Vec<Observation>,
    /// Day on which the source stopped publishing the series.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frozen_on: Option<Date>,
    /// Periods for which there is no value, and why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unavailable: Vec<Unavailable>,
    /// What is known of values besides their numbers: nothing is computed from it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
}

//! What is promised for a period and a territory.
use std::cmp::Ordering;

use base::{
    Period,
    codes::{IndicatorCode, TerritoryCode},
};
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::words::Sense;

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TargetKey {
    pub indicator: IndicatorCode,
    pub territory: TerritoryCode,
    pub period: Period,
}

/// A value, or the two ends of a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Goal {
    pub value: Decimal,
    /// Upper end, both ends included; only where the sense is `within`.
    pub high: Option<Decimal>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    pub goal: Goal,
    pub rationale: Option<String>,
    pub set_on: Option<Date>,
}

/// What a change does to what is promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Move {
    /// Harder to reach.
    Raised,
    /// Easier to reach: *lowered* by its sense, whatever the number did.
    Lowered,
    /// Another value, but the card does not say which way is better.
    Unjudged,
    Same,
}

/// Compares two goals by the sense of their indicator. A band that lets in a value which the old one kept
/// out is lowered.
pub fn compare(sense: Option<Sense>, old: Goal, new: Goal) -> Move {
    if old == new {
        return Move::Same;
    }
    let ordering = match sense {
        None => return Move::Unjudged,
        Some(Sense::Within) => return compare_bands(old, new),
        Some(Sense::Increase | Sense::AtLeast) => new.value.cmp(&old.value),
        Some(Sense::Decrease | Sense::AtMost) => old.value.cmp(&new.value),
    };
    match ordering {
        Ordering::Greater => Move::Raised,
        Ordering::Less => Move::Lowered,
        Ordering::Equal => Move::Same,
    }
}

fn compare_bands(old: Goal, new: Goal) -> Move {
    let (Some(old_high), Some(new_high)) = (old.high, new.high) else { return Move::Unjudged };
    if new.value < old.value || new_high > old_high { Move::Lowered } else { Move::Raised }
}

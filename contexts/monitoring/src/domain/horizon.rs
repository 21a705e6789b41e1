//! The years of a plan beside those that money is programmed for (¶317, ¶370 of the Public Governance Review of Peru, 2016: plans of ten
//! years, a framework of three, and nothing that ties them).
use serde::{Deserialize, Serialize};

use super::indicator::word;

word! {
    /// What is known of the money of an objective in a year of its plan.
    YearState {
        // Money of a delivery is tied to it.
        Funded = "funded",
        // Somebody ties money of the year to it; no delivery tells of that year yet.
        Claimed = "claimed",
        // The year is budgeted, and nothing of it is tied to it.
        Unfunded = "unfunded",
        // The framework programmes the year; nothing is tied to it yet.
        Programmed = "programmed",
        // After the last year of the framework: nobody programmes money.
        BeyondFramework = "beyond_framework",
        // Nothing tells of the year.
        Unknown = "unknown",
    }
}

/// What is known of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearFacts {
    pub year: i16,
    /// A delivery tells money of it, of whoever.
    pub is_budgeted: bool,
    pub has_money: bool,
    pub is_claimed: bool,
    /// Last year that the framework in force on the day programmes.
    pub framework_last: i16,
    /// Year of the day.
    pub now: i16,
}

pub const fn year_state(of: YearFacts) -> YearState {
    if of.has_money {
        YearState::Funded
    } else if of.is_budgeted {
        YearState::Unfunded
    } else if of.is_claimed {
        YearState::Claimed
    } else if of.year > of.framework_last {
        YearState::BeyondFramework
    } else if of.year >= of.now {
        YearState::Programmed
    } else {
        YearState::Unknown
    }
}

//! Codes of goals, of what a goal offers a municipality, and of transfers.
use std::{fmt, str::FromStr};

use base::codes::EntityCode;

base::numbered_codes! {
    /// `t128`: the entry that approved the transfers.
    TransferCode = 't';
}

/// A goal of a year: `2026-M1`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GoalRef {
    year: i16,
    code: String,
}

/// What a goal offers one municipality: `2026-M1:M:240101-301784`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OfferRef {
    pub goal: GoalRef,
    pub entity: EntityCode,
}

/// Why a text names no goal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a goal is a year and a code of 1 to 12 capitals, digits and hyphens, as 2026-M1")]
pub struct NoGoalRef;

const CODE_CHARS_MAX: usize = 12;

impl GoalRef {
    /// The code is that of the norm, in capitals.
    ///
    /// # Errors
    /// A year of other than four digits; a code of other letters, or too long.
    pub fn new(year: i16, code: &str) -> Result<Self, NoGoalRef> {
        let code = code.trim().to_ascii_uppercase();
        let is_fit = (1..=CODE_CHARS_MAX).contains(&code.len())
            && code.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-')
            && !code.starts_with('-')
            && (1000..=9999).contains(&year);
        if is_fit { Ok(Self { year, code }) } else { Err(NoGoalRef) }
    }

    pub const fn year(&self) -> i16 {
        self.year
    }

    pub fn code(&self) -> &str {
        &self.code
    }
}

impl fmt::Display for GoalRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.year, self.code)
    }
}

impl FromStr for GoalRef {
    type Err = NoGoalRef;

    fn from_str(text: &str) -> Result<Self, NoGoalRef> {
        let (year, code) = text.split_once('-').ok_or(NoGoalRef)?;
        let goal = Self::new(year.parse().map_err(|_| NoGoalRef)?, code)?;
        // One goal has one address.
        if goal.to_string() == text { Ok(goal) } else { Err(NoGoalRef) }
    }
}

impl fmt::Display for OfferRef {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.goal, self.entity)
    }
}

impl FromStr for OfferRef {
    type Err = NoGoalRef;

    fn from_str(text: &str) -> Result<Self, NoGoalRef> {
        let (goal, entity) = text.split_once(':').ok_or(NoGoalRef)?;
        Ok(Self { goal: goal.parse()?, entity: entity.parse().map_err(|_| NoGoalRef)? })
    }
}

//! One claim.
use std::fmt;

use base::Share;
use planning::domain::reference::ElementRef;
use serde::{Deserialize, Serialize};

use super::Pattern;

/// How good a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The rows are spent on the element and on nothing else.
    Exact,
    /// By a stated rule, such as the programme's design.
    Rule,
    /// By judgement.
    Estimate,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a basis is exact, rule or estimate")]
pub struct UnknownBasis;

impl Basis {
    pub const ALL: [Self; 3] = [Self::Exact, Self::Rule, Self::Estimate];

    pub const fn code(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Rule => "rule",
            Self::Estimate => "estimate",
        }
    }
}

impl fmt::Display for Basis {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl std::str::FromStr for Basis {
    type Err = UnknownBasis;
    /// The codes, and the words of the Spanish form.
    fn from_str(text: &str) -> Result<Self, UnknownBasis> {
        match base::text::fold(text).trim() {
            "exact" | "exacta" | "exacto" => Ok(Self::Exact),
            "rule" | "regla" => Ok(Self::Rule),
            "estimate" | "estimacion" | "estimada" => Ok(Self::Estimate),
            _ => Err(UnknownBasis),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("fiscal years run from 1990 to 2099, the first not after the last: {0} to {1}")]
pub struct YearsError(i16, i16);

/// Fiscal years, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FiscalYears {
    first: i16,
    last: i16,
}

impl FiscalYears {
    pub fn new(first: i16, last: i16) -> Result<Self, YearsError> {
        let known = 1990..=2099;
        if first > last || !known.contains(&first) || !known.contains(&last) {
            return Err(YearsError(first, last));
        }
        Ok(Self { first, last })
    }

    pub const fn first(self) -> i16 {
        self.first
    }

    pub const fn last(self) -> i16 {
        self.last
    }

    pub const fn holds(self, year: i16) -> bool {
        self.first <= year && year <= self.last
    }

    pub const fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

/// An element's claim on money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    pub element: ElementRef,
    pub years: FiscalYears,
    pub pattern: Pattern,
    pub share: Share,
    pub basis: Basis,
    /// Who says so: a post or a body.
    pub claimed_by: String,
    /// Why it is so; may be empty.
    pub rationale: String,
}

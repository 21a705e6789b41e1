//! Acceptance of a value up the hierarchy, and what the statistician says of its quality. Neither changes the number.
use std::{fmt, str::FromStr};

use base::codes::{EntityCode, IndicatorCode, PlanCode};
use base::{Period, Seq};
use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::indicator::word;
use super::records::ObservationKey;

word! {
    /// Where a value is on its way up: phases that a procedure of values declares.
    Phase {
        /// Nobody changes it.
        Review = "review",
        /// It counts for nothing, and is owed again.
        Returned = "returned",
        Accepted = "accepted",
    }
}

word! {
    /// What the statistician says of a value.
    Verdict {
        Validated = "validated",
        WithObservations = "with_observations",
        NotValidated = "not_validated",
    }
}

/// `r128-3`: the entry of the journal that recorded the values, and which of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(try_from = "String")]
pub struct ReviewCode(String);

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no code of a review; one looks like r128-3")]
pub struct NoReviewCode(String);

impl ReviewCode {
    pub fn of(seq: Seq, number: usize) -> Self {
        Self(format!("r{}-{number}", seq.0))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What all values have in common that were recorded together: `r128-`.
    pub fn together(&self) -> &str {
        let end = self.0.find('-').map_or(self.0.len(), |at| at + 1);
        self.0.get(..end).unwrap_or(&self.0)
    }
}

impl FromStr for ReviewCode {
    type Err = NoReviewCode;

    fn from_str(text: &str) -> Result<Self, NoReviewCode> {
        let number = |n: &str| (1..=19).contains(&n.len()) && n.bytes().all(|byte| byte.is_ascii_digit());
        let parts = text.strip_prefix('r').and_then(|rest| rest.split_once('-'));
        let is_code = parts.is_some_and(|(seq, n)| number(seq) && number(n));
        is_code.then(|| Self(text.to_owned())).ok_or_else(|| NoReviewCode(text.chars().take(40).collect()))
    }
}

impl TryFrom<String> for ReviewCode {
    type Error = NoReviewCode;

    fn try_from(text: String) -> Result<Self, NoReviewCode> {
        text.parse()
    }
}

impl fmt::Display for ReviewCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A value on its way up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    pub code: ReviewCode,
    /// The body whose plan it is.
    pub entity: EntityCode,
    pub plan: PlanCode,
    pub indicator: IndicatorCode,
    pub key: ObservationKey,
    pub value: Decimal,
    /// Version of the procedure by which it was begun.
    pub procedure: String,
    pub began_at: Timestamp,
    /// Who submitted the value that stands: the post, and the account that acted through it.
    pub post: String,
    pub account: String,
    /// How often a value was submitted: once more after each return.
    pub submissions: i64,
    /// The entry that submitted the one that stands.
    pub submitted: Seq,
    /// Of the procedure, as its acts gave it.
    pub state: String,
    pub phase: Phase,
    /// Of the last return.
    pub reason: String,
}

/// What the statistician said of a value, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Validation {
    pub verdict: Verdict,
    /// Remarks, or why not; empty where a value is simply validated.
    pub words: String,
    pub value: Decimal,
    pub post: String,
    pub at: Timestamp,
}

/// What is known of a value besides the number; the status does not depend on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    pub period: Period,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<Box<str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<Phase>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validation: Option<Verdict>,
    /// Why it was returned; what the statistician remarks.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub words: Box<str>,
}

/// What is wrong with a verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VerdictFault {
    #[error("say what the remarks are, or why it is not validated, in at most 2000 characters")]
    Words,
}

const VERDICT_CHARS_MAX: usize = 2_000;

/// The words that go with a verdict: all but a plain one need some.
///
/// # Errors
/// None where they are needed; too many.
pub fn verdict_words(verdict: Verdict, words: &str) -> Result<String, VerdictFault> {
    let words = words.trim();
    let needed = verdict != Verdict::Validated;
    let has = words.chars().any(char::is_alphabetic);
    if (needed && !has) || words.chars().count() > VERDICT_CHARS_MAX {
        return Err(VerdictFault::Words);
    }
    Ok(words.to_owned())
}

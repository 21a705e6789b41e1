//! Values that officials put in: kept as a draft of their post, looked at, then recorded.
use std::{fmt, str::FromStr};

use base::{Digest, Period, Seq, codes::EntityCode};
use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::indicator::word;

/// `v128`: the entry of the journal that kept the draft.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct DraftCode(String);

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no code of a draft; one looks like v128")]
pub struct NoDraftCode(String);

impl DraftCode {
    pub fn of(seq: Seq) -> Self {
        Self(format!("v{}", seq.0))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for DraftCode {
    type Err = NoDraftCode;

    fn from_str(text: &str) -> Result<Self, NoDraftCode> {
        let is_code = text
            .strip_prefix('v')
            .is_some_and(|n| (1..=19).contains(&n.len()) && n.bytes().all(|byte| byte.is_ascii_digit()));
        is_code.then(|| Self(text.to_owned())).ok_or_else(|| NoDraftCode(text.chars().take(40).collect()))
    }
}

impl TryFrom<String> for DraftCode {
    type Error = NoDraftCode;

    fn try_from(text: String) -> Result<Self, NoDraftCode> {
        text.parse()
    }
}

impl fmt::Display for DraftCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

word! {
    /// Where a draft of values is.
    DraftState {
        Open = "open",
        Recorded = "recorded",
        Discarded = "discarded",
    }
}

/// A file, kept by its content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    pub digest: Digest,
    /// As whoever sent it calls it.
    pub name: String,
}

/// Values put in and not recorded yet. It is the post's, whoever holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValuesDraft {
    pub code: DraftCode,
    pub entity: EntityCode,
    pub post: String,
    /// Rows as `quipu import observations` reads them.
    pub rows: Stored,
    pub evidence: Option<Stored>,
    pub at: Timestamp,
    pub state: DraftState,
}

/// What is asked of whoever puts a value in, before it is recorded. Never a refusal: what is strange may be true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Question {
    /// Another value of the period is recorded; it stays readable as what was said before.
    Replaces { old: Decimal },
    /// Farther from the last value than the rule lets pass unasked.
    Jumps { before: Period, value: Decimal, percent: Decimal },
}

/// Questions about a value of a period, given those recorded and the rule: percent of the last value before it. After a
/// zero, or with none before, nothing is a jump.
///
/// The change is rounded to one decimal for reading; what is judged is not rounded.
pub fn questions(
    recorded: &[(Period, Decimal)],
    new: (Period, Decimal),
    jump_percent: Decimal,
) -> Vec<Question> {
    let (period, value) = new;
    let mut found = Vec::new();
    let same = recorded.iter().find(|(of, _)| *of == period).map(|(_, old)| *old);
    found.extend(same.filter(|old| *old != value).map(|old| Question::Replaces { old }));
    let before = recorded.iter().filter(|(of, _)| of.end() < period.end()).max_by_key(|(of, _)| of.end());
    if let Some((before, last)) = before
        && let Some(change) = change_percent(*last, value)
        && change.abs() > jump_percent
    {
        found.push(Question::Jumps { before: *before, value: *last, percent: change.round_dp(1) });
    }
    found
}

/// Change in percent of the level of what was; none after a zero, or where the numbers are too large to tell.
fn change_percent(was: Decimal, is: Decimal) -> Option<Decimal> {
    is.checked_sub(was)?.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(was.abs())
}

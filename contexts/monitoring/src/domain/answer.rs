//! "No value, because …": a proper answer for a period, which never becomes a number.
use base::Period;
use base::codes::{SeriesCode, TerritoryCode};
use serde::{Deserialize, Serialize};

/// What an answer is about: everyone in a place in a period. Answers about groups of people are none.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct AnswerKey {
    pub series: SeriesCode,
    pub territory: TerritoryCode,
    pub period: Period,
}

/// Why there is no value, and who says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// A word of the country's list (`monitoring/no_value.csv`).
    pub reason: String,
    /// A sentence.
    pub words: String,
    pub source: String,
    pub provenance: Option<String>,
}

/// An answer as the status takes it: of one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unavailable {
    pub period: Period,
    /// A word of the country's list.
    pub why: Box<str>,
    pub words: Box<str>,
}

/// What is wrong with the sentence of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WordsFault {
    #[error("say in a sentence why there is no value")]
    Missing,
    #[error("at most 500 characters")]
    Long,
}

pub const WORDS_CHARS_MAX: usize = 500;

/// Blanks around it taken away.
///
/// # Errors
/// No word in it; longer than [`WORDS_CHARS_MAX`].
pub fn sentence(text: &str) -> Result<String, WordsFault> {
    let text = text.trim();
    if !text.chars().any(char::is_alphabetic) {
        return Err(WordsFault::Missing);
    }
    if text.chars().count() > WORDS_CHARS_MAX {
        return Err(WordsFault::Long);
    }
    Ok(text.to_owned())
}

//! A question with a closed scale, and which of its answers count as favourable.
use std::collections::BTreeSet;

use jiff::Timestamp;

use super::QuestionCode;

base::closed_words! {
    /// What may be answered.
    Scale {
        YesNo = "yes_no",
        /// Worse, the same, better.
        Better3 = "better_3",
        /// From wholly against (1) to wholly for (5).
        Agree5 = "agree_5",
        /// A school mark, 0 to 20.
        Mark20 = "mark_20",
    }
}

impl Scale {
    /// The least answer and the greatest.
    pub const fn ends(self) -> (i64, i64) {
        match self {
            Self::YesNo => (0, 1),
            Self::Better3 => (1, 3),
            Self::Agree5 => (1, 5),
            Self::Mark20 => (0, 20),
        }
    }

    /// Every answer, the least first.
    pub fn answers(self) -> impl DoubleEndedIterator<Item = i64> {
        let (least, greatest) = self.ends();
        least..=greatest
    }

    /// Whether answers have names of their own, not only numbers.
    pub const fn is_named(self) -> bool {
        !matches!(self, Self::Mark20)
    }

    /// An answer as people write it: its number, or yes and no.
    pub fn read(self, text: &str) -> Option<i64> {
        let text = text.trim().to_lowercase();
        let named = match (self, text.as_str()) {
            (Self::YesNo, "si" | "sí" | "yes") => Some(1),
            (Self::YesNo, "no") => Some(0),
            _ => None,
        };
        let is_number = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = || text.parse().ok().filter(|_| is_number);
        named.or_else(number).filter(|answer| self.answers().any(|one| one == *answer))
    }

    /// What may be written, for whoever wrote something else.
    pub fn accepted(self) -> String {
        let numbers: Vec<String> = self.answers().map(|answer| answer.to_string()).collect();
        let words: &[&str] = if self == Self::YesNo { &["sí", "no"] } else { &[] };
        words.iter().map(|word| (*word).to_owned()).chain(numbers).collect::<Vec<_>>().join(", ")
    }
}

/// A question; nothing changes it, so that waves that ask it stay comparable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    pub code: QuestionCode,
    pub scale: Scale,
    pub favourable: BTreeSet<i64>,
    /// Spanish and English.
    pub text: (String, String),
    pub post: String,
    pub at: Timestamp,
}

/// Why a question is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum QuestionFault {
    #[error("write the question in Spanish and in English, each in 10 to 300 characters")]
    Text,
    #[error("choose the scale of the answers")]
    Scale,
    #[error("say which answers are favourable: some of the scale and not all, as 4;5 or 11-20")]
    Favourable,
}

const TEXT_CHARS_MIN: usize = 10;
const TEXT_CHARS_MAX: usize = 300;

impl Question {
    /// Tidied.
    ///
    /// # Errors
    /// Words too few or too many; favourable answers that are none of the scale, or all.
    pub fn checked(mut self) -> Result<Self, QuestionFault> {
        for text in [&mut self.text.0, &mut self.text.1] {
            *text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            if !(TEXT_CHARS_MIN..=TEXT_CHARS_MAX).contains(&text.chars().count()) {
                return Err(QuestionFault::Text);
            }
        }
        let all: BTreeSet<i64> = self.scale.answers().collect();
        let fits = !self.favourable.is_empty() && self.favourable.is_subset(&all) && self.favourable != all;
        fits.then_some(self).ok_or(QuestionFault::Favourable)
    }

    /// Answers as they are written in a list: `4;5`, `11-20`, `sí`.
    ///
    /// # Errors
    /// What is no answer of the scale.
    pub fn read_favourable(scale: Scale, text: &str) -> Result<BTreeSet<i64>, QuestionFault> {
        let read = |text: &str| scale.read(text).ok_or(QuestionFault::Favourable);
        let mut found = BTreeSet::new();
        for part in text.split([';', ',']).map(str::trim).filter(|part| !part.is_empty()) {
            match part.split_once('-') {
                Some((from, to)) => found.extend(read(from)?..=read(to)?),
                None => {
                    found.insert(read(part)?);
                }
            }
        }
        Ok(found)
    }
}

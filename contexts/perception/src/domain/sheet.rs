//! One respondent's answers.
use std::collections::BTreeMap;

use base::codes::TerritoryCode;

use super::{Channel, QuestionCode};

/// What was answered to each question; a question that is absent was not answered.
pub type Answers = BTreeMap<QuestionCode, i64>;

/// A sheet of answers. Of who gave them it has nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    pub channel: Channel,
    /// Once in its channel.
    pub number: String,
    /// The department, where it was said.
    pub territory: Option<TerritoryCode>,
    pub answers: Answers,
}

/// Why a sheet is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetFault {
    #[error("a sheet has a number of letters and digits, at most 20")]
    Number,
    #[error("the sheet answers no question")]
    Empty,
}

impl Sheet {
    /// With its number as it is kept: `a-7` and `A-7` are one sheet.
    ///
    /// # Errors
    /// No number, or no answer.
    pub fn checked(mut self) -> Result<Self, SheetFault> {
        self.number = self.number.trim().to_uppercase();
        let is_code = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
        if !(1..=20).contains(&self.number.len()) || !self.number.bytes().all(is_code) {
            return Err(SheetFault::Number);
        }
        if self.answers.is_empty() { Err(SheetFault::Empty) } else { Ok(self) }
    }
}

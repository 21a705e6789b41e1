//! Evidence of a municipality: a value, a document or both.
use base::Digest;
use jiff::{Timestamp, civil::Date};
use rust_decimal::Decimal;

use super::{Dossier, Goal, Needs, Standing};

/// Evidence as it was filed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    pub number: i64,
    pub value: Option<Decimal>,
    /// A stored file, and what it was called.
    pub document: Option<(Digest, String)>,
    pub text: String,
    /// Where the country is.
    pub filed_on: Date,
    pub post: String,
    pub at: Timestamp,
}

/// Evidence as a planner brings it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewEvidence {
    pub value: Option<Decimal>,
    pub document: Option<(Digest, String)>,
    pub text: String,
}

/// Why evidence is not accepted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EvidenceFault {
    #[error("write the value that was reached, with at most six decimals")]
    Value,
    #[error("bring the document")]
    Document,
    #[error("say in at most 2000 characters what the evidence shows")]
    Text,
    #[error("what was filed is verified; nothing is filed after that but with an objection")]
    Verified,
}

const TEXT_CHARS_MAX: usize = 2_000;
const NAME_CHARS_MAX: usize = 120;
const DECIMALS_MAX: u32 = 6;
/// Larger than anything that is counted.
const VALUE_MAX: i64 = 1_000_000_000_000_000;

impl Evidence {
    pub fn is_late(&self, due_on: Date) -> bool {
        self.filed_on > due_on
    }
}

impl Goal {
    /// What was brought, where the goal can take it. Late evidence is evidence.
    ///
    /// # Errors
    /// What is lacking; a verdict that stands.
    pub fn takes(&self, dossier: &Dossier, new: NewEvidence, on: Date) -> Result<NewEvidence, EvidenceFault> {
        let verdict = dossier.standing(self.due_on, on);
        if matches!(verdict, Standing::Fulfilled | Standing::NotFulfilled) {
            return Err(EvidenceFault::Verified);
        }
        let NewEvidence { value, document, text } = new;
        let value = value.map(|value| value.normalize()).filter(|_| self.needs != Needs::Document);
        let is_value =
            value.is_none_or(|value| value.scale() <= DECIMALS_MAX && value.abs() <= VALUE_MAX.into());
        if !is_value || (value.is_none() && self.needs != Needs::Document) {
            return Err(EvidenceFault::Value);
        }
        if document.is_none() && self.needs != Needs::Value {
            return Err(EvidenceFault::Document);
        }
        let text = text.trim();
        if text.is_empty() || text.chars().count() > TEXT_CHARS_MAX {
            return Err(EvidenceFault::Text);
        }
        let document = document.map(|(digest, name)| (digest, name.chars().take(NAME_CHARS_MAX).collect()));
        Ok(NewEvidence { value, document, text: text.to_owned() })
    }
}

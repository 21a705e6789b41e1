//! What a review decides about a matter.
use base::{
    Period,
    codes::{EntityCode, TerritoryCode},
};
use jiff::{Timestamp, ToSpan, civil::Date};
use planning::domain::reference::IndicatorRef;
use rust_decimal::Decimal;

use super::{DecisionCode, ReviewCode};

base::closed_words! {
    /// What is decided (¶282, ¶325, ¶329 of the Public Governance Review of Peru, 2016).
    Kind {
        /// Something is done about what went wrong.
        Corrective = "corrective",
        /// Something is done before it goes wrong.
        Preventive = "preventive",
        /// Another target; the old one stays beside it.
        ChangeOfTarget = "change_of_target",
        /// Another strategy, policy or service.
        ChangeOfDesign = "change_of_design",
        /// Other spending.
        ChangeOfMoney = "change_of_money",
        /// It stays as it is, for a reason, and is looked at again by a day.
        Hold = "hold",
    }
}

/// The post that carries a decision out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    pub role: &'static str,
    pub entity: EntityCode,
}

/// Another target for a period, beside that of the plan on the day of the decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub indicator: IndicatorRef,
    pub territory: TerritoryCode,
    pub period: Period,
    /// None where the plan promised nothing for that period.
    pub old: Option<Decimal>,
    pub new: Decimal,
}

/// A decision about a matter of the agenda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    pub code: DecisionCode,
    pub review: ReviewCode,
    /// Number of the matter.
    pub item: i64,
    pub kind: Kind,
    /// What is to be done; of a hold, the reason.
    pub text: String,
    pub owner: Owner,
    pub due_on: Date,
    /// Evaluations, recommendations, requests that it rests on beside the figures of the matter, by code.
    pub evidence: Vec<String>,
    pub change: Option<Change>,
    /// The post of the secretariat that wrote it down.
    pub post: String,
    pub at: Timestamp,
}

/// What keeps a decision from being one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecisionFault {
    #[error("write what is decided, in at most 2000 characters")]
    Text,
    #[error("a decision is due after the day of the review, and within ten years")]
    Due,
    #[error("what stays as it is is looked at again within {0} days")]
    HoldTooLong(u16),
    #[error("a change of target names the indicator, the period and the new value, another than the old one")]
    NoChange,
    #[error("only a change of target names another target")]
    NotAChange,
    #[error("name at most 20 pieces of evidence")]
    Evidence,
}

const TEXT_CHARS_MAX: usize = 2_000;
const EVIDENCE_MAX: usize = 20;
const YEARS_MAX: i16 = 10;

impl Decision {
    /// The decision with its text tidied.
    ///
    /// # Errors
    /// The first fault. `held_on` is the day of the review, `hold_days_max` the law's term for a hold.
    pub fn checked(mut self, held_on: Date, hold_days_max: u16) -> Result<Self, DecisionFault> {
        let text = self.text.trim();
        if text.is_empty() || text.chars().count() > TEXT_CHARS_MAX {
            return Err(DecisionFault::Text);
        }
        self.text = text.to_owned();
        if self.due_on <= held_on || self.due_on > held_on.saturating_add(YEARS_MAX.years()) {
            return Err(DecisionFault::Due);
        }
        let hold_until = held_on.saturating_add(i64::from(hold_days_max).days());
        if self.kind == Kind::Hold && self.due_on > hold_until {
            return Err(DecisionFault::HoldTooLong(hold_days_max));
        }
        match (self.kind, &self.change) {
            (Kind::ChangeOfTarget, Some(change)) if change.old != Some(change.new) => {}
            (Kind::ChangeOfTarget, _) => return Err(DecisionFault::NoChange),
            (_, Some(_)) => return Err(DecisionFault::NotAChange),
            (_, None) => {}
        }
        self.evidence.sort();
        self.evidence.dedup();
        if self.evidence.len() > EVIDENCE_MAX {
            return Err(DecisionFault::Evidence);
        }
        Ok(self)
    }
}

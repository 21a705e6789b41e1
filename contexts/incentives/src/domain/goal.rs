//! A goal of a year, as the norm that approves it says.
use base::{Money, Share, codes::EntityCode};
use jiff::{Timestamp, civil::Date};
use rust_decimal::Decimal;

use super::{GoalRef, Offer, divide};

base::closed_words! {
    /// When a value reaches the threshold.
    Sense {
        AtLeast = "at_least",
        AtMost = "at_most",
        /// Nothing is measured: it is done or not.
        Done = "done",
    }
    /// What evidence has to hold.
    Needs {
        Value = "value",
        Document = "document",
        Both = "both",
    }
    /// Whom the money is for.
    Basis {
        /// Every municipality that fulfils earns all of it.
        Each = "each",
        /// It is divided among the municipalities of the goal, by weight; each earns its own part.
        Divided = "divided",
    }
}

/// What is to be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    pub measure: String,
    pub unit: String,
    pub sense: Sense,
    /// None where it is done or not.
    pub threshold: Option<Decimal>,
}

/// What the goal's norm gives for it: a share of an amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reward {
    pub basis: Basis,
    pub whole: Money,
    pub share: Share,
}

/// For which municipalities a goal is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// All of those classes.
    Classes(Vec<String>),
    /// Those named, each with its weight where money is divided.
    Named(Vec<(EntityCode, u32)>),
}

/// A version of a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Goal {
    pub at: GoalRef,
    pub version: i64,
    /// Of the country pack.
    pub objective: String,
    pub title: (String, Option<String>),
    /// What is asked, in words.
    pub text: String,
    pub reach: Reach,
    pub target: Target,
    pub needs: Needs,
    /// What counts as evidence, in words.
    pub evidence: String,
    pub due_on: Date,
    /// Whether late evidence earns, as the norm says.
    pub takes_late: bool,
    pub reward: Reward,
    /// The body that verifies.
    pub verifier: EntityCode,
    /// That approves this version.
    pub norm: String,
    pub post: String,
    pub published_at: Timestamp,
}

/// What a goal lacks.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GoalFault {
    #[error("a goal is a year and a code of 1 to 12 capitals, digits and hyphens")]
    Code,
    #[error("write a title of 10 to 200 characters")]
    Title,
    #[error("write what is asked, what is measured and its unit, and what counts as evidence")]
    Text,
    #[error("a threshold goes with at least and at most, and with nothing that is done or not")]
    Threshold,
    #[error("what is measured needs a value, what is done or not a document")]
    Needs,
    #[error("evidence is due today or later, in the year of the goal or the next")]
    Due,
    #[error("the amount is more than nothing, and so is the share of it that the goal gives")]
    Amount,
    #[error("name the norm, in at most 200 characters")]
    Norm,
    #[error("say for which municipalities the goal is set, none of them twice")]
    Nobody,
}

const TITLE_CHARS: std::ops::RangeInclusive<usize> = 10..=200;
const TEXT_CHARS_MAX: usize = 2_000;
const SHORT_CHARS_MAX: usize = 200;
/// Ten million million soles: what every municipality earns stays far from where sums end.
const WHOLE_MAX: Money = Money::centimos(1_000_000_000_000_000);

fn is_text(text: &str, chars_max: usize) -> bool {
    !text.trim().is_empty() && text.chars().count() <= chars_max
}

impl Reward {
    /// What the share comes to, in whole céntimos, rounded down: nobody is promised what is not there.
    pub fn purse(&self) -> Money {
        let whole = i128::from(self.whole.as_centimos());
        let part = whole * i128::from(self.share.as_millionths()) / 1_000_000;
        Money::centimos(i64::try_from(part).unwrap_or_default())
    }

    fn is_fit(&self) -> bool {
        self.whole <= WHOLE_MAX && self.purse() > Money::ZERO
    }
}

impl Target {
    /// Whether the value is enough; what is done or not has none.
    pub fn is_reached(&self, value: Option<Decimal>) -> bool {
        match (self.sense, self.threshold, value) {
            (Sense::Done, ..) => true,
            (Sense::AtLeast, Some(threshold), Some(value)) => value >= threshold,
            (Sense::AtMost, Some(threshold), Some(value)) => value <= threshold,
            _ => false,
        }
    }
}

impl Reach {
    fn is_fit(&self) -> bool {
        match self {
            Self::Classes(classes) => !classes.is_empty(),
            Self::Named(named) => {
                let codes: std::collections::BTreeSet<&EntityCode> =
                    named.iter().map(|(code, _)| code).collect();
                !named.is_empty() && codes.len() == named.len() && named.iter().all(|(_, weight)| *weight > 0)
            }
        }
    }
}

impl Goal {
    /// The goal where nothing is lacking. `due_before` is the due day of the version that it takes the place of.
    ///
    /// # Errors
    /// The first thing that is.
    pub fn checked(self, today: Date, due_before: Option<Date>) -> Result<Self, GoalFault> {
        let year = self.at.year();
        let is_due = (self.due_on >= today || due_before == Some(self.due_on))
            && (self.due_on.year() == year || self.due_on.year() == year.saturating_add(1));
        let measured = self.target.sense != Sense::Done;
        let title = &self.title;
        let faults = [
            (
                TITLE_CHARS.contains(&title.0.trim().chars().count())
                    && title.1.as_ref().is_none_or(|title| is_text(title, SHORT_CHARS_MAX)),
                GoalFault::Title,
            ),
            (
                is_text(&self.text, TEXT_CHARS_MAX)
                    && is_text(&self.evidence, TEXT_CHARS_MAX)
                    && is_text(&self.target.measure, SHORT_CHARS_MAX)
                    && (!measured || is_text(&self.target.unit, SHORT_CHARS_MAX))
                    && self.target.unit.chars().count() <= SHORT_CHARS_MAX,
                GoalFault::Text,
            ),
            (measured == self.target.threshold.is_some(), GoalFault::Threshold),
            (measured != (self.needs == Needs::Document), GoalFault::Needs),
            (is_due, GoalFault::Due),
            (self.reward.is_fit(), GoalFault::Amount),
            (is_text(&self.norm, SHORT_CHARS_MAX), GoalFault::Norm),
            (self.reach.is_fit(), GoalFault::Nobody),
        ];
        match faults.into_iter().find(|(is_fit, _)| !is_fit) {
            Some((_, fault)) => Err(fault),
            None => Ok(self),
        }
    }

    /// What the goal offers each of its municipalities, given with class and weight.
    pub fn offers(&self, municipalities: &[(EntityCode, String, u32)]) -> Vec<Offer> {
        let purse = self.reward.purse();
        let weights: Vec<u32> = municipalities.iter().map(|(.., weight)| *weight).collect();
        let parts = match self.reward.basis {
            Basis::Each => vec![purse; weights.len()],
            Basis::Divided => divide(purse, &weights),
        };
        let each = municipalities.iter().zip(parts);
        let each = each.map(|((entity, class, _), offered)| Offer {
            goal: self.at.clone(),
            entity: entity.clone(),
            class: class.clone(),
            offered,
        });
        each.collect()
    }
}

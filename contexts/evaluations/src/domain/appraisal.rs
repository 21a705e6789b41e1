//! Checklists by which an indicator is looked at again (¶335 of the Public Governance Review of Peru, 2016: six criteria) or a body looks
//! at its own system of evaluation (¶326: sixteen elements), and what was answered.
use base::Validity;
use jiff::{Timestamp, civil::Date};

base::closed_words! {
    /// What a checklist is about.
    Appraised {
        Indicator = "indicator",
        Entity = "entity",
    }
    /// The answer to one item.
    Answer {
        Yes = "yes",
        Partly = "partly",
        No = "no",
    }
}

/// A question of a checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    pub code: String,
    /// In Spanish and English.
    pub question: (String, String),
}

/// A checklist of the country pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checklist {
    pub code: String,
    pub name: (String, String),
    pub about: Appraised,
    /// Roles of posts that answer it.
    pub roles: Vec<String>,
    pub validity: Validity,
    pub source: String,
    pub items: Vec<Item>,
}

/// What was answered to an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    pub item: String,
    pub answer: Answer,
    /// Why not wholly; what shows it.
    pub reason: Option<String>,
}

/// A checklist answered about something, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appraisal {
    pub checklist: String,
    /// `PEDN/OE2-I1`, or the code of a body.
    pub subject: String,
    pub answers: Vec<Given>,
    pub role: String,
    pub post: String,
    pub at: Timestamp,
}

/// What keeps an appraisal from being one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoAppraisal {
    #[error("there is no checklist {0} on that day")]
    NoChecklist(String),
    #[error("the checklist is answered by posts of other roles")]
    NotYours,
    #[error("a body answers for itself alone")]
    AnotherBody,
    #[error("there is no {0}: write the code of an indicator of a plan, or of a body")]
    NoSubject(String),
    #[error("answer {0}")]
    Unanswered(String),
    #[error("say of {0} what is lacking, in at most 600 characters")]
    NoReason(String),
}

const REASON_CHARS_MAX: usize = 600;

impl Checklist {
    pub fn is_in_use(&self, on: Date) -> bool {
        self.validity.holds_on(on)
    }

    /// The answers in the order of the checklist, every item once: what is not wholly so says why.
    ///
    /// # Errors
    /// The first item that lacks its answer or its reason.
    pub fn answered<'t>(&self, told: impl Fn(&str) -> (&'t str, &'t str)) -> Result<Vec<Given>, NoAppraisal> {
        let given = |item: &Item| {
            let (answer, reason) = told(&item.code);
            let answer: Answer = answer.parse().map_err(|()| NoAppraisal::Unanswered(item.code.clone()))?;
            let reason = reason.trim();
            let is_fit =
                reason.chars().count() <= REASON_CHARS_MAX && (answer == Answer::Yes || !reason.is_empty());
            if !is_fit {
                return Err(NoAppraisal::NoReason(item.code.clone()));
            }
            let reason = Some(reason).filter(|reason| !reason.is_empty()).map(str::to_owned);
            Ok(Given { item: item.code.clone(), answer, reason })
        };
        self.items.iter().map(given).collect()
    }
}

impl Appraisal {
    /// How many items were answered so.
    pub fn count(&self, answer: Answer) -> usize {
        self.answers.iter().filter(|given| given.answer == answer).count()
    }
}

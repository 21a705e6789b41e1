//! Recommendations and findings from any source, in one register, and what became of them.
use base::codes::EntityCode;
use jiff::{Timestamp, civil::Date};

use super::{RecommendationCode, evaluation::fits};

base::closed_words! {
    /// Who recommends.
    Source {
        Comptroller = "comptroller",
        Ombudsman = "ombudsman",
        Evaluation = "evaluation",
        CitizenCommittee = "citizen_committee",
    }
    /// What it is (¶329 of the Public Governance Review of Peru, 2016, tells corrective from preventive).
    Nature {
        Finding = "finding",
        Corrective = "corrective",
        Preventive = "preventive",
    }
    /// What was done about it.
    Move {
        // By the body that it is addressed to.
        Accept = "accept",
        Refuse = "refuse",
        Report = "report",
        // By whoever registered it.
        Close = "close",
        Reopen = "reopen",
    }
    /// Where it stands.
    Course {
        Open = "open",
        Accepted = "accepted",
        Refused = "refused",
        Reported = "reported",
        Closed = "closed",
    }
}

impl Source {
    /// Sources in whose name a post of that role registers.
    pub const fn of_role(role: &str) -> &'static [Self] {
        match role.as_bytes() {
            b"comptroller" => &[Self::Comptroller],
            b"ombudsman" => &[Self::Ombudsman],
            b"budget_directorate" => &[Self::Evaluation, Self::CitizenCommittee],
            _ => &[],
        }
    }
}

impl Move {
    /// Whether it is the body's, and not that of whoever registered it.
    pub const fn is_of_body(self) -> bool {
        matches!(self, Self::Accept | Self::Refuse | Self::Report)
    }
}

impl Course {
    const fn after(self, step: Move) -> Option<Self> {
        match (self, step) {
            (Self::Open, Move::Accept) => Some(Self::Accepted),
            (Self::Open, Move::Refuse) => Some(Self::Refused),
            (Self::Accepted, Move::Report) => Some(Self::Reported),
            (Self::Reported | Self::Refused, Move::Close) => Some(Self::Closed),
            (Self::Reported | Self::Refused, Move::Reopen) => Some(Self::Open),
            _ => None,
        }
    }
}

/// A recommendation or a finding of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recommendation {
    pub code: RecommendationCode,
    pub source: Source,
    pub nature: Nature,
    /// The body that it is addressed to.
    pub entity: EntityCode,
    /// The budget programme that it is about; none where it is about none.
    pub programme: Option<String>,
    pub text: String,
    /// The document that says so.
    pub document: String,
    pub made_on: Date,
    pub due_on: Option<Date>,
    /// The role of the post that registered it: the same closes it.
    pub role: String,
    pub post: String,
    pub at: Timestamp,
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub number: i64,
    pub step: Move,
    pub text: String,
    pub post: String,
    pub at: Timestamp,
}

/// Why a recommendation, or a step of one, is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    #[error("posts of that role register nothing from that source")]
    Source,
    #[error("write what is recommended, in at most 2000 characters")]
    Text,
    #[error("name the document that says so, in at most 300 characters")]
    Document,
    #[error("it was made today or before, and is due after that")]
    Dates,
    #[error("that is not done where the recommendation stands now")]
    NotNow,
    #[error("only whoever registered it closes or reopens it")]
    NotRegistrar,
    #[error("say what was done or why, in at most 2000 characters")]
    Reason,
}

const TEXT_CHARS_MAX: usize = 2_000;
const DOCUMENT_CHARS_MAX: usize = 300;

impl Recommendation {
    /// # Errors
    /// The first thing that is wrong with it on `on`.
    pub fn checked(mut self, on: Date) -> Result<Self, Wrong> {
        self.text = self.text.trim().to_owned();
        self.document = self.document.trim().to_owned();
        if !Source::of_role(&self.role).contains(&self.source) {
            return Err(Wrong::Source);
        }
        if !fits(&self.text, TEXT_CHARS_MAX) {
            return Err(Wrong::Text);
        }
        if !fits(&self.document, DOCUMENT_CHARS_MAX) {
            return Err(Wrong::Document);
        }
        if self.made_on > on || self.due_on.is_some_and(|due| due <= self.made_on) {
            return Err(Wrong::Dates);
        }
        Ok(self)
    }

    /// Whether it is still owed on `on`, past its day.
    pub fn is_overdue(&self, steps: &[Step], on: Date) -> bool {
        course(steps) != Course::Closed && self.due_on.is_some_and(|due| due < on)
    }
}

/// Where a recommendation stands, by its steps; what could not have been done moves nothing.
pub fn course(steps: &[Step]) -> Course {
    steps.iter().fold(Course::Open, |course, step| course.after(step.step).unwrap_or(course))
}

/// Whether a step may be taken by a post of that role, and with which words.
///
/// # Errors
/// The first refusal.
pub fn taken(
    (of, before): (&Recommendation, &[Step]),
    (step, role, text): (Move, &str, &str),
) -> Result<String, Wrong> {
    if !step.is_of_body() && role != of.role {
        return Err(Wrong::NotRegistrar);
    }
    if course(before).after(step).is_none() {
        return Err(Wrong::NotNow);
    }
    if !fits(text, TEXT_CHARS_MAX) {
        return Err(Wrong::Reason);
    }
    Ok(text.trim().to_owned())
}

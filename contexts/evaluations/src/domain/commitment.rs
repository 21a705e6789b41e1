//! What an evaluated body commits itself to, and what shows that it keeps its word.
use base::{Digest, codes::EntityCode};
use jiff::{Timestamp, civil::Date};

use super::{EvaluationCode, evaluation::fits};

/// A line of the commitment matrix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commitment {
    /// Within its matrix: `C1`.
    pub code: String,
    pub action: String,
    /// The unit or post that answers for it.
    pub responsible: String,
    /// What shows that it is kept, and the value to reach.
    pub indicator: String,
    pub target: String,
    pub deadline: Date,
}

/// What is wrong with a line of the matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommitmentFault {
    #[error("give it a code of at most 20 letters, digits and hyphens")]
    Code,
    #[error("write what will be done, in at most 600 characters")]
    Action,
    #[error("name the unit or post that answers for it, in at most 200 characters")]
    Responsible,
    #[error("write the indicator and the value to reach, each in at most 300 characters")]
    Indicator,
    #[error("the deadline lies before the report was delivered")]
    Deadline,
}

const CODE_CHARS_MAX: usize = 20;
const ACTION_CHARS_MAX: usize = 600;
const RESPONSIBLE_CHARS_MAX: usize = 200;
const INDICATOR_CHARS_MAX: usize = 300;

impl Commitment {
    /// `delivered`: when the report was, before which nothing is due.
    ///
    /// # Errors
    /// The first fault.
    pub fn checked(self, delivered: Date) -> Result<Self, CommitmentFault> {
        let is_code = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if !fits(&self.code, CODE_CHARS_MAX) || !self.code.chars().all(is_code) {
            return Err(CommitmentFault::Code);
        }
        if !fits(&self.action, ACTION_CHARS_MAX) {
            return Err(CommitmentFault::Action);
        }
        if !fits(&self.responsible, RESPONSIBLE_CHARS_MAX) {
            return Err(CommitmentFault::Responsible);
        }
        if !fits(&self.indicator, INDICATOR_CHARS_MAX) || !fits(&self.target, INDICATOR_CHARS_MAX) {
            return Err(CommitmentFault::Indicator);
        }
        if self.deadline <= delivered {
            return Err(CommitmentFault::Deadline);
        }
        Ok(self)
    }
}

base::closed_words! {
    /// What the budget directorate found in evidence of progress.
    Verdict {
        // It shows progress.
        Progress = "progress",
        // It shows that the commitment is fulfilled.
        Fulfilled = "fulfilled",
        // It shows neither.
        Refused = "refused",
    }
    /// How a commitment stands on a day.
    State {
        Pending = "pending",
        InProgress = "in_progress",
        Fulfilled = "fulfilled",
        Overdue = "overdue",
    }
}

/// What the directorate found, when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verified {
    pub verdict: Verdict,
    pub reason: String,
    pub post: String,
    pub at: Timestamp,
}

/// Progress that the body reported, with the file that shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    pub commitment: String,
    /// Within its evaluation, from 1.
    pub number: i64,
    pub text: String,
    pub evidence: Digest,
    pub evidence_name: String,
    pub post: String,
    pub at: Timestamp,
    pub verified: Option<Verified>,
}

impl Progress {
    pub fn verdict(&self) -> Option<Verdict> {
        self.verified.as_ref().map(|one| one.verdict)
    }

    /// Whether everybody may have its evidence: the directorate read it, and it shows something.
    pub fn is_shown(&self) -> bool {
        matches!(self.verdict(), Some(Verdict::Progress | Verdict::Fulfilled))
    }
}

/// How a commitment stands on `on`, by what was verified. What is only reported shows nothing yet; once fulfilled it stays so.
pub fn state(commitment: &Commitment, progress: &[Progress], on: Date) -> State {
    let found = |verdict: Verdict| {
        progress.iter().any(|one| one.commitment == commitment.code && one.verdict() == Some(verdict))
    };
    if found(Verdict::Fulfilled) {
        State::Fulfilled
    } else if commitment.deadline < on {
        State::Overdue
    } else if found(Verdict::Progress) {
        State::InProgress
    } else {
        State::Pending
    }
}

/// Whether anything verified shows progress, be it in time or not.
pub fn has_progress(commitment: &Commitment, progress: &[Progress]) -> bool {
    progress.iter().any(|one| one.is_shown() && one.commitment == commitment.code)
}

/// Why reported progress is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProgressFault {
    #[error("say what was done, in at most 2000 characters")]
    Text,
    #[error("bring the file that shows it")]
    NoEvidence,
    #[error("that same file was brought before for this commitment")]
    SameEvidence,
    #[error("the directorate found the commitment fulfilled already")]
    Fulfilled,
    #[error("what was reported before waits to be verified")]
    Waiting,
}

const TEXT_CHARS_MAX: usize = 2_000;

/// Whether new progress on a commitment may be kept, beside what was reported before.
///
/// # Errors
/// The first fault. Evidence that was refused is not brought again as it was.
pub fn reportable(
    commitment: &Commitment,
    before: &[Progress],
    (text, evidence): (&str, Option<Digest>),
) -> Result<Digest, ProgressFault> {
    if !fits(text, TEXT_CHARS_MAX) {
        return Err(ProgressFault::Text);
    }
    let evidence = evidence.ok_or(ProgressFault::NoEvidence)?;
    let mut own = before.iter().filter(|one| one.commitment == commitment.code);
    if own.clone().any(|one| one.verdict() == Some(Verdict::Fulfilled)) {
        return Err(ProgressFault::Fulfilled);
    }
    if own.clone().any(|one| one.verified.is_none()) {
        return Err(ProgressFault::Waiting);
    }
    if own.any(|one| one.evidence == evidence) {
        return Err(ProgressFault::SameEvidence);
    }
    Ok(evidence)
}

/// An evaluation's matrix, as gates ask for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    pub evaluation: EvaluationCode,
    pub entity: EntityCode,
    /// Where it is about one.
    pub programme: Option<String>,
    /// By when it is determined and validated; none where the law gives no term.
    pub due: Option<Date>,
    pub is_signed: bool,
    /// Those signed; none before.
    pub commitments: Vec<Commitment>,
    pub progress: Vec<Progress>,
}

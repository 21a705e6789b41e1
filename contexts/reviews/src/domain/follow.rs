//! What became of a decision: reported by its owner, closed or reopened by the secretariat.
use jiff::{Timestamp, civil::Date, tz::Offset};

base::closed_words! {
    /// A step after a decision.
    Step {
        /// By the owner: what was done.
        Report = "report",
        /// By the secretariat: it was carried out.
        Close = "close",
        /// By the secretariat: it was not.
        Reopen = "reopen",
    }
    /// Where a decision stands.
    Course {
        Open = "open",
        Reported = "reported",
        Closed = "closed",
    }
}

/// A step that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follow {
    pub number: i64,
    pub step: Step,
    pub text: String,
    pub post: String,
    pub at: Timestamp,
}

/// Why a step is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FollowFault {
    #[error("that is not done now")]
    NotNow,
    #[error("its owner reports")]
    NotOwner,
    #[error("the secretariat of the body that decided closes and reopens")]
    NotSecretariat,
    #[error("write what was done or found, in at most 2000 characters")]
    Text,
    #[error("the plan in force does not say the new target yet")]
    TargetUnchanged,
}

/// Who takes a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct By {
    pub is_owner: bool,
    pub is_secretariat: bool,
}

const TEXT_CHARS_MAX: usize = 2_000;

/// Where a decision stands after its steps.
pub fn course(steps: &[Follow]) -> Course {
    match steps.last().map(|last| last.step) {
        None | Some(Step::Reopen) => Course::Open,
        Some(Step::Report) => Course::Reported,
        Some(Step::Close) => Course::Closed,
    }
}

/// The text of a step that may be taken. `is_in_plan` is false where a change of target was decided that the plan in force does
/// not have.
///
/// # Errors
/// A step that is not taken there, or is another's; no words.
pub fn taken(
    before: &[Follow],
    (step, by, text): (Step, By, &str),
    is_in_plan: bool,
) -> Result<String, FollowFault> {
    match step {
        Step::Report if !by.is_owner => return Err(FollowFault::NotOwner),
        Step::Close | Step::Reopen if !by.is_secretariat => return Err(FollowFault::NotSecretariat),
        _ => {}
    }
    match (course(before), step) {
        (Course::Open, Step::Report)
        | (Course::Reported, Step::Close | Step::Reopen)
        | (Course::Closed, Step::Reopen) => {}
        _ => return Err(FollowFault::NotNow),
    }
    if step == Step::Close && !is_in_plan {
        return Err(FollowFault::TargetUnchanged);
    }
    let text = text.trim();
    if text.is_empty() || text.chars().count() > TEXT_CHARS_MAX {
        return Err(FollowFault::Text);
    }
    Ok(text.to_owned())
}

/// Calendar days from the review to the first report of what was done; none before there is one.
pub fn days_to_action(held_on: Date, steps: &[Follow], offset: Offset) -> Option<i64> {
    let first = steps.iter().find(|one| one.step == Step::Report)?;
    let on = offset.to_datetime(first.at).date();
    Some(i64::from((on - held_on).get_days()).max(0))
}

/// Whether its day passed and nobody closed it.
pub fn is_overdue(due_on: Date, steps: &[Follow], on: Date) -> bool {
    due_on < on && course(steps) != Course::Closed
}

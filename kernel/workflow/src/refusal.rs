//! Why an act is not accepted.
use jiff::{Timestamp, civil::Date};
use law::DeadlineError;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("the case starts at {started}, after {now}")]
    NotStarted { started: Timestamp, now: Timestamp },
    #[error("an act at {at} lies after now, {now}")]
    AfterNow { at: Timestamp, now: Timestamp },
    #[error("an act at {at} lies before {previous}, when the case last moved or was settled")]
    BeforePrevious { at: Timestamp, previous: Timestamp },
    #[error("the case has ended in {state}; nothing more is done in it")]
    CaseEnded { state: String },
    #[error("the procedure has no act {act}")]
    UnknownAct { act: String },
    #[error("{act} cannot be done in state {state}")]
    NotFromState { act: String, state: String },
    #[error("{act} cannot be done by {role}; it is for {may}")]
    RoleMayNot { act: String, role: String, may: String },
    #[error("{act} lacks documents: {documents}")]
    DocumentsMissing { act: String, documents: String },
    #[error("{act} takes no document {document}")]
    DocumentUnknown { act: String, document: String },
    #[error("{act} needs its reason in text")]
    ReasonMissing { act: String },
    #[error("the lapse of clock {clock} is not performed; it happens, and is written as it is derived")]
    LapseIsDerived { clock: String },
    #[error("clock {clock} does not run")]
    ClockNotRunning { clock: String },
    #[error("{act} is not the lapse of clock {clock}")]
    NotItsLapse { clock: String, act: String },
    #[error("too late to extend clock {clock}: it lapsed at {lapsed}, its last day was {due}")]
    ExtensionTooLate { clock: String, lapsed: Timestamp, due: Date },
    #[error("clock {clock} may be extended {times} times, and was")]
    ExtensionTooOften { clock: String, times: u64 },
    #[error("clock {clock} may be extended by {left} more, not by {asked}")]
    ExtensionBeyondCap { clock: String, asked: u16, left: u16 },
    #[error("an extension of clock {clock} by nothing is none")]
    ExtensionByNothing { clock: String },
    #[error(transparent)]
    Law(#[from] DeadlineError),
    #[error(transparent)]
    BadHistory(#[from] Box<BadHistory>),
}

/// An act already in the list that could not have been performed: the record and the declaration
/// do not belong together.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("act {number} of case {case}: {refusal}")]
pub struct BadHistory {
    pub case: String,
    /// From 1; 0 is the start of the case.
    pub number: usize,
    pub refusal: Refusal,
}

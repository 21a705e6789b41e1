//! How a version comes into force: transitions as a table, refusals by name.
use base::Validity;
use jiff::civil::Date;

use super::plan::{Instrument, Version};
use super::words::{PlanState, word};

word! {
    /// What a body does to a version.
    Step {
        /// The planning commission finds it complete (¶294).
        Validate = "validate" | "validar",
        /// The board or resolution authority approves it (¶294, ¶300).
        Approve = "approve" | "aprobar",
        /// The legal instrument puts it in force (¶298).
        Enact = "enact" | "promulgar",
        /// Another version takes its place; the old one is kept.
        Supersede = "supersede" | "reemplazar",
        /// Back to those who write it.
        Return = "return" | "devolver",
    }
}

const TRANSITIONS: [(PlanState, Step, PlanState); 7] = [
    (PlanState::Draft, Step::Validate, PlanState::Validated),
    (PlanState::Validated, Step::Return, PlanState::Draft),
    (PlanState::Validated, Step::Approve, PlanState::ApprovedByBoard),
    (PlanState::ApprovedByBoard, Step::Return, PlanState::Draft),
    (PlanState::ApprovedByBoard, Step::Enact, PlanState::InForce),
    (PlanState::ApprovedByBoard, Step::Supersede, PlanState::Superseded),
    (PlanState::InForce, Step::Supersede, PlanState::Superseded),
];

/// Why a step is not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("a version that is {state} takes no step {step}; it takes: {takes}")]
    StepNotOpen { state: PlanState, step: Step, takes: String },
    #[error("a version comes into force by a legal instrument: name it and its date")]
    InstrumentAbsent,
}

/// Steps open from a state.
pub fn steps(state: PlanState) -> impl Iterator<Item = Step> {
    TRANSITIONS.iter().filter(move |(from, _, _)| *from == state).map(|(_, step, _)| *step)
}

/// The state after a step.
///
/// # Errors
/// Where the step is not open, or a version without its instrument and date would come into force.
pub fn after(version: &Version, step: Step) -> Result<PlanState, Refusal> {
    let state = version.state;
    let found = TRANSITIONS.iter().find(|(from, by, _)| (*from, *by) == (state, step));
    let Some((_, _, next)) = found else {
        let takes: Vec<&str> = steps(state).map(Step::as_str).collect();
        return Err(Refusal::StepNotOpen { state, step, takes: takes.join(", ") });
    };
    let dated = version.instrument.as_ref().is_some_and(|i| i.date.is_some());
    if *next == PlanState::InForce && !dated {
        return Err(Refusal::InstrumentAbsent);
    }
    Ok(*next)
}
/// The version as its instrument puts it in force from the day on: its body found it good and approved it.
///
/// # Errors
/// An instrument that names nothing.
pub fn enacted(draft: &Version, instrument: Instrument, from: Date) -> Result<Version, Refusal> {
    if instrument.name.trim().is_empty() {
        return Err(Refusal::InstrumentAbsent);
    }
    let approved = Version {
        state: PlanState::ApprovedByBoard,
        instrument: Some(instrument),
        valid: Some(Validity::since(from)),
        ..draft.clone()
    };
    Ok(Version { state: after(&approved, Step::Enact)?, ..approved })
}

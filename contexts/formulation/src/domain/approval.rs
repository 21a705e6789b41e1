//! What a plan must be to become law, and what it is when it has.
use jiff::civil::Date;
use planning::domain::{
    check::{Finding, Subject},
    content::Content,
    plan::Instrument,
    reference::PlanRef,
    state::{self, enacted},
    words::Severity,
};

/// Why a plan is held back: what breaks a rule in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held(pub Vec<Finding>);

/// The breaches of the draft among the findings about all plans: it contradicts its frame, or does not name it.
pub fn held(draft: &Content, findings: &[Finding]) -> Held {
    let own = PlanRef { plan: draft.plan.code.clone(), version: Some(draft.version.code.clone()) };
    let of = |finding: &&Finding| match &finding.subject {
        Subject::Plan(plan) => *plan == own,
        Subject::Element(at) => at.plan == own,
        Subject::Indicator(at) => at.plan == own,
        Subject::Entity(_) => false,
    };
    let breaks = |finding: &&Finding| finding.severity == Severity::Breach;
    Held(findings.iter().filter(of).filter(breaks).cloned().collect())
}

/// The draft as approved: in force from the day, by the resolution.
///
/// # Errors
/// A resolution that is not named.
pub fn approved(draft: &Content, resolution: &str, on: Date) -> Result<Content, state::Refusal> {
    let instrument = Instrument { name: resolution.trim().to_owned(), date: Some(on) };
    Ok(Content { version: enacted(&draft.version, instrument, on)?, ..draft.clone() })
}

//! What a plan must be to become law, and what it is when it has.
use jiff::civil::Date;
use planning::domain::{
    check::{Finding, RuleSources},
    content::Content,
    plan::Instrument,
    state::{self, enacted},
};

/// Why a plan is held back: what breaks a rule in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held(pub Vec<Finding>);

/// What holds a draft back, of the findings about it: it does not name its frame, or contradicts it. Which rules hold is the
/// country's to say.
pub fn held(findings: Vec<Finding>, sources: &RuleSources) -> Held {
    let holds = |finding: &Finding| sources.get(finding.rule).is_some_and(|source| source.holds);
    Held(findings.into_iter().filter(holds).collect())
}

/// The draft as approved: in force from the day, by the resolution.
///
/// # Errors
/// A resolution that is not named.
pub fn approved(draft: &Content, resolution: &str, on: Date) -> Result<Content, state::Refusal> {
    let instrument = Instrument { name: resolution.trim().to_owned(), date: Some(on) };
    Ok(Content { version: enacted(&draft.version, instrument, on)?, ..draft.clone() })
}

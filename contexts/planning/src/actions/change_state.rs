//! Moves a version of a plan to its next state.
use base::{Known, Seq};
use journal::{Act, Ctx};

use crate::domain::content::Content;
use crate::domain::plan::{Instrument, Version};
use crate::domain::reference::PlanRef;
use crate::domain::state::{self, Step};
use crate::domain::words::PlanState;
use crate::store::{content, write};

#[derive(Clone, Debug)]
pub struct Input {
    /// With its version.
    pub version: PlanRef,
    pub step: Step,
    /// The legal act, where this step comes with it.
    pub instrument: Option<Instrument>,
}

#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("{0} is not recorded; `quipu import plan` records it")]
    Unknown(PlanRef),
    #[error("say which version of {0}: write PLAN@VERSION")]
    VersionAbsent(PlanRef),
    #[error(transparent)]
    State(#[from] state::Refusal),
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

/// What the step changed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Outcome {
    pub state: PlanState,
    /// Versions that were in force and are replaced by this one.
    pub superseded: Vec<String>,
    pub seq: Seq,
}

#[derive(serde::Serialize)]
struct Record<'a> {
    step: Step,
    state: PlanState,
    instrument: Option<&'a Instrument>,
    superseded: &'a [String],
}

/// Takes one step. A version that comes into force supersedes the one in force whose horizon it meets.
pub async fn change_state(ctx: &Ctx, input: Input) -> Result<Outcome, Refusal> {
    let Input { version: at, step, instrument } = input;
    if at.version.is_none() {
        return Err(Refusal::VersionAbsent(at));
    }
    let mut act = ctx.open("planning.change_state").await?;
    let seq = act.seq();
    let Some(old) = content::one(act.conn(), Known::NOW, &at).await? else {
        return Err(Refusal::Unknown(at));
    };
    let mut new = old.clone();
    if instrument.is_some() {
        new.version.instrument = instrument;
    }
    new.version.state = state::after(&new.version, step)?;
    write::content(act.conn(), seq, Some(&old.plan), Some(&old), &new).await?;
    let superseded = match new.version.state {
        PlanState::InForce => supersede(&mut act, &new).await?,
        _ => Vec::new(),
    };
    let state = new.version.state;
    let record = Record { step, state, instrument: new.version.instrument.as_ref(), superseded: &superseded };
    let seq = act.commit(&at.to_string(), &record).await?;
    Ok(Outcome { state, superseded, seq })
}

/// Puts a version that another procedure approved in force, within the act of that procedure: approval and plan are one entry.
/// What it takes the place of is superseded, as by [`change_state`].
pub async fn enact(act: &mut Act, new: &Content) -> Result<Vec<String>, Refusal> {
    let seq = act.seq();
    let at = PlanRef { plan: new.plan.code.clone(), version: Some(new.version.code.clone()) };
    let known = content::plans(act.conn(), Known::NOW).await?.remove(&new.plan.code);
    let old = content::one(act.conn(), Known::NOW, &at).await?;
    write::content(act.conn(), seq, known.as_ref(), old.as_ref(), new).await?;
    supersede(act, new).await
}

/// Supersedes the versions in force whose horizon the new one meets; their codes.
async fn supersede(act: &mut Act, new: &Content) -> Result<Vec<String>, Refusal> {
    let seq = act.seq();
    let mut superseded = Vec::new();
    for (plan, other) in content::versions(act.conn(), Known::NOW).await?.values() {
        if plan.code == new.plan.code && replaced_by(other, &new.version) {
            superseded.push(other.code.to_string());
            let before = empty(new, other);
            let mut after = before.clone();
            after.version.state = state::after(other, Step::Supersede)?;
            write::content(act.conn(), seq, Some(plan), Some(&before), &after).await?;
        }
    }
    Ok(superseded)
}

fn replaced_by(other: &Version, new: &Version) -> bool {
    other.code != new.code && other.state == PlanState::InForce && other.horizon.overlaps(new.horizon)
}

/// A version without its parts: only its own row will change.
fn empty(of: &Content, version: &Version) -> Content {
    Content {
        plan: of.plan.clone(),
        version: version.clone(),
        elements: std::collections::BTreeMap::new(),
        indicators: std::collections::BTreeMap::new(),
        targets: std::collections::BTreeMap::new(),
    }
}

use base::{
    Known,
    codes::{EntityCode, PlanCode, VersionCode},
};
use jiff::tz::Offset;
use journal::Ctx;
use planning::domain::reference::PlanRef;
use serde_json::json;

use super::Refusal;
use crate::{
    domain::{CaseCode, CaseHead, Taken},
    queries::Ways,
    store,
};

/// Which version of which plan is to be made.
#[derive(Clone, Debug)]
pub struct NewCase {
    pub entity: EntityCode,
    pub plan: PlanCode,
    pub version: VersionCode,
    /// Of a plan that is not recorded yet; of one that is, its type is known.
    pub plan_type: Option<String>,
}

/// Begins a case for a new version of a plan of the body, of a type that it prepares. The procedure that plans of the type
/// follow today governs it to its end.
pub async fn open_case(ctx: &Ctx, new: &NewCase, offset: Offset) -> Result<CaseCode, Refusal> {
    let mut act = ctx.open_office("formulation.open_case").await?;
    let today = offset.to_datetime(act.at()).date();
    let known = Known(journal::last_shown(act.conn()).await?);
    let procedures = procedures::queries::procedures(act.conn(), &ctx.files, known).await?;
    let plans = planning::queries::plans(act.conn(), known, None).await?;
    let own = plans.iter().find(|(plan, _)| plan.code == new.plan);
    if own.is_some_and(|(plan, _)| plan.entity.as_ref() != Some(&new.entity)) {
        return Err(Refusal::NotOwn);
    }
    let plan_type = type_of(new, own.map(|(plan, _)| plan.plan_type.as_str()))?;
    let ways = Ways::of(act.conn(), &ctx.files, known, today).await?;
    let kind = ways.kind_of(act.conn(), &new.entity).await?;
    let way = ways.begun_by(plan_type, &new.entity, kind.as_deref())?;
    let procedure = procedures.in_force(way, today, today).ok_or(Refusal::NoProcedure)?;
    let at = PlanRef { plan: new.plan.clone(), version: Some(new.version.clone()) };
    if planning::queries::plan(act.conn(), known, today, &at).await?.is_some() {
        return Err(Refusal::Recorded);
    }
    for case in store::of_version(act.conn(), &new.plan, &new.version).await? {
        let acts = store::acts(act.conn(), &case.code).await?;
        if !has_ended(&acts, procedures.version(&case.procedure)) {
            return Err(Refusal::UnderWay(case.code.to_string()));
        }
    }
    let code = CaseCode::of(act.seq());
    let case = CaseHead {
        code: code.clone(),
        procedure: procedure.declaration().id(),
        entity: new.entity.clone(),
        plan: new.plan.clone(),
        version: new.version.clone(),
        started_at: act.at(),
    };
    let seq = act.seq();
    store::open(act.conn(), seq, &case).await?;
    let payload = json!({ "entity": case.entity, "plan": case.plan, "procedure": case.procedure, "version": case.version });
    act.commit(code.as_str(), &payload).await?;
    Ok(code)
}

/// The type of the plan: the recorded one, or what was said of a new one.
fn type_of<'a>(new: &'a NewCase, recorded: Option<&'a str>) -> Result<&'a str, Refusal> {
    match (recorded, new.plan_type.as_deref()) {
        (Some(found), Some(said)) if found != said => {
            Err(Refusal::OtherType { plan: new.plan.to_string(), found: found.to_owned() })
        }
        (Some(found), _) => Ok(found),
        (None, Some(said)) => Ok(said),
        (None, None) => Err(Refusal::NoType(new.plan.to_string())),
    }
}

/// Whether the last act led to where nothing is done any more.
fn has_ended(acts: &[Taken], procedure: Option<&workflow::Procedure>) -> bool {
    let Some((procedure, last)) = procedure.zip(acts.last()) else { return false };
    let to = procedure.act(&last.act.code).and_then(|act| act.to.as_deref());
    to.and_then(|to| procedure.state(to)).is_some_and(|state| state.is_final)
}

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
    PROCEDURE,
    domain::{CaseCode, CaseHead, Taken},
    store,
};

/// Which version of which plan is to be made.
#[derive(Clone, Debug)]
pub struct NewCase {
    pub entity: EntityCode,
    pub plan: PlanCode,
    pub version: VersionCode,
}

/// Begins a case for a new version of a plan of the body. The procedure in force today governs it to its end.
pub async fn open_case(ctx: &Ctx, new: &NewCase, offset: Offset) -> Result<CaseCode, Refusal> {
    let mut act = ctx.open_office("formulation.open_case").await?;
    let today = offset.to_datetime(act.at()).date();
    let known = Known(journal::last_shown(act.conn()).await?);
    let procedures = procedures::queries::procedures(act.conn(), &ctx.files, known).await?;
    let procedure = procedures.in_force(PROCEDURE, today, today).ok_or(Refusal::NoProcedure)?;
    let plans = planning::queries::plans(act.conn(), known, None).await?;
    let own = plans.iter().find(|(plan, _)| plan.code == new.plan);
    if own.is_some_and(|(plan, _)| plan.entity.as_ref() != Some(&new.entity)) {
        return Err(Refusal::NotOwn);
    }
    let at = PlanRef { plan: new.plan.clone(), version: Some(new.version.clone()) };
    if planning::queries::plan(act.conn(), known, today, &at).await?.is_some() {
        return Err(Refusal::Recorded);
    }
    for case in store::all(act.conn()).await? {
        let is_same = case.plan == new.plan && case.version == new.version;
        let acts = store::acts(act.conn(), &case.code).await?;
        if is_same && !has_ended(&acts, procedures.version(&case.procedure)) {
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

/// Whether the last act led to where nothing is done any more.
fn has_ended(acts: &[Taken], procedure: Option<&workflow::Procedure>) -> bool {
    let Some((procedure, last)) = procedure.zip(acts.last()) else { return false };
    let to = procedure.act(&last.act.code).and_then(|act| act.to.as_deref());
    to.and_then(|to| procedure.state(to)).is_some_and(|state| state.is_final)
}

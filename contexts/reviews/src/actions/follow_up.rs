use base::Known;
use jiff::tz::Offset;
use journal::Ctx;
use serde_json::json;

use super::{Refusal, bodies_on};
use crate::{
    domain::{By, DecisionCode, Follow, Seat, Step, taken},
    queries, store,
};

/// A step after a decision.
#[derive(Clone, Debug)]
pub struct NewStep {
    pub step: Step,
    pub text: String,
    pub post: String,
}

/// Takes a step: the owner reports what was done; the secretariat of the body that decided closes or reopens.
///
/// # Errors
/// A step that is not taken there or is another's; a change of target that the plan in force does not have yet.
pub async fn follow_up(ctx: &Ctx, offset: Offset, code: &DecisionCode, new: NewStep) -> Result<(), Refusal> {
    let mut act = ctx.open("reviews.follow_up").await?;
    let (seq, at) = (act.seq(), act.at());
    let today = offset.to_datetime(at).date();
    let view = queries::decision(act.conn(), Known::NOW, (today, offset), code).await?;
    let view = view.ok_or(Refusal::NoDecision)?;
    let bodies = bodies_on(act.conn(), &ctx.files, today).await?;
    let owner = &view.decision.owner;
    let by = By {
        is_owner: directory::domain::PostCode::of(&owner.entity, owner.role).as_str() == new.post,
        is_secretariat: bodies.seats_of(&view.body, today, &new.post).contains(&Seat::Secretariat),
    };
    let is_in_plan = match &view.decision.change {
        Some(change) => {
            let known = Known(journal::last_shown(act.conn()).await?);
            queries::target_now(act.conn(), known, today, change).await? == Some(change.new)
        }
        None => true,
    };
    let text = taken(&view.steps, (new.step, by, &new.text), is_in_plan)?;
    let number = i64::try_from(view.steps.len()).unwrap_or(i64::MAX).saturating_add(1);
    let step = Follow { number, step: new.step, text, post: new.post, at };
    store::decisions::add_step(act.conn(), seq, (code, &step)).await?;
    act.commit(code.as_str(), &json!({ "number": number, "step": new.step.as_str() })).await?;
    Ok(())
}

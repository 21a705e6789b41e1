//! A post tells of an obstacle, or of an effect that nobody wanted.
use base::codes::EntityCode;
use journal::Ctx;
use planning::domain::reference::ElementRef;
use serde_json::json;

use super::{Refusal, words};
use crate::{
    domain::{AlertCode, Cause, Trigger},
    queries::Asked,
    store::{self, told::Told},
};

/// What a post tells.
#[derive(Clone, Debug)]
pub struct Telling {
    pub element: ElementRef,
    pub trigger: Trigger,
    pub text: String,
    pub post: String,
    /// The body whose plan it must be of; none for a post that looks after all of them.
    pub of: Option<EntityCode>,
}

/// Records it as an alert of its own, which stands until it is closed.
///
/// # Errors
/// No such element, another body's, or the words are lacking.
pub async fn tell_of_element(ctx: &Ctx, asked: Asked, telling: &Telling) -> Result<AlertCode, Refusal> {
    if !matches!(telling.trigger, Trigger::Obstacle | Trigger::UnwantedEffect) {
        return Err(Refusal::NotTold);
    }
    let text = words(&telling.text)?;
    let mut act = ctx.open("alerts.tell_of_element").await?;
    let all = planning::queries::portfolio(act.conn(), asked.known, asked.on).await?;
    let none = || Refusal::NoElement(telling.element.to_string());
    let at = all.find(&telling.element).ok_or_else(none)?;
    let element = all.reference(at).ok_or_else(none)?;
    let entity =
        all.element(at).and_then(|node| all.version(node.version)).and_then(|node| node.plan.entity.clone());
    if telling.of.is_some() && telling.of != entity {
        return Err(Refusal::NotOwn);
    }
    let told = Told {
        seq: act.seq(),
        element: element.clone(),
        entity,
        trigger: telling.trigger,
        text: text.to_owned(),
        post: telling.post.clone(),
        on: asked.offset.to_datetime(act.at()).date(),
    };
    store::told::add(act.conn(), &told).await?;
    let code = Cause::Told { element, seq: told.seq.0 }.code();
    let payload = json!({ "element": told.element.to_string(), "trigger": told.trigger, "text": told.text });
    act.commit(code.as_str(), &payload).await?;
    Ok(code)
}

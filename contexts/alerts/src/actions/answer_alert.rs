//! A post acknowledges an alert, explains it, or closes it.
use budget::columnar::Columnar;
use journal::Ctx;
use serde_json::json;

use super::{Refusal, words};
use crate::{
    domain::{AlertCode, Held, Said, Standing},
    queries::{Asked, alert},
    store,
};

/// What a post answers.
#[derive(Clone, Debug)]
pub struct Answer {
    pub what: Held,
    pub text: String,
    pub post: String,
    /// What the alert was about when the post looked at it; empty where it does not matter.
    pub signature: String,
}

/// Records an answer. It is public, and stands while the alert is about the same.
///
/// # Errors
/// Nothing raises the alert, it is closed already, it changed since it was looked at, or the words are lacking.
pub async fn answer_alert(
    ctx: &Ctx,
    columnar: &dyn Columnar,
    (code, asked): (&AlertCode, Asked),
    answer: &Answer,
) -> Result<(), Refusal> {
    let text = match answer.what {
        Held::Acknowledged if answer.text.trim().is_empty() => "",
        _ => words(&answer.text)?,
    };
    let mut read = ctx.db.read().await?;
    let found = alert(&mut read, &ctx.files, columnar, asked, code).await?;
    drop(read);
    let (view, _) = found.ok_or(Refusal::NotRaised)?;
    let signature = view.alert.signature();
    if !answer.signature.is_empty() && answer.signature != signature {
        return Err(Refusal::Changed);
    }
    if matches!(view.standing, Standing::Closed { .. }) {
        return Err(Refusal::Closed);
    }
    let mut act = ctx.open("alerts.answer_alert").await?;
    let said = store::answers::all(act.conn(), base::Known::NOW).await?;
    let before = said.answers.get(code).cloned().unwrap_or_default();
    // Two who look at it at once: the second sees what the first closed.
    if before.iter().any(|one| one.what == Held::Closed && one.signature == signature) {
        return Err(Refusal::Closed);
    }
    let seq = act.seq();
    let said = Said {
        what: answer.what,
        text: text.to_owned(),
        post: answer.post.clone(),
        on: asked.offset.to_datetime(act.at()).date(),
        signature,
    };
    store::answers::add(act.conn(), seq, (code, before.len()), &said).await?;
    let payload = json!({
        "what": said.what.as_str(), "text": said.text, "cause": view.alert.cause.to_string(),
        "entity": view.alert.entity,
    });
    act.commit(code.as_str(), &payload).await?;
    Ok(())
}

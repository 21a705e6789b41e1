use journal::Ctx;
use serde_json::json;

use super::{By, Refusal, line};
use crate::{domain::OfferRef, store};

/// A municipality says why a first decision that it did not fulfil a goal is wrong; evidence may be corrected until the second.
///
/// # Errors
/// Nothing to object to; a post of another body; no reason.
pub async fn object(ctx: &Ctx, (at, by): (&OfferRef, By<'_>), why: &str) -> Result<(), Refusal> {
    let mut act = ctx.open("incentives.object").await?;
    let (seq, now) = (act.seq(), act.at());
    let line = line(act.conn(), at).await?;
    if *by.entity != at.entity {
        return Err(Refusal::AnotherBody);
    }
    let objection = line.dossier.objected(why, (by.post, now))?;
    store::dossiers::add_objection(act.conn(), seq, (at, &objection)).await?;
    act.commit(&at.to_string(), &json!({})).await?;
    Ok(())
}

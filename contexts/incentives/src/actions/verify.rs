use jiff::tz::Offset;
use journal::Ctx;
use serde_json::json;

use super::{By, Refusal, line};
use crate::{
    domain::{OfferRef, Verdict},
    store,
};

/// What was found in the evidence.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    pub verdict: Verdict,
    pub reason: &'a str,
}

/// The verifying body says whether a municipality fulfilled a goal: once, and once more after an objection.
///
/// # Errors
/// A post of another body, or the one that filed; no evidence; a value below the threshold; no reason.
pub async fn verify(
    ctx: &Ctx,
    offset: Offset,
    (at, by): (&OfferRef, By<'_>),
    found: Found<'_>,
) -> Result<(), Refusal> {
    let mut act = ctx.open("incentives.verify").await?;
    let (seq, now) = (act.seq(), act.at());
    let on = offset.to_datetime(now).date();
    let line = line(act.conn(), at).await?;
    if *by.entity != line.goal.verifier {
        return Err(Refusal::NotVerifier);
    }
    let said = line.dossier.verified(&line.goal, (found.verdict, found.reason), (by.post, now, on))?;
    store::dossiers::add_verification(act.conn(), seq, (at, &said)).await?;
    let payload =
        json!({ "evidence": said.evidence, "number": said.number, "verdict": said.verdict.as_str() });
    act.commit(&at.to_string(), &payload).await?;
    Ok(())
}

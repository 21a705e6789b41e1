use jiff::tz::Offset;
use journal::Ctx;
use serde_json::json;

use super::{By, Refusal, line};
use crate::{
    domain::{Evidence, NewEvidence, OfferRef},
    store,
};

/// Files evidence of a municipality for a goal; late evidence says so. A correction is filed beside what it corrects.
///
/// # Errors
/// What the goal needs and is not there; a verdict that stands; a post of another body.
pub async fn file_evidence(
    ctx: &Ctx,
    offset: Offset,
    (at, by): (&OfferRef, By<'_>),
    new: NewEvidence,
) -> Result<(), Refusal> {
    let mut act = ctx.open("incentives.file_evidence").await?;
    let (seq, now) = (act.seq(), act.at());
    let on = offset.to_datetime(now).date();
    let line = line(act.conn(), at).await?;
    if *by.entity != at.entity {
        return Err(Refusal::AnotherBody);
    }
    let new = line.goal.takes(&line.dossier, new, on)?;
    let evidence = Evidence {
        number: i64::try_from(line.dossier.evidence.len()).unwrap_or(i64::MAX).saturating_add(1),
        value: new.value,
        document: new.document,
        text: new.text,
        filed_on: on,
        post: by.post.to_owned(),
        at: now,
    };
    store::dossiers::add_evidence(act.conn(), seq, (at, &evidence)).await?;
    let payload = json!({
        "document": evidence.document.as_ref().map(|(digest, _)| digest.to_string()),
        "is_late": evidence.is_late(line.goal.due_on),
        "number": evidence.number,
        "value": evidence.value.map(|value| value.to_string()),
    });
    act.commit(&at.to_string(), &payload).await?;
    Ok(())
}

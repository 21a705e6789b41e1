//! Writes the silence that fell on values that waited to be accepted.
use base::Known;
use journal::Ctx;
use serde_json::json;

use super::{Refusal, reviews::settle};
use crate::domain::review::Phase;
use crate::queries::reviews::waiting;
use crate::store::reviews::{Which, all};

/// How many values it moved; an act only where there are any.
///
/// # Errors
/// A pack that cannot be read; a history that its procedure does not know.
pub async fn settle_reviews(ctx: &Ctx) -> Result<usize, Refusal> {
    let mut read = ctx.db.read().await?;
    let open = all(&mut read, Known::NOW, Which::In(Phase::Review)).await?;
    if open.is_empty() {
        return Ok(0);
    }
    let known = Known(journal::last_shown(&mut read).await?);
    let still = waiting(&mut read, &ctx.files, (known, ctx.now, "")).await?;
    drop(read);
    if still.len() == open.len() {
        return Ok(0);
    }
    let mut act = ctx.open("monitoring.settle_reviews").await?;
    let moved = settle(&mut act, &ctx.files, None).await?;
    if moved > 0 {
        act.commit("reviews", &json!({ "values": moved })).await?;
    }
    Ok(moved)
}

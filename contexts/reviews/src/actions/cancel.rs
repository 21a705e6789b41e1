use jiff::tz::Offset;
use journal::Ctx;
use serde_json::json;

use super::{Refusal, bodies_on, convened, end_drafts, is_secretariat};
use crate::{domain::ReviewCode, store};

const REASON_CHARS_MAX: usize = 2_000;

/// A session does not take place. What is red comes back on the next agenda.
///
/// # Errors
/// No session under way, no seat in the secretariat, no reason.
pub async fn cancel(
    ctx: &Ctx,
    offset: Offset,
    (code, post): (&ReviewCode, &str),
    reason: &str,
) -> Result<(), Refusal> {
    let mut act = ctx.open("reviews.cancel").await?;
    let (seq, today) = (act.seq(), offset.to_datetime(act.at()).date());
    let mut view = convened(act.conn(), code).await?;
    let bodies = bodies_on(act.conn(), &ctx.files, today).await?;
    is_secretariat(&bodies, &view.review, today, post)?;
    let reason = reason.trim();
    if reason.is_empty() || reason.chars().count() > REASON_CHARS_MAX {
        return Err(Refusal::Reason);
    }
    view.review.cancelled = Some(reason.to_owned());
    end_drafts(act.conn(), seq, code).await?;
    store::reviews::put(act.conn(), seq, &view.review).await?;
    act.commit(code.as_str(), &json!({ "reason": reason })).await?;
    Ok(())
}

use std::collections::BTreeSet;

use jiff::tz::Offset;
use journal::Ctx;
use serde_json::json;

use super::{Refusal, bodies_on, convened, is_secretariat};
use crate::{
    domain::{Attendance, ReviewCode},
    store,
};

/// Writes the minutes: who was there and what was said. Of the office until they are signed.
///
/// # Errors
/// No session under way, no seat in the secretariat, no words, somebody without a seat.
pub async fn write_minutes(
    ctx: &Ctx,
    offset: Offset,
    (code, post): (&ReviewCode, &str),
    of: Attendance,
) -> Result<(), Refusal> {
    let mut act = ctx.open_office("reviews.write_minutes").await?;
    let (seq, today) = (act.seq(), offset.to_datetime(act.at()).date());
    let view = convened(act.conn(), code).await?;
    let bodies = bodies_on(act.conn(), &ctx.files, today).await?;
    is_secretariat(&bodies, &view.review, today, post)?;
    let seats = bodies.seats(&view.review.body, view.review.held_on);
    let seated: BTreeSet<String> = seats.iter().map(|seat| seat.post.to_string()).collect();
    let of = of.checked(&seated)?;
    store::minutes::put_draft(act.conn(), seq, (code, post), &of).await?;
    act.commit(code.as_str(), &json!({ "present": of.present.len() })).await?;
    Ok(())
}

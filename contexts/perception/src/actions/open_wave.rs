use jiff::tz::Offset;
use journal::Ctx;
use serde_json::json;

use super::{Refusal, standing};
use crate::{
    domain::{Stamp, Standing, WaveCode},
    store,
};

/// Opens a wave: from now on it is public, and nothing changes its card.
///
/// # Errors
/// No draft of that code; a last day that has passed.
pub async fn open_wave(ctx: &Ctx, offset: Offset, (code, post): (&WaveCode, &str)) -> Result<(), Refusal> {
    let mut act = ctx.open("perception.open_wave").await?;
    let (seq, at) = (act.seq(), act.at());
    let mut wave = standing(act.conn(), code, Standing::Draft).await?.wave;
    if wave.card.to < offset.to_datetime(at).date() {
        return Err(Refusal::Late);
    }
    wave.opened = Some(Stamp { post: post.to_owned(), at });
    store::waves::end_draft(act.conn(), seq, code).await?;
    store::waves::open(act.conn(), seq, &wave).await?;
    let payload = json!({ "element": wave.card.element.to_string(), "design": wave.card.design.as_str() });
    act.commit(code.as_str(), &payload).await?;
    Ok(())
}

use std::collections::BTreeMap;

use journal::Ctx;
use serde_json::json;

use super::{Refusal, standing};
use crate::{
    domain::{Channel, Reached, Stamp, Standing, WaveCode},
    queries, store,
};

/// Closes a wave: no sheet is taken any more, and how many each channel reached is public.
///
/// # Errors
/// No wave that is open; a channel without reach, or with a reach below its responses.
pub async fn close_wave(
    ctx: &Ctx,
    (code, post): (&WaveCode, &str),
    reach: &BTreeMap<Channel, u64>,
) -> Result<(), Refusal> {
    let mut act = ctx.open("perception.close_wave").await?;
    let (seq, at) = (act.seq(), act.at());
    let mut view = standing(act.conn(), code, Standing::Open).await?;
    let counts = queries::responses(act.conn(), code).await?;
    let closed = |one: &Reached| one.closed(reach, counts.get(&one.channel).copied().unwrap_or(0));
    let reached = view.reached.iter().map(closed).collect::<Result<Vec<Reached>, _>>()?;
    view.wave.closed = Some(Stamp { post: post.to_owned(), at });
    store::waves::put(act.conn(), seq, &view.wave).await?;
    store::waves::put_channels(act.conn(), seq, (code, &reached)).await?;
    let responses: u64 = counts.values().sum();
    act.commit(code.as_str(), &json!({ "responses": responses })).await?;
    Ok(())
}

use base::Known;
use jiff::tz::Offset;
use journal::Ctx;
use serde_json::json;

use super::{Refusal, standing};
use crate::{
    domain::{Stamp, Standing, WaveCode},
    queries, store,
};

/// Publishes the results of a closed wave, in one entry. Parts that are too small are withheld for good: they are written
/// nowhere.
///
/// # Errors
/// No wave that is closed; the post that wrote it; a law that does not say how small a part may be.
pub async fn publish_wave(ctx: &Ctx, offset: Offset, (code, post): (&WaveCode, &str)) -> Result<(), Refusal> {
    let mut act = ctx.open("perception.publish_wave").await?;
    let (seq, at) = (act.seq(), act.at());
    let mut wave = standing(act.conn(), code, Standing::Closed).await?.wave;
    if wave.written.post == post {
        return Err(Refusal::OwnDraft);
    }
    let known = Known(journal::last_shown(act.conn()).await?);
    let cell_min = queries::cell_min(act.conn(), &ctx.files, known, offset.to_datetime(at).date()).await?;
    let asked = queries::preview(act.conn(), &wave, cell_min).await?;
    for one in &asked {
        let results = one.results.iter().map(|results| (&one.question, results));
        for result in results {
            store::results::add(act.conn(), seq, (code, wave.card.deff), result).await?;
        }
    }
    wave.published = Some(Stamp { post: post.to_owned(), at });
    wave.cell_min = Some(cell_min);
    store::waves::put(act.conn(), seq, &wave).await?;
    act.commit(code.as_str(), &json!({ "questions": asked.len(), "cell_min": cell_min })).await?;
    Ok(())
}

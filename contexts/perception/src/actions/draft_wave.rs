use base::Known;
use jiff::tz::Offset;
use journal::Ctx;
use serde_json::json;

use super::{Refusal, standing};
use crate::{
    domain::{Card, Stamp, Standing, Wave, WaveCode},
    queries, store,
};

/// Writes the card of a wave: a new one, or that of a draft anew. Of the office until it is opened.
///
/// # Errors
/// What the card lacks; no such objective or question; a wave that was opened.
pub async fn draft_wave(
    ctx: &Ctx,
    offset: Offset,
    code: Option<&WaveCode>,
    (card, post): (Card, &str),
) -> Result<WaveCode, Refusal> {
    let card = card.checked()?;
    let mut act = ctx.open_office("perception.draft_wave").await?;
    let (seq, at) = (act.seq(), act.at());
    let today = offset.to_datetime(at).date();
    let code = match code {
        Some(code) => standing(act.conn(), code, Standing::Draft).await?.wave.code,
        None => WaveCode::of(seq),
    };
    let known = Known(journal::last_shown(act.conn()).await?);
    let plans = planning::queries::portfolio(act.conn(), known, today).await?;
    plans.find(&card.element).ok_or_else(|| Refusal::NoElement(card.element.to_string()))?;
    let questions = queries::questions(act.conn(), Known::NOW).await?;
    let lacks = card.questions.iter().find(|code| questions.iter().all(|question| question.code != **code));
    if let Some(code) = lacks {
        return Err(Refusal::NoQuestion(code.to_string()));
    }
    let written = Stamp { post: post.to_owned(), at };
    let wave = Wave { code, card, written, opened: None, closed: None, published: None, cell_min: None };
    store::waves::put_draft(act.conn(), seq, &wave).await?;
    act.commit(wave.code.as_str(), &json!({ "element": wave.card.element.to_string() })).await?;
    Ok(wave.code)
}

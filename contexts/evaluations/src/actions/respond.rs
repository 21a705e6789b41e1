use base::Known;
use journal::Ctx;
use serde_json::json;

use super::{Refusal, TEXT_CHARS_MAX, text};
use crate::{
    domain::{EvaluationCode, Stance},
    store::{self, evaluations::Response},
};

/// The management of the evaluated body says what it thinks of the findings: once, in public.
///
/// # Errors
/// Before the final report, twice, or without words.
pub async fn respond(
    ctx: &Ctx,
    (code, post): (&EvaluationCode, &str),
    (stance, said): (Stance, &str),
) -> Result<(), Refusal> {
    let said = text(said, TEXT_CHARS_MAX, Refusal::ResponseText)?;
    let mut act = ctx.open("evaluations.respond").await?;
    let (seq, at) = (act.seq(), act.at());
    store::evaluations::one(act.conn(), Known::NOW, code).await?.ok_or(Refusal::NoEvaluation)?;
    if store::evaluations::report_of(act.conn(), Known::NOW, code).await?.is_none() {
        return Err(Refusal::NotDelivered);
    }
    if store::evaluations::response_of(act.conn(), Known::NOW, code).await?.is_some() {
        return Err(Refusal::Responded);
    }
    let response = Response { stance, text: said, post: post.to_owned(), at };
    store::evaluations::add_response(act.conn(), seq, (code, &response)).await?;
    act.commit(code.as_str(), &json!({ "stance": stance.as_str() })).await?;
    Ok(())
}

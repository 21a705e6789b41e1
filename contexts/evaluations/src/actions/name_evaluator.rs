use base::Known;
use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::{
    Country,
    domain::{EvaluationCode, Evaluator, evaluation::third_party},
    store,
};

/// Names who evaluates, or another in their place, until the final report is delivered.
///
/// # Errors
/// The evaluated body itself, or a body that the register does not hold.
pub async fn name_evaluator(
    ctx: &Ctx,
    country: Country,
    code: &EvaluationCode,
    evaluator: Evaluator,
) -> Result<(), Refusal> {
    let mut act = ctx.open("evaluations.name_evaluator").await?;
    let on = country.date(act.at());
    let of = store::evaluations::one(act.conn(), Known::NOW, code).await?.ok_or(Refusal::NoEvaluation)?;
    if store::evaluations::report_of(act.conn(), Known::NOW, code).await?.is_some() {
        return Err(Refusal::Delivered);
    }
    let evaluator = third_party(evaluator, &of.entity)?;
    if let Some(body) = &evaluator.entity {
        let known = Known(journal::last_shown(act.conn()).await?);
        if directory::queries::body(act.conn(), known, on, body).await?.is_none() {
            return Err(Refusal::NoBody(body.to_string()));
        }
    }
    let payload = json!({ "entity": evaluator.entity, "evaluator": evaluator.name });
    let of = crate::domain::Evaluation { evaluator: Some(evaluator), ..of };
    let seq = act.seq();
    store::evaluations::put(act.conn(), seq, &of).await?;
    act.commit(code.as_str(), &payload).await?;
    Ok(())
}

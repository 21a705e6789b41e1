use base::Known;
use journal::{Act, Ctx};
use serde_json::json;

use super::Refusal;
use crate::{
    Country,
    domain::{Commitment, EvaluationCode},
    queries, store,
};

const LINES_MAX: usize = 100;

/// The lines of a matrix that may be written now, and the day on which its report was delivered.
async fn written(
    ctx: &Ctx,
    country: Country,
    act: &mut Act,
    code: &EvaluationCode,
) -> Result<(Vec<Commitment>, jiff::civil::Date), Refusal> {
    let at = act.at();
    let of = store::evaluations::one(act.conn(), Known::NOW, code).await?.ok_or(Refusal::NoEvaluation)?;
    let report = store::evaluations::report_of(act.conn(), Known::NOW, code).await?;
    let report = report.ok_or(Refusal::NotDelivered)?;
    let known = Known(journal::last_shown(act.conn()).await?);
    let asked = ((&of, &report), known, at, "");
    let view = queries::matrix(act.conn(), &ctx.files, country, asked).await?.ok_or(Refusal::NoProcedure)?;
    if !view.is_written() {
        return Err(Refusal::NotWriting);
    }
    Ok((view.drafts, report.delivered_on))
}

/// Writes a line of a matrix while it is determined, or changes one.
///
/// # Errors
/// A matrix that is not being written, or a line that lacks something.
pub async fn put_line(
    ctx: &Ctx,
    country: Country,
    code: &EvaluationCode,
    line: Commitment,
) -> Result<(), Refusal> {
    let mut act = ctx.open_office("evaluations.put_commitment").await?;
    let (mut lines, delivered) = written(ctx, country, &mut act, code).await?;
    let line = line.checked(delivered)?;
    let payload = json!({ "commitment": line.code, "deadline": line.deadline });
    lines.retain(|one| one.code != line.code);
    if lines.len() >= LINES_MAX {
        return Err(Refusal::TooMany);
    }
    lines.push(line);
    let seq = act.seq();
    store::commitments::put_drafts(act.conn(), seq, code, &lines).await?;
    act.commit(code.as_str(), &payload).await?;
    Ok(())
}

/// Takes a line out of a matrix while it is determined.
///
/// # Errors
/// A matrix that is not being written, or a line that is not there.
pub async fn drop_line(
    ctx: &Ctx,
    country: Country,
    code: &EvaluationCode,
    line: &str,
) -> Result<(), Refusal> {
    let mut act = ctx.open_office("evaluations.drop_commitment").await?;
    let (mut lines, _) = written(ctx, country, &mut act, code).await?;
    let before = lines.len();
    lines.retain(|one| one.code != line);
    if lines.len() == before {
        return Err(Refusal::NoCommitment);
    }
    let seq = act.seq();
    store::commitments::put_drafts(act.conn(), seq, code, &lines).await?;
    act.commit(code.as_str(), &json!({ "commitment": line })).await?;
    Ok(())
}

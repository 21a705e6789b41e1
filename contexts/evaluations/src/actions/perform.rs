use base::Known;
use journal::Ctx;
use serde_json::json;
use workflow::{Act as CaseAct, By};

use super::Refusal;
use crate::{
    Country, SIGNED,
    domain::EvaluationCode,
    queries::{Document, Laws, Taken},
    store,
};

/// An act of the procedure of a matrix, as somebody asks for it.
#[derive(Clone, Debug)]
pub struct Perform {
    pub act: String,
    /// The role of the post that acts.
    pub role: &'static str,
    pub post: String,
    pub reason: String,
    /// Files already stored.
    pub documents: Vec<Document>,
}

/// Does an act of the procedure, and writes the silence that fell before it. Where it leads to the signed matrix, its lines become
/// commitments in the same entry.
///
/// # Errors
/// What the procedure refuses; a matrix that is submitted without a line.
pub async fn perform(
    ctx: &Ctx,
    country: Country,
    code: &EvaluationCode,
    asked: &Perform,
) -> Result<(), Refusal> {
    let mut act = ctx.open("evaluations.move_matrix").await?;
    let (seq, at) = (act.seq(), act.at());
    let of = store::evaluations::one(act.conn(), Known::NOW, code).await?.ok_or(Refusal::NoEvaluation)?;
    let report = store::evaluations::report_of(act.conn(), Known::NOW, code).await?;
    let report = report.ok_or(Refusal::NotDelivered)?;
    let known = Known(journal::last_shown(act.conn()).await?);
    let laws = Laws::of(act.conn(), &ctx.files, country, (known, at)).await?.ok_or(Refusal::NoProcedure)?;
    let subject = laws.subject(act.conn(), &of.entity).await?;
    let engine = laws.engine(report.procedure.as_deref().unwrap_or_default(), &subject);
    let engine = engine.ok_or(Refusal::NoProcedure)?;
    let before = store::commitments::acts(act.conn(), Known::NOW, code).await?;
    let role = engine.procedure.role_of(asked.role);
    // Who plays no role in it acts as what is no code of a role, so the engine refuses it.
    let role = role.map_or_else(|| format!("the post {}", asked.role), str::to_owned);
    let mut new = CaseAct::new(&asked.act, at, By::Role(role));
    new.documents = asked.documents.iter().map(|document| document.kind.clone()).collect();
    new.reason.clone_from(&asked.reason);
    let moved = engine.perform(&crate::queries::case_of(country, code, &report, &before), &new, at)?;
    let from = moved.standing.events.last().map(|event| event.from.clone()).unwrap_or_default();
    let lines = store::commitments::drafts(act.conn(), code).await?;
    let leaves = engine.procedure.writes(&from) && !engine.procedure.writes(&moved.standing.state);
    if leaves && lines.is_empty() {
        return Err(Refusal::EmptyMatrix);
    }
    let lapses = moved.lapses.len();
    let silence = |act| Taken { act, post: None, documents: Vec::new() };
    let mut all: Vec<Taken> = moved.lapses.into_iter().map(silence).collect();
    all.push(Taken { act: new, post: Some(asked.post.clone()), documents: asked.documents.clone() });
    store::commitments::add_acts(act.conn(), seq, code, (before.len(), &all)).await?;
    let signed = moved.standing.phase == SIGNED;
    if signed {
        store::commitments::sign(act.conn(), seq, code, &lines).await?;
    }
    let commitments = if signed { lines.len() } else { 0 };
    let payload =
        json!({ "act": asked.act, "commitments": commitments, "lapses": lapses, "reason": asked.reason });
    act.commit(code.as_str(), &payload).await?;
    Ok(())
}

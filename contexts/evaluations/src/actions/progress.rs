use base::{Digest, Known};
use journal::{Act, Ctx};
use serde_json::json;

use super::{REASON_CHARS_MAX, Refusal, text};
use crate::{
    domain::{Commitment, EvaluationCode, Progress, Verdict, Verified, commitment::reportable},
    store,
};

/// Progress as the evaluated body reports it.
#[derive(Clone, Debug)]
pub struct NewProgress {
    pub commitment: String,
    pub text: String,
    /// A stored file, and what it was called.
    pub evidence: Option<(Digest, String)>,
    pub post: String,
}

/// What the directorate found in evidence.
#[derive(Clone, Debug)]
pub struct Found {
    pub number: i64,
    pub verdict: Verdict,
    pub reason: String,
    pub post: String,
}

async fn signed(act: &mut Act, code: &EvaluationCode) -> Result<(Vec<Commitment>, Vec<Progress>), Refusal> {
    store::evaluations::one(act.conn(), Known::NOW, code).await?.ok_or(Refusal::NoEvaluation)?;
    let commitments = store::commitments::commitments(act.conn(), Known::NOW, code).await?;
    if commitments.is_empty() {
        return Err(Refusal::NotSigned);
    }
    Ok((commitments, store::commitments::progress_of(act.conn(), Known::NOW, code).await?))
}

/// Reports progress in a signed commitment, with the file that shows it. It counts for nothing until it is verified.
///
/// # Errors
/// No file, a file that was brought before, a commitment that is fulfilled or waits for a verdict.
pub async fn report_progress(ctx: &Ctx, code: &EvaluationCode, new: NewProgress) -> Result<(), Refusal> {
    let mut act = ctx.open("evaluations.report_progress").await?;
    let (seq, at) = (act.seq(), act.at());
    let (commitments, before) = signed(&mut act, code).await?;
    let of = commitments.iter().find(|one| one.code == new.commitment).ok_or(Refusal::NoCommitment)?;
    let digest = new.evidence.as_ref().map(|(digest, _)| *digest);
    let evidence = reportable(of, &before, (&new.text, digest))?;
    let name = new.evidence.map(|(_, name)| name.chars().take(120).collect()).unwrap_or_default();
    let progress = Progress {
        commitment: of.code.clone(),
        number: i64::try_from(before.len()).unwrap_or(i64::MAX).saturating_add(1),
        text: new.text.trim().to_owned(),
        evidence,
        evidence_name: name,
        post: new.post,
        at,
        verified: None,
    };
    store::commitments::put_progress(act.conn(), seq, (code, &progress)).await?;
    let payload =
        json!({ "commitment": progress.commitment, "evidence": evidence, "number": progress.number });
    act.commit(code.as_str(), &payload).await?;
    Ok(())
}

/// The directorate says what the evidence shows. What it said stays.
///
/// # Errors
/// Progress that was never reported or has its verdict; no reason.
pub async fn verify_progress(ctx: &Ctx, code: &EvaluationCode, found: Found) -> Result<(), Refusal> {
    let reason = text(&found.reason, REASON_CHARS_MAX, Refusal::Reason)?;
    let mut act = ctx.open("evaluations.verify_progress").await?;
    let (seq, at) = (act.seq(), act.at());
    let (_, before) = signed(&mut act, code).await?;
    let waits = |one: &Progress| one.number == found.number && one.verified.is_none();
    let mut progress = before.into_iter().find(waits).ok_or(Refusal::NothingToVerify)?;
    progress.verified = Some(Verified { verdict: found.verdict, reason, post: found.post, at });
    store::commitments::put_progress(act.conn(), seq, (code, &progress)).await?;
    let payload = json!({
        "commitment": progress.commitment, "number": progress.number, "verdict": found.verdict.as_str(),
    });
    act.commit(code.as_str(), &payload).await?;
    Ok(())
}

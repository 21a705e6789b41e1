use base::Known;
use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::{
    domain::Outcome,
    store::proposals::{self, Answered},
};

/// What the office of a study says to a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub outcome: Outcome,
    pub reason: String,
}

const REASON_CHARS_MAX: usize = 1_000;

/// Answers a proposal: from now on it is public with the answer, its words too unless they are withheld.
pub async fn answer_proposal(ctx: &Ctx, study: &str, code: &str, answer: &Answer) -> Result<(), Refusal> {
    let reason = answer.reason.trim();
    if reason.is_empty() || reason.chars().count() > REASON_CHARS_MAX {
        return Err(Refusal::Reason);
    }
    let mut act = ctx.open("foresight.answer_proposal").await?;
    let found = proposals::one(act.conn(), code).await?.filter(|found| found.received.study == study);
    let waiting = found.ok_or(Refusal::NoProposal)?;
    if proposals::answer_of(act.conn(), Known::NOW, code).await?.is_some() {
        return Err(Refusal::Answered);
    }
    let (seq, at) = (act.seq(), act.at());
    let answered = Answered {
        received: waiting.received,
        outcome: answer.outcome,
        reason: reason.to_owned(),
        words: waiting.words.filter(|_| answer.outcome.shows_words()),
        answered_at: at,
    };
    proposals::answer(act.conn(), seq, &answered).await?;
    // The reason stands in the row alone: the leaf of the journal cannot be erased.
    act.commit(code, &json!({ "study": study, "outcome": answer.outcome.as_str() })).await?;
    Ok(())
}

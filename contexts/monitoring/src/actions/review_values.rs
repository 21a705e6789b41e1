//! Accepts a value, or returns it with a reason; with it, where that is asked, all that were recorded together and wait.
use base::Known;
use journal::Ctx;
use serde_json::json;
use workflow::{Act as CaseAct, By};

use super::Refusal;
use crate::domain::review::{Phase, Review, ReviewCode};
use crate::queries::reviews::{Laws, Unread, case, phase_of};
use crate::store::{
    self,
    reviews::{Taken, Which},
};

/// An act of the procedure of a value, as somebody asks for it.
#[derive(Clone, Debug)]
pub struct Reviewing {
    pub act: String,
    /// The role of the post that acts.
    pub role: &'static str,
    pub post: String,
    pub account: String,
    pub reason: String,
    /// Whether all values that were recorded together, of the same procedure, are meant.
    pub together: bool,
}

/// Why a value was neither accepted nor returned.
#[derive(Debug, thiserror::Error)]
pub enum ReviewRefusal {
    #[error("there is no such value under review")]
    NoReview,
    #[error("whoever recorded a value does not accept it; somebody else does")]
    Own,
    #[error("the country declares no procedure for it")]
    NoProcedure,
    #[error(transparent)]
    Procedure(#[from] workflow::Refusal),
    #[error("write the reason in at most 2000 characters")]
    Reason,
    #[error(transparent)]
    Unread(#[from] Unread),
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

impl From<ReviewRefusal> for Refusal {
    fn from(refusal: ReviewRefusal) -> Self {
        match refusal {
            ReviewRefusal::Procedure(refusal) => Self::Procedure(refusal),
            ReviewRefusal::Unread(error) => Self::Discipline(error),
            ReviewRefusal::Db(error) => Self::Db(error),
            ReviewRefusal::Journal(error) => Self::Journal(error),
            ReviewRefusal::NoReview
            | ReviewRefusal::Own
            | ReviewRefusal::NoProcedure
            | ReviewRefusal::Reason => Self::NoProcedure,
        }
    }
}

const REASON_CHARS_MAX: usize = 2_000;

/// How many values it moved.
///
/// # Errors
/// What the procedure refuses; a value that the same person or post recorded. Of several, the first refusal stops all.
pub async fn review_values(ctx: &Ctx, code: &ReviewCode, asked: &Reviewing) -> Result<usize, ReviewRefusal> {
    if asked.reason.chars().count() > REASON_CHARS_MAX {
        return Err(ReviewRefusal::Reason);
    }
    let mut act = ctx.open("monitoring.review_values").await?;
    let at = act.at();
    let one = store::reviews::all(act.conn(), Known::NOW, Which::One(code)).await?.pop();
    let one = one.ok_or(ReviewRefusal::NoReview)?;
    let laws = Laws::of(act.conn(), &ctx.files, (Known::NOW, at)).await?.ok_or(ReviewRefusal::NoProcedure)?;
    let mut all = vec![one];
    if asked.together {
        let start = code.together().to_owned();
        let others = store::reviews::all(act.conn(), Known::NOW, Which::Together(&start)).await?;
        let procedure = all[0].procedure.clone();
        all.extend(others.into_iter().filter(|other| {
            other.code != *code && other.procedure == procedure && other.phase == Phase::Review
        }));
    }
    let moved = all.len();
    let codes: Vec<String> = all.iter().map(|review| review.code.to_string()).collect();
    for review in all {
        perform(&mut act, &laws, review, asked).await?;
    }
    let payload = json!({ "act": asked.act, "values": codes, "reason": asked.reason });
    act.commit(code.as_str(), &payload).await?;
    Ok(moved)
}

async fn perform(
    act: &mut journal::Act,
    laws: &Laws,
    review: Review,
    asked: &Reviewing,
) -> Result<(), ReviewRefusal> {
    if review.account == asked.account || review.post == asked.post {
        return Err(ReviewRefusal::Own);
    }
    let (seq, at) = (act.seq(), act.at());
    let subject = laws.subject(act.conn(), &review.entity).await?;
    let engine = laws.engine(&review.procedure, &subject).ok_or(ReviewRefusal::NoProcedure)?;
    let role = engine.procedure.role_of(asked.role);
    // Who plays no role in it acts as what is no code of a role, so the engine refuses it.
    let role = role.map_or_else(|| format!("the post {}", asked.role), str::to_owned);
    let mut new = CaseAct::new(&asked.act, at, By::Role(role));
    new.reason = asked.reason.trim().to_owned();
    let before = store::reviews::acts(act.conn(), Known::NOW, &review.code).await?;
    let moved = engine.perform(&case(&review, &before), &new, at)?;
    let phase = phase_of(&moved.standing)?;
    // A value goes up again by being recorded, not by an act without one.
    if phase == Phase::Review {
        return Err(ReviewRefusal::NoProcedure);
    }
    let mut taken: Vec<Taken> = moved.lapses.into_iter().map(|act| Taken { act, post: None }).collect();
    let reason = if phase == Phase::Returned { new.reason.clone() } else { String::new() };
    taken.push(Taken { act: new, post: Some(asked.post.clone()) });
    store::reviews::add_acts(act.conn(), seq, &review.code, (before.len(), &taken)).await?;
    let review = Review { phase, reason, state: moved.standing.state, ..review };
    store::reviews::write(act.conn(), seq, &review).await?;
    Ok(())
}

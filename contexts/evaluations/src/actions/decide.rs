use base::{Known, Money};
use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::{
    Country,
    domain::{
        Decision, RequestCode,
        request::{Ask, Refused, decided},
    },
    queries, store,
};

/// A step of the budget directorate with a request: to evaluate it, to grant it, to decline it. What stands in the way refuses it,
/// unless a reason is given why it is passed over, which the public journal keeps with what was passed over.
///
/// # Errors
/// What [`decided`] refuses.
pub async fn decide(
    ctx: &Ctx,
    country: Country,
    (code, post): (&RequestCode, &str),
    ask: &Ask,
) -> Result<(), Refusal> {
    let mut act = ctx.open("evaluations.decide_request").await?;
    let (seq, at) = (act.seq(), act.at());
    let of = store::requests::one(act.conn(), Known::NOW, code).await?.ok_or(Refusal::NoRequest)?;
    let before = store::requests::decisions(act.conn(), Known::NOW, code).await?;
    let purse =
        queries::purse(act.conn(), Known::NOW, (&of.entity, &of.programme, of.year), Some(code)).await?;
    let purse = purse.ok_or(Refused::NoCeiling)?;
    let known = Known(journal::last_shown(act.conn()).await?);
    let matrices = queries::matrices(act.conn(), &ctx.files, country, (known, at)).await?;
    let passed = decided((&of, &before), &purse, &matrices, (ask, country.date(at)))?;
    let decision = Decision {
        number: i64::try_from(before.len()).unwrap_or(i64::MAX).saturating_add(1),
        step: ask.step,
        amount: passed.amount,
        blocks: passed.blocks,
        override_reason: ask.override_reason.trim().to_owned(),
        reason: ask.reason.trim().to_owned(),
        post: post.to_owned(),
        at,
    };
    store::requests::add_decision(act.conn(), seq, (code, &decision)).await?;
    let blocks: Vec<String> = decision.blocks.iter().map(told).collect();
    let payload = json!({
        "amount_centimos": decision.amount.map(Money::as_centimos), "override": decision.override_reason,
        "passed_over": blocks, "reason": decision.reason, "step": decision.step.as_str(),
    });
    act.commit(code.as_str(), &payload).await?;
    Ok(())
}

/// `unfulfilled e12/C1`.
fn told(block: &crate::domain::Block) -> String {
    let of = block.commitment().map(|code| format!("/{code}")).unwrap_or_default();
    format!("{} {}{of}", block.word(), block.evaluation())
}

use std::collections::BTreeSet;

use base::{Known, Money, codes::EntityCode};
use jiff::{civil::Date, tz::Offset};
use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::{
    domain::{Transfer, TransferCode, TransferFault, transferable},
    queries::{self, Of},
    store,
};

/// Transfers of one norm.
#[derive(Clone, Debug)]
pub struct NewTransfers {
    pub year: i16,
    /// Each municipality with its amount; where none is named, every one with what is left of what it earned.
    pub lines: Vec<(EntityCode, Money)>,
    pub norm: String,
    pub approved_on: Date,
    pub post: String,
}

const NORM_CHARS_MAX: usize = 200;

/// Approves transfers by a norm, all of them or none.
///
/// # Errors
/// A municipality that fulfilled nothing, or is named twice; more than is left of what it earned; no norm.
pub async fn approve_transfers(
    ctx: &Ctx,
    offset: Offset,
    new: NewTransfers,
) -> Result<TransferCode, Refusal> {
    let mut act = ctx.open("incentives.approve_transfers").await?;
    let (seq, at) = (act.seq(), act.at());
    let today = offset.to_datetime(at).date();
    let norm = new.norm.trim().to_owned();
    if norm.is_empty() || norm.chars().count() > NORM_CHARS_MAX || new.approved_on > today {
        return Err(TransferFault::Norm.into());
    }
    let money = queries::money_of(act.conn(), Known::NOW, Of::Year(new.year), today).await?;
    let lines = if new.lines.is_empty() {
        let left = money.iter().map(|((_, entity), money)| (entity.clone(), money.left()));
        left.filter(|(_, left)| *left > Money::ZERO).collect()
    } else {
        new.lines
    };
    let mut seen = BTreeSet::new();
    let code = TransferCode::of(seq);
    let mut all = Vec::new();
    for (entity, amount) in lines {
        if !seen.insert(entity.clone()) {
            return Err(TransferFault::Twice(entity).into());
        }
        let own = money.get(&(new.year, entity.clone())).copied().unwrap_or_default();
        let amount = transferable(&entity, amount, (own.tally.earned, own.transferred))?;
        all.push(Transfer {
            code: code.clone(),
            entity,
            year: new.year,
            amount,
            norm: norm.clone(),
            approved_on: new.approved_on,
            post: new.post.clone(),
            at,
        });
    }
    if all.is_empty() {
        return Err(TransferFault::Nothing.into());
    }
    store::transfers::add(act.conn(), seq, &all).await?;
    let amount: Money = all.iter().map(|one| one.amount).sum();
    let payload = json!({
        "amount_centimos": amount.as_centimos(), "municipalities": all.len(), "norm": norm, "year": new.year,
    });
    act.commit(code.as_str(), &payload).await?;
    Ok(code)
}

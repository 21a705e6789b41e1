use base::Known;
use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::store::{
    office,
    published::{self, Announced},
};

/// Tells the public that the study is being made, and whether anybody may propose what it should look at (¶360 of the Public
/// Governance Review of Peru, 2016). What is in it stays of the office.
pub async fn announce(ctx: &Ctx, code: &str, takes_proposals: bool) -> Result<(), Refusal> {
    let mut act = ctx.open("foresight.announce").await?;
    let study = office::one(act.conn(), code).await?.ok_or(Refusal::NoStudy)?;
    let before = published::one(act.conn(), Known::NOW, code).await?;
    let is_published = before.is_some_and(|before| before.is_published);
    let seq = act.seq();
    let told = Announced { study, is_published, takes_proposals };
    if published::put(act.conn(), seq, &told).await?.is_empty() {
        return Err(Refusal::Unchanged);
    }
    act.commit(code, &json!({ "takes_proposals": takes_proposals })).await?;
    Ok(())
}

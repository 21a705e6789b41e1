use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::{service::Accounts, store::tokens};

/// Writes down when and from where tokens were last used, of all in one act: a program that asks without end makes no entries
/// without end. How many were used.
pub async fn record_uses(ctx: &Ctx, service: &Accounts) -> Result<usize, Refusal> {
    let taken = service.take_uses();
    if taken.is_empty() {
        return Ok(0);
    }
    let mut act = ctx.open_office("accounts.record_uses").await?;
    for (id, last) in &taken {
        tokens::note_use(act.conn(), id, last).await?;
    }
    act.commit("tokens", &json!({ "tokens": taken.len() })).await?;
    Ok(taken.len())
}

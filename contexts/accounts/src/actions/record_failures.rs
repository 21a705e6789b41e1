use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::{service::Accounts, store::failures};

/// Writes down the attempts that failed since the last time, of all accounts in one act: a flood of attempts makes no flood
/// of entries. Of addresses that are nobody's, the count alone.
pub async fn record_failures(ctx: &Ctx, service: &Accounts) -> Result<i64, Refusal> {
    let taken = service.take_failures();
    if taken.is_empty() {
        return Ok(0);
    }
    let mut act = ctx.open_office("accounts.record_failures").await?;
    for failed in taken.iter().filter(|failed| !failed.account.is_empty()) {
        failures::add(act.conn(), failed).await?;
    }
    let attempts: i64 = taken.iter().map(|failed| failed.attempts).sum();
    act.commit("attempts", &json!({ "attempts": attempts })).await?;
    Ok(attempts)
}

use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::{
    domain::AccountStatus,
    store::{
        accounts::{self, Account},
        credentials, identities, passes, sessions, tokens,
    },
};

/// Closes an account: nobody comes in by it again. What it did and held remains; its secrets are erased.
pub async fn close_account(ctx: &Ctx, code: &str) -> Result<(), Refusal> {
    let mut act = ctx.open_office("accounts.close_account").await?;
    let account = accounts::one(act.conn(), code).await?.ok_or(Refusal::NoAccount)?;
    let seq = act.seq();
    accounts::put(act.conn(), seq, &Account { status: AccountStatus::Closed, ..account }).await?;
    for own in credentials::of_account(act.conn(), code).await? {
        credentials::remove(act.conn(), seq, &own.id).await?;
    }
    identities::unlink(act.conn(), seq, code).await?;
    passes::close_all(act.conn(), seq, code).await?;
    sessions::end_all(act.conn(), seq, code).await?;
    tokens::end_all(act.conn(), seq, code).await?;
    tokens::forget(act.conn(), code).await?;
    sessions::forget_devices(act.conn(), seq, code).await?;
    act.commit(&format!("account:{code}"), &json!({})).await?;
    Ok(())
}

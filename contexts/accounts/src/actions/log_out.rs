use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::{
    domain::digest_of,
    store::{identities, sessions},
};

/// Ends the session that the browser holds; of one that is over nothing happens. The token of the identity provider that it
/// began with, so that the provider can be asked to end its own.
pub async fn log_out(ctx: &Ctx, held: &str) -> Result<Option<String>, Refusal> {
    let id = digest_of(held);
    let token = identities::token_of(&mut *ctx.db.read().await?, &id).await?;
    end(ctx, &id, None).await?;
    Ok(token)
}

/// Ends a session of the account, by its digest: the one of a telephone that was lost.
pub async fn end_session(ctx: &Ctx, account: &str, id: &str) -> Result<(), Refusal> {
    end(ctx, id, Some(account)).await
}

async fn end(ctx: &Ctx, id: &str, of: Option<&str>) -> Result<(), Refusal> {
    let mut act = ctx.open_office("accounts.log_out").await?;
    let (seq, at) = (act.seq(), act.at());
    let Some(session) = sessions::standing(act.conn(), id, at).await? else { return Ok(()) };
    if of.is_some_and(|account| account != session.account) {
        return Err(Refusal::NoAccount);
    }
    sessions::end(act.conn(), seq, id).await?;
    act.commit("session", &json!({})).await?;
    Ok(())
}

use journal::Ctx;
use serde_json::json;

use super::Refusal;
use crate::store::tokens;

/// Ends a token of the account, by its digest: from the next request on it opens nothing. Of one that is over nothing happens.
pub async fn end_token(ctx: &Ctx, account: &str, id: &str) -> Result<(), Refusal> {
    let mut act = ctx.open_office("accounts.end_token").await?;
    let (seq, at) = (act.seq(), act.at());
    let Some(token) = tokens::standing(act.conn(), id, at).await? else { return Ok(()) };
    if token.account != account {
        return Err(Refusal::NoAccount);
    }
    tokens::end(act.conn(), seq, id).await?;
    act.commit("token", &json!({})).await?;
    Ok(())
}

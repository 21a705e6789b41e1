use jiff::Timestamp;
use journal::Ctx;
use serde_json::json;

use super::{Refusal, chance};
use crate::{
    domain::{ApiToken, TOKENS_MAX, TokenError, TokenPlan, grant_words},
    store::tokens::{self, ProgramToken},
};

/// Makes a token by which a program acts for the account, through that post or through none, until that instant. `post` is one
/// that the account acts through now: who asks has seen to it. The token is shown once: of it a digest is kept.
pub async fn make_token(
    ctx: &Ctx,
    account: &str,
    (plan, post): (&TokenPlan, Option<&str>),
    expires_at: Timestamp,
) -> Result<ApiToken, Refusal> {
    let token = ApiToken::of(chance()?);
    let mut act = ctx.open_office("accounts.make_token").await?;
    let (seq, at) = (act.seq(), act.at());
    if usize::try_from(tokens::count(act.conn(), account, at).await?).is_ok_and(|count| count >= TOKENS_MAX) {
        return Err(TokenError::Many.into());
    }
    let new = ProgramToken {
        id: token.digest(),
        account: account.to_owned(),
        post: post.map(str::to_owned),
        grants: plan.grants.clone(),
        made_at: at,
        expires_at,
        name: plan.name.clone(),
        tail: token.tail().to_owned(),
        last_use: None,
        is_ended: false,
    };
    tokens::make(act.conn(), seq, &new).await?;
    // What it is called may tell of a person; whose it is stands in the row, of which the entry keeps a digest.
    act.commit(
        "token",
        &json!({ "grants": grant_words(&plan.grants), "last_day": plan.last_day.to_string() }),
    )
    .await?;
    Ok(token)
}

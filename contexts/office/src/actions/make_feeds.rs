use accounts::domain::Token;
use journal::{Ctx, Error};
use serde_json::json;

use crate::store;

/// Gives somebody secret addresses for calendar and feed; those they had are ended.
pub async fn make_feeds(ctx: &Ctx, account: &str, secret: &Token) -> Result<(), Error> {
    let mut act = ctx.open_office("office.make_feeds").await?;
    let (seq, at) = (act.seq(), act.at());
    store::feeds::close(act.conn(), seq, account).await?;
    store::feeds::open(act.conn(), (seq, at), account, &secret.digest()).await?;
    act.commit(account, &json!({})).await?;
    Ok(())
}

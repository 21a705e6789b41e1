use journal::{Ctx, Error};
use serde_json::json;

use crate::store;

/// Ends the secret addresses that somebody has; who knows them is shown nothing any more.
pub async fn end_feeds(ctx: &Ctx, account: &str) -> Result<(), Error> {
    let mut act = ctx.open_office("office.end_feeds").await?;
    let seq = act.seq();
    store::feeds::close(act.conn(), seq, account).await?;
    act.commit(account, &json!({})).await?;
    Ok(())
}

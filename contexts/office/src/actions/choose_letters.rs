use journal::{Ctx, Error};
use serde_json::json;

use crate::{domain::Often, store};

/// Somebody says how often they want letters.
pub async fn choose_letters(ctx: &Ctx, account: &str, often: Often) -> Result<(), Error> {
    let mut act = ctx.open_office("office.choose_letters").await?;
    let seq = act.seq();
    store::letters::put(act.conn(), seq, account, often).await?;
    act.commit(account, &json!({ "often": often.as_str() })).await?;
    Ok(())
}

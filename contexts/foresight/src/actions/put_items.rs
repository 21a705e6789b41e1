use base::Known;
use jiff::civil::Date;
use journal::Ctx;
use serde_json::json;
use sheets::Book;

use super::{Refusal, merge::merged};
use crate::{
    reading::{Delivered, read},
    store::office,
};

/// Puts rows into a study: those of the same key are replaced, the others stay. All of them, or none. How many changed.
pub async fn put_items(ctx: &Ctx, code: &str, delivered: Delivered, on: Date) -> Result<usize, Refusal> {
    let mut act = ctx.open_office("foresight.put_items").await?;
    let study = office::one(act.conn(), code).await?.ok_or(Refusal::NoStudy)?;
    let before = office::content(act.conn(), code).await?;
    let known = Known(journal::last_shown(act.conn()).await?);
    let content = merged(act.conn(), (&study, before), delivered, (known, on)).await?;
    let seq = act.seq();
    let revision = office::put_content(act.conn(), seq, code, &content).await?;
    let db::Revision { added, changed, gone, .. } = revision;
    if revision.is_empty() {
        return Ok(0);
    }
    act.commit(code, &json!({ "added": added, "changed": changed, "gone": gone })).await?;
    Ok(added + changed + gone)
}

/// As [`put_items`], from a workbook or a table.
pub async fn put_workbook(
    ctx: &Ctx,
    code: &str,
    (name, bytes): (&str, Vec<u8>),
    on: Date,
) -> Result<usize, Refusal> {
    let unreadable = |error: sheets::Error| Refusal::Unreadable(error.to_string());
    let delivered = read(&Book::from_bytes(name, bytes).map_err(unreadable)?).map_err(unreadable)?;
    if delivered.items.is_empty() && delivered.matrices.is_empty() && delivered.refused.is_empty() {
        return Err(Refusal::Empty);
    }
    put_items(ctx, code, delivered, on).await
}

use base::Known;
use jiff::civil::Date;
use journal::Ctx;
use serde_json::json;

use super::{Refusal, merge::merged};
use crate::{domain::Kind, reading::Delivered, store::office};

/// Takes a row out of a study, where no other names it. What was recorded stays in recorded time.
pub async fn drop_item(ctx: &Ctx, code: &str, (kind, key): (Kind, &str), on: Date) -> Result<(), Refusal> {
    let mut act = ctx.open_office("foresight.drop_item").await?;
    let study = office::one(act.conn(), code).await?.ok_or(Refusal::NoStudy)?;
    let mut content = office::content(act.conn(), code).await?;
    content.get_mut(&kind).and_then(|rows| rows.remove(key)).ok_or(Refusal::NoItem)?;
    let known = Known(journal::last_shown(act.conn()).await?);
    let left = merged(act.conn(), (&study, content), Delivered::default(), (known, on)).await;
    let content = left.map_err(|refusal| match refusal {
        Refusal::Rows(rows) => Refusal::Named(
            rows.iter()
                .take(5)
                .map(|row| format!("{} {}", row.sheet, row.value))
                .collect::<Vec<_>>()
                .join(", "),
        ),
        other => other,
    })?;
    let seq = act.seq();
    office::put_content(act.conn(), seq, code, &content).await?;
    act.commit(code, &json!({ "kind": kind.as_str(), "item": key })).await?;
    Ok(())
}

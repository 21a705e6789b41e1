//! Puts a draft of values away, unrecorded. It stays readable in the journal's past.
use journal::Ctx;
use serde_json::json;

use super::EntryRefusal;
use crate::domain::entry::{DraftCode, DraftState, ValuesDraft};
use crate::store;

/// # Errors
/// No such draft, or one that was ended before.
pub async fn discard_values(ctx: &Ctx, code: &DraftCode) -> Result<(), EntryRefusal> {
    let mut act = ctx.open_office("monitoring.discard_values").await?;
    let draft = store::drafts::one(act.conn(), code).await?.ok_or(EntryRefusal::NoDraft)?;
    if draft.state != DraftState::Open {
        return Err(EntryRefusal::Ended);
    }
    let seq = act.seq();
    let ended = ValuesDraft { state: DraftState::Discarded, ..draft };
    store::drafts::write(act.conn(), seq, &ended).await?;
    act.commit(code.as_str(), &json!({ "entity": ended.entity })).await?;
    Ok(())
}

//! Records the technical sheets of the performance indicators of budget programmes (RESULTA, ¶334).
use journal::Ctx;

use super::{Delivery, Outcome, Record, Refusal, admit, unique};
use crate::domain::difference::difference;
use crate::domain::records::{Card, CardKey};
use crate::store;

/// Adds new cards and new versions of changed ones; those not mentioned stay.
pub async fn import_cards(ctx: &Ctx, delivery: Delivery<(CardKey, Card)>) -> Result<Outcome, Refusal> {
    let Delivery { source, rows, mut refused, partial } = delivery;
    let name = |key: &CardKey| format!("{} {}", key.year, key.code);
    let new = unique(rows, "code", name, &mut refused);
    admit(&refused, partial, new.len())?;
    let mut act = ctx.open("monitoring.import_cards").await?;
    let known = store::cards::all(act.conn(), base::Known::NOW, None).await?;
    let found = difference(&known, new);
    let (added, changed, unchanged) = (found.added.len(), found.changed.len(), found.unchanged);
    if found.is_empty() {
        return Ok(Outcome { unchanged, refused, ..Outcome::default() });
    }
    let seq = act.seq();
    for (key, _) in &found.changed {
        store::cards::close(act.conn(), seq, key).await?;
    }
    store::cards::add(act.conn(), seq, found.written()).await?;
    let record = Record { source: &source, added, changed, unchanged, refused: refused.0.len() };
    let seq = act.commit("cards", &record).await?;
    Ok(Outcome { added, changed, unchanged, refused, seq: Some(seq) })
}

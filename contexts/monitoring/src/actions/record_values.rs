//! Records a draft of values: from then on they are public.
use journal::Ctx;
use serde_json::json;

use super::{EntryRefusal, Recorder, import_observations::record, reviews::Submitter};
use crate::domain::entry::{DraftCode, DraftState, Stored, ValuesDraft};
use crate::queries::entry::{Asked, routes, stored_values};
use crate::store;

/// What recording did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recorded {
    pub added: usize,
    pub changed: usize,
    /// Said before, with the same words.
    pub unchanged: usize,
}

/// Judges every row again, for plans may have changed meanwhile, and records them with where they come from. Values that somebody
/// above is to accept are under review from then on.
///
/// # Errors
/// No such draft, one that was ended before, rows that no longer fit, nothing that is not recorded already.
pub async fn record_values(
    ctx: &Ctx,
    code: &DraftCode,
    (asked, by): (&Asked, &Recorder),
) -> Result<Recorded, EntryRefusal> {
    let mut act = ctx.open("monitoring.record_values").await?;
    let draft = store::drafts::one(act.conn(), code).await?.ok_or(EntryRefusal::NoDraft)?;
    if draft.state != DraftState::Open {
        return Err(EntryRefusal::Ended);
    }
    let mut delivery = stored_values(act.conn(), &ctx.files, asked, &draft).await?;
    if let Some(evidence) = &draft.evidence {
        for row in &mut delivery.rows {
            row.content.comes_from(|| named(evidence));
        }
    }
    let routes = routes(act.conn(), &ctx.files, asked, &draft.entity).await?;
    let submitter = Submitter { by, entity: &draft.entity, routes };
    let (from, refused) = ((delivery.source.as_str(), Some(&submitter)), (&mut delivery.refused, false));
    let (added, changed, unchanged) = record(&mut act, &ctx.files, from, delivery.rows, refused).await?;
    if added + changed == 0 {
        return Err(EntryRefusal::NothingNew);
    }
    let recorded = Recorded { added, changed, unchanged };
    let seq = act.seq();
    let ended = ValuesDraft { state: DraftState::Recorded, ..draft };
    store::drafts::write(act.conn(), seq, &ended).await?;
    let payload = json!({
        "entity": ended.entity, "added": recorded.added, "changed": recorded.changed,
        "unchanged": recorded.unchanged, "rows": ended.rows.digest,
        "evidence": ended.evidence.map(|kept| kept.digest),
    });
    act.commit(code.as_str(), &payload).await?;
    Ok(recorded)
}

/// Public: by it anybody can ask for the file, and know that it is the one that was meant.
fn named(evidence: &Stored) -> String {
    format!("{} sha256:{}", evidence.name, evidence.digest)
}

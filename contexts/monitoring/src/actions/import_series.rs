//! Records which series exist: what they measure, in which unit, by whom.
use std::collections::BTreeMap;

use base::codes::SeriesCode;
use journal::Ctx;

use super::{Delivery, Outcome, Record, Refusal, Row, admit, unique};
use crate::domain::{difference::difference, records::Series};
use crate::store;

/// Adds new series and new versions of changed ones; those not mentioned stay.
pub async fn import_series(ctx: &Ctx, delivery: Delivery<Series>) -> Result<Outcome, Refusal> {
    let Delivery { source, rows, mut refused, partial } = delivery;
    let keyed = rows.into_iter().map(|row| Row {
        file: row.file,
        line: row.line,
        content: (row.content.code.clone(), row.content),
    });
    let new = unique(keyed.collect(), "series", ToString::to_string, &mut refused);
    admit(&refused, partial, new.len())?;
    let mut act = ctx.open("monitoring.import_series").await?;
    let known: BTreeMap<SeriesCode, Series> = store::series::all(act.conn(), base::Known::NOW).await?;
    let found = difference(&known, new);
    let (added, changed, unchanged) = (found.added.len(), found.changed.len(), found.unchanged);
    if found.is_empty() {
        return Ok(Outcome { unchanged, refused, ..Outcome::default() });
    }
    let seq = act.seq();
    for (code, _) in &found.changed {
        store::series::close(act.conn(), seq, code).await?;
    }
    store::series::add(act.conn(), seq, found.written().map(|(_, series)| series)).await?;
    let record = Record { source: &source, added, changed, unchanged, refused: refused.0.len() };
    let seq = act.commit("series", &record).await?;
    Ok(Outcome { added, changed, unchanged, refused, seq: Some(seq) })
}

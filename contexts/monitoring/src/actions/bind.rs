//! Records which series measures which indicator of which plan.
use journal::Ctx;

use super::{Delivery, Outcome, Record, Refusal, Row, admit, unique};
use crate::domain::difference::difference;
use crate::domain::records::{Binding, BindingKey};
use crate::store;

/// Adds bindings and new versions of changed ones. A series that does not exist is refused.
pub async fn bind(ctx: &Ctx, delivery: Delivery<(BindingKey, Binding)>) -> Result<Outcome, Refusal> {
    let Delivery { source, rows, mut refused, partial } = delivery;
    let mut act = ctx.open("monitoring.bind").await?;
    let series = store::series::all(act.conn(), base::Known::NOW).await?;
    let (rows, unknown): (Vec<_>, Vec<_>) = rows
        .into_iter()
        .partition(|row: &Row<(BindingKey, Binding)>| series.contains_key(&row.content.0.series));
    for row in unknown {
        let code = row.content.0.series.clone();
        refused.push(row.refuse("series", code.as_str(), "no such series: import series.csv first"));
    }
    let name = |key: &BindingKey| format!("{}/{} {}", key.plan, key.indicator, key.series);
    let new = unique(rows, "series", name, &mut refused);
    admit(&refused, partial, new.len())?;
    let known = store::bindings::all(act.conn(), base::Known::NOW).await?;
    let found = difference(&known, new);
    let (added, changed, unchanged) = (found.added.len(), found.changed.len(), found.unchanged);
    if found.is_empty() {
        return Ok(Outcome { unchanged, refused, ..Outcome::default() });
    }
    let seq = act.seq();
    for (key, _) in &found.changed {
        store::bindings::close(act.conn(), seq, key).await?;
    }
    store::bindings::add(act.conn(), seq, found.written()).await?;
    let record = Record { source: &source, added, changed, unchanged, refused: refused.0.len() };
    let seq = act.commit("bindings", &record).await?;
    Ok(Outcome { added, changed, unchanged, refused, seq: Some(seq) })
}

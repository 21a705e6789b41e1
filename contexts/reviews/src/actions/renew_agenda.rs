use std::collections::BTreeMap;

use budget::columnar::Columnar;
use jiff::tz::Offset;
use journal::Ctx;
use serde_json::json;

use super::{Refusal, asked, bodies_on, convened, is_secretariat};
use crate::{
    domain::{Item, ReviewCode, numbered},
    queries, store,
};

/// Draws up the agenda of a session anew: what came since is added, and what became red is red. Nothing is taken off.
///
/// # Errors
/// No session that is under way; no seat in the secretariat.
pub async fn renew_agenda(
    ctx: &Ctx,
    columnar: &dyn Columnar,
    offset: Offset,
    (code, post): (&ReviewCode, &str),
) -> Result<usize, Refusal> {
    let today = offset.to_datetime(ctx.now).date();
    let asked = asked(ctx, today, offset).await?;
    let mut read = ctx.db.read().await?;
    let view = convened(&mut read, code).await?;
    let bodies = bodies_on(&mut read, &ctx.files, today).await?;
    is_secretariat(&bodies, &view.review, today, post)?;
    let found = queries::agenda(&mut read, &ctx.files, columnar, (asked, &bodies), &view.review.body).await?;
    drop(read);
    let mut act = ctx.open("reviews.renew_agenda").await?;
    let seq = act.seq();
    // Another may have renewed, or signed, meanwhile.
    let mut view = convened(act.conn(), code).await?;
    let (changed, added) = difference(&view.items, found);
    store::items::end(act.conn(), seq, (code, &changed)).await?;
    store::items::add(act.conn(), seq, (code, &changed)).await?;
    store::items::add(act.conn(), seq, (code, &added)).await?;
    view.review.agenda_on = today;
    view.review.agenda_known = base::Seq(asked.known.seq());
    store::reviews::put(act.conn(), seq, &view.review).await?;
    let payload = json!({ "added": added.len(), "changed": changed.len(), "on": today });
    act.commit(code.as_str(), &payload).await?;
    Ok(added.len())
}

/// Matters with other figures than before under their old numbers, never less grave; and those to be added.
fn difference(there: &[Item], found: Vec<Item>) -> (Vec<Item>, Vec<Item>) {
    let by_subject: BTreeMap<&str, &Item> = there.iter().map(|item| (item.subject.as_str(), item)).collect();
    let (mut changed, mut added) = (Vec::new(), Vec::new());
    for item in found {
        match by_subject.get(item.subject.as_str()) {
            None => added.push(item),
            Some(old) if old.signature != item.signature && item.class <= old.class => {
                changed.push(Item { number: old.number, ..item });
            }
            Some(_) => {}
        }
    }
    let last = there.iter().map(|item| item.number).max().unwrap_or(0);
    (changed, numbered(added, last))
}

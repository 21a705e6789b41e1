use base::{Known, Seq};
use jiff::civil::Date;
use journal::Ctx;
use serde_json::{Map, Value, json};

use super::{Refusal, merge::merged};
use crate::{
    domain::{Content, Kind, Study},
    reading::Delivered,
    store::{
        office,
        published::{self, Announced},
    },
};

/// Publishes a study as it stands in the office. What was published before stays readable as it was known; a central scenario
/// that is replaced is told of beside the new one.
pub async fn publish(ctx: &Ctx, code: &str, on: Date) -> Result<(), Refusal> {
    let mut act = ctx.open("foresight.publish").await?;
    let study = office::one(act.conn(), code).await?.ok_or(Refusal::NoStudy)?;
    let content = office::content(act.conn(), code).await?;
    let known = Known(journal::last_shown(act.conn()).await?);
    // Once more: what it names in plans may have gone since it was written.
    let content = merged(act.conn(), (&study, content), Delivered::default(), (known, on)).await?;
    let seq = act.seq();
    if !record(act.conn(), seq, &study, &content).await? {
        return Err(Refusal::Unchanged);
    }
    act.commit(code, &counts(&content)).await?;
    Ok(())
}

/// Whether anything of what the public is shown changed.
pub(super) async fn record(
    conn: &mut db::Conn,
    seq: Seq,
    study: &Study,
    content: &Content,
) -> Result<bool, Refusal> {
    let has = |kind: Kind| content.get(&kind).is_some_and(|rows| !rows.is_empty());
    if !has(Kind::Variable) || !has(Kind::Scenario) {
        return Err(Refusal::Bare);
    }
    let before = published::one(conn, Known::NOW, &study.code).await?;
    let takes_proposals = before.is_some_and(|before| before.takes_proposals);
    let told = Announced { study: study.clone(), is_published: true, takes_proposals };
    let head = published::put(conn, seq, &told).await?;
    let changed = published::put_content(conn, seq, &study.code, content).await?;
    Ok(changed || !head.is_empty())
}

pub(super) fn counts(content: &Content) -> Value {
    let count = |kind: &Kind| content.get(kind).map_or(0, std::collections::BTreeMap::len);
    let counted = Kind::ALL.iter().map(|kind| (kind.sheet().0.to_owned(), json!(count(kind))));
    Value::Object(counted.collect::<Map<_, _>>())
}

use base::{Digest, RowErrors};
use db::Absent;
use journal::Ctx;
use serde::Serialize;
use sheets::Book;

use super::{Loaded, Refusal, read_territories};
use crate::{
    domain::{Territory, defects},
    store::territories,
};

#[derive(Serialize)]
struct Payload {
    territories: usize,
    content: Digest,
}

/// Records the whole territory tree: a place that the book no longer names is closed. All or nothing.
pub async fn load_territories(ctx: &Ctx, book: &Book) -> Result<Loaded, Refusal> {
    let (items, mut refused) = read_territories(book)?;
    let places: Vec<_> = items.iter().map(|(place, _)| place.clone()).collect();
    let items: Vec<Territory> = items.into_iter().map(|(_, item)| item).collect();
    check(&items, &places, &mut refused);
    if !refused.is_empty() {
        return Err(Refusal::Rows(refused));
    }
    let mut act = ctx.open("directory.load_territories").await?;
    let seq = act.seq();
    let rows = items.iter().map(territories::row);
    let revision = territories::TABLE.revise(act.conn(), seq, rows, Absent::Closed).await?;
    let loaded = Loaded { tables: vec![("territories", revision)], refused };
    if !loaded.is_empty() {
        let payload = Payload { territories: items.len(), content: digest(&items) };
        act.commit("territories", &payload).await?;
    }
    Ok(loaded)
}

fn check(items: &[Territory], places: &[super::reading::Place], refused: &mut RowErrors) {
    for (at, defect) in defects(items) {
        if let (Some(item), Some(place)) = (items.get(at), places.get(at)) {
            refused.push(place.error("code", item.code.as_str(), defect.to_string()));
        }
    }
    let kinds: std::collections::HashMap<_, _> = items.iter().map(|item| (&item.code, item.kind)).collect();
    for (item, place) in items.iter().zip(places) {
        let parent = item.parent.as_ref().and_then(|parent| kinds.get(parent));
        if let (Some(parent), Some(expected)) = (parent, item.kind.parent())
            && *parent != expected
        {
            let reason = format!(
                "a {} hangs from a {}, not from a {}",
                item.kind.as_str(),
                expected.as_str(),
                parent.as_str()
            );
            refused.push(place.error("parent", item.parent.as_ref().map_or("", |p| p.as_str()), reason));
        }
    }
}

fn digest(items: &[Territory]) -> Digest {
    Digest::of(format!("{items:?}").as_bytes())
}

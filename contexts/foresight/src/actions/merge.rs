//! New rows among those there are: judged together, before anything is kept.
use std::collections::BTreeMap;

use base::Known;
use db::Conn;
use jiff::civil::Date;

use super::Refusal;
use crate::{
    domain::{Content, Kind, Study, check},
    queries,
    reading::{Delivered, Place, Refused, Why},
};

/// The content with what was delivered in it; of two rows with one key the new one counts.
///
/// # Errors
/// Every row that cannot be kept, with its place.
pub(super) async fn merged(
    conn: &mut Conn,
    (study, before): (&Study, Content),
    delivered: Delivered,
    (known, on): (Known, Date),
) -> Result<Content, Refusal> {
    let Delivered { items, matrices, mut refused } = delivered;
    let mut content = before;
    if let Some(scores) = content.get_mut(&Kind::Score) {
        scores.retain(|_, item| !matrices.iter().any(|expert| expert == item.text("expert")));
    }
    let mut places: BTreeMap<(Kind, String), Place> = BTreeMap::new();
    for located in items {
        let (kind, key) = (located.item.kind, located.item.key());
        if let Some(first) = places.get(&(kind, key.clone())) {
            refused.push(Refused::of(&located.place, "", &key, Why::Twice(first.line)));
            continue;
        }
        places.insert((kind, key.clone()), located.place);
        content.entry(kind).or_default().insert(key, located.item);
    }
    let world = queries::world(conn, (known, on), &study.code, &content).await?;
    for (kind, key, field, finding) in check(study, &content, &world) {
        let place = places.get(&(kind, key.clone())).cloned();
        // A row that stood before and cannot stand any longer is told by its sheet and its key.
        let place = place.unwrap_or_else(|| Place { sheet: kind.sheet().1.to_owned(), ..Place::default() });
        let value = content.get(&kind).and_then(|rows| rows.get(&key)).map_or("", |item| item.text(field));
        let value = if place.line == 0 { key.clone() } else { value.to_owned() };
        refused.push(Refused::of(&place, field, &value, finding.into()));
    }
    if refused.is_empty() { Ok(content) } else { Err(Refusal::Rows(refused)) }
}

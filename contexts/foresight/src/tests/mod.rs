#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
mod acts;
mod agreement;
mod books;
mod items;
mod structures;
mod studies;
mod texts;

use std::collections::BTreeMap;

use crate::domain::{Content, Item, Kind, Study};

/// A row from `name=value` pairs.
pub(super) fn item(kind: Kind, fields: &[(&str, &str)]) -> Item {
    let fields: BTreeMap<&str, &str> = fields.iter().copied().collect();
    Item::read(kind, |name| fields.get(name).copied().unwrap_or_default())
        .unwrap_or_else(|wrong| panic!("{kind}: {wrong:?}"))
}

pub(super) fn content(items: impl IntoIterator<Item = Item>) -> Content {
    let mut content = Content::new();
    for item in items {
        content.entry(item.kind).or_default().insert(item.key(), item);
    }
    content
}

pub(super) fn variable(code: &str) -> Item {
    item(Kind::Variable, &[("code", code), ("component", "C"), ("title", code), ("strategic", "yes")])
}

pub(super) fn score(expert: &str, influencing: &str, influenced: &str, score: i64) -> Item {
    let fields = [
        ("expert", expert),
        ("influencing", influencing),
        ("influenced", influenced),
        ("score", &score.to_string()),
    ];
    item(Kind::Score, &fields)
}

pub(super) fn study() -> Study {
    Study {
        code: "S".into(),
        entity: "E:01-016".parse().unwrap(),
        plan: None,
        title: "Estudio".into(),
        title_en: None,
        horizons: vec![2030, 2050],
        scale_max: 5,
        is_sample: true,
    }
}

//! What the entries of the public log hold, which cannot be taken back.
use std::collections::BTreeSet;

use base::{Known, Seq};
use db::Db;
use serde_json::Value;

use crate::sample;

const ENTRY: [&str; 7] = ["actor", "at", "command", "effects", "payload", "seq", "subject"];

/// Keys of the payload of each command. A new one is decided here: no name, number or word of a person.
const PAYLOADS: [(&str, &[&str]); 12] = [
    ("pack.load", &["added", "changed", "gone", "unchanged"]),
    ("directory.load_territories", &["content", "territories"]),
    ("directory.load_entities", &["content", "entities", "refused", "units"]),
    ("directory.establish_posts", &["on", "posts"]),
    ("planning.import_plan", &["added", "changed", "closed", "plans", "refused", "source", "unchanged"]),
    ("monitoring.import_series", &COUNTS),
    ("monitoring.import_observations", &COUNTS),
    ("monitoring.import_cards", &COUNTS),
    ("monitoring.bind", &COUNTS),
    ("budget.import_budget", &DELIVERY),
    ("foresight.import_study", &STUDY),
    ("budget.import_attributions", &["added", "changed", "source", "withdrawn"]),
];

const COUNTS: [&str; 5] = ["added", "changed", "refused", "source", "unchanged"];

/// How many of each kind a study holds.
const STUDY: [&str; 12] = [
    "choices",
    "components",
    "diagnoses",
    "experts",
    "objectives",
    "risks",
    "scenarios",
    "scores",
    "states",
    "trends",
    "uptakes",
    "variables",
];

const DELIVERY: [&str; 14] = [
    "delivery",
    "digest",
    "file_name",
    "layout",
    "month_last",
    "parquet",
    "precedence",
    "refused",
    "rows",
    "seq",
    "shrunk_reason",
    "source",
    "year_first",
    "year_last",
];

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[tokio::test]
async fn no_leaf_holds_what_was_not_decided() {
    let db = Db::open(crate::server::place(&sample::whole())).await.unwrap();
    let mut read = db.read().await.unwrap();
    let mut met = BTreeSet::new();
    for head in journal::heads(&mut read, Known::NOW, i64::MAX).await.unwrap() {
        let entry = journal::entry(&mut read, Seq(head.seq.0)).await.unwrap().unwrap();
        assert!(entry.leaf.len() < 3_000, "{} bytes: {}", entry.leaf.len(), entry.leaf);
        let leaf: Value = serde_json::from_str(&entry.leaf).unwrap();
        assert_eq!(keys(&leaf), ENTRY);
        assert_eq!(leaf["actor"], "operator");
        let digests = leaf["effects"].as_object().unwrap().values();
        assert!(digests.clone().all(|digest| digest.as_str().is_some_and(|text| text.len() == 64)));
        let decided = PAYLOADS.iter().find(|(command, _)| *command == entry.command);
        let (command, decided) = decided.unwrap_or_else(|| panic!("{} is not decided", entry.command));
        assert_eq!(keys(&leaf["payload"]), *decided, "{command}");
        met.insert(*command);
    }
    assert_eq!(met.len(), PAYLOADS.len(), "{met:?}");
}

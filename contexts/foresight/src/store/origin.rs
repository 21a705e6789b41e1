//! What pages may ask the origin of.
use journal::Rows;

use super::published::table;
use crate::domain::Kind;

/// Every study that was announced.
pub fn studies() -> Vec<Rows> {
    vec![Rows::of("foresight_studies")]
}

/// A study with everything published of it.
pub fn study(code: &str) -> Vec<Rows> {
    let tables = Kind::ALL.into_iter().map(|kind| table(kind).table).chain(["foresight_studies"]);
    tables.map(|table| Rows::of(table).with("study", [code])).collect()
}

/// A study as it was told of, and what was answered to proposals for it.
pub fn answers(code: &str) -> Vec<Rows> {
    ["foresight_studies", "foresight_answers"].map(|table| Rows::of(table).with("study", [code])).to_vec()
}

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

/// What was answered to proposals for a study.
pub fn answers(code: &str) -> Vec<Rows> {
    vec![Rows::of("foresight_answers").with("study", [code])]
}

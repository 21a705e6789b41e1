//! What people can do here: one file each. Every import is all or nothing unless `partial` is said.
pub mod bind;
pub mod describe_programme;
pub mod discard_values;
pub mod entered;
pub mod files;
pub mod import_cards;
pub mod import_observations;
pub mod import_series;
pub mod keep_values;
mod no_values;
pub mod record_values;
pub mod review_values;
mod reviews;
pub mod settle_reviews;
pub mod validate_value;

use std::collections::BTreeMap;

use base::{RowError, RowErrors, Seq};

use crate::queries::reviews::Unread;

pub use reviews::Recorder;

/// Rows that a file delivers: those read, and those refused while reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery<T> {
    /// Who delivers, as the journal will name it.
    pub source: String,
    pub rows: Vec<Row<T>>,
    pub refused: RowErrors,
    /// Whether the good rows are taken although others are refused.
    pub partial: bool,
}

/// A row with its place in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<T> {
    pub file: String,
    pub line: u64,
    pub content: T,
}

impl<T> Row<T> {
    pub(crate) fn refuse(&self, column: &str, value: &str, reason: &str) -> RowError {
        RowError {
            file: self.file.clone(),
            line: self.line,
            column: column.to_owned(),
            value: value.chars().take(120).collect(),
            reason: reason.to_owned(),
        }
    }
}

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct Outcome {
    pub added: usize,
    pub changed: usize,
    pub unchanged: usize,
    pub refused: RowErrors,
    /// Entry of the journal; `None` if there was nothing to write.
    pub seq: Option<Seq>,
}

/// Why an import did nothing.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("nothing was imported; correct these rows, or say --partial to import the others:\n{0}")]
    Rows(RowErrors),
    #[error("the file has no rows")]
    Empty,
    #[error("the country declares no procedure by which these values are accepted")]
    NoProcedure,
    #[error(transparent)]
    Procedure(workflow::Refusal),
    #[error(transparent)]
    Discipline(#[from] Unread),
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

/// One fact per key. The same fact twice is once; two contents for one key refuse the later row.
fn unique<K: Ord, V: PartialEq>(
    rows: Vec<Row<(K, V)>>,
    column: &str,
    name: impl Fn(&K) -> String,
    refused: &mut RowErrors,
) -> BTreeMap<K, V> {
    let mut found: BTreeMap<K, (u64, V)> = BTreeMap::new();
    for Row { file, line, content: (key, value) } in rows {
        match found.get(&key) {
            Some((_, same)) if *same == value => {}
            Some((first, _)) => {
                let reason = format!("line {first} says something else of the same");
                refused.push(Row { file, line, content: () }.refuse(column, &name(&key), &reason));
            }
            None => {
                found.insert(key, (line, value));
            }
        }
    }
    found.into_iter().map(|(key, (_, value))| (key, value)).collect()
}

/// Stops an import that may not go on.
fn admit(refused: &RowErrors, partial: bool, rows: usize) -> Result<(), Refusal> {
    if !refused.is_empty() && (!partial || rows == 0) {
        return Err(Refusal::Rows(refused.clone()));
    }
    if rows == 0 { Err(Refusal::Empty) } else { Ok(()) }
}

/// What the journal keeps of an import; the rows themselves are in the entry's digests of effects.
#[derive(serde::Serialize)]
struct Record<'a> {
    source: &'a str,
    added: usize,
    changed: usize,
    unchanged: usize,
    refused: usize,
}

/// Why a draft of values was not kept, recorded or put away.
#[derive(Debug, thiserror::Error)]
pub enum EntryRefusal {
    #[error("there is no such draft")]
    NoDraft,
    #[error("the draft was recorded or put away already")]
    Ended,
    #[error("these rows are to be corrected:\n{0}")]
    Rows(RowErrors),
    #[error("the file is no table of values: {0}")]
    Unreadable(String),
    #[error("the file has no row with a value")]
    Empty,
    #[error("the country declares no procedure by which these values are accepted")]
    NoProcedure,
    #[error(transparent)]
    Procedure(workflow::Refusal),
    #[error(transparent)]
    Discipline(#[from] Unread),
    #[error("every value of the draft is recorded already, in the same words")]
    NothingNew,
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

impl From<Refusal> for EntryRefusal {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Rows(rows) => Self::Rows(rows),
            Refusal::Empty => Self::Empty,
            Refusal::NoProcedure => Self::NoProcedure,
            Refusal::Procedure(refusal) => Self::Procedure(refusal),
            Refusal::Discipline(error) => Self::Discipline(error),
            Refusal::Db(error) => Self::Db(error),
            Refusal::Journal(error) => Self::Journal(error),
        }
    }
}

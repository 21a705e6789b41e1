//! What this room asks of columnar storage, which is linked under `app/` alone: the binary hands one in.
use std::{future::Future, path::Path, pin::Pin};

use serde::Serialize;

use crate::domain::{Answer, BudgetRow, Cut, CutRow, Dimension, Measure};

pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Why a columnar file could not be written or asked.
#[derive(Debug, thiserror::Error)]
pub enum ColumnarError {
    #[error("{path}: {reason}")]
    File { path: String, reason: String },
    #[error("the sum of {0} leaves the range of amounts")]
    Overflow(Measure),
    #[error("columnar engine: {0}")]
    Engine(String),
    /// Which deliveries answer could not be read.
    #[error(transparent)]
    Db(#[from] db::Error),
}

/// Writes rows in the order given, in bounded memory.
pub trait RowWriter: Send {
    fn write(&mut self, row: &BudgetRow<'_>) -> Result<(), ColumnarError>;
    /// Everything is handed to the file, which the caller syncs and names.
    fn finish(self: Box<Self>) -> Result<(), ColumnarError>;
}

/// A budget line over the year on both sides of a comparison; a side is absent where the line is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LinePair {
    /// By [`Dimension::line_key`].
    pub key: Vec<String>,
    pub old: Option<CutRow>,
    pub new: Option<CutRow>,
}

/// Stored budget rows and the cuts over them.
pub trait Columnar: Send + Sync {
    /// A writer of a new file. `reported`: the measures the layout has; others are stored as absent.
    fn writer(
        &self,
        path: &Path,
        reported: [bool; Measure::COUNT],
    ) -> Result<Box<dyn RowWriter>, ColumnarError>;

    /// Writes the sums of a file by these dimensions to another, sorted, and says how many rows that is.
    /// `None`, and nothing of use in `to`, where there are more than `rows_max`.
    fn roll_up<'a>(
        &'a self,
        from: &'a Path,
        by: &'a [Dimension],
        to: &'a Path,
        rows_max: u64,
    ) -> BoxFuture<'a, Result<Option<u64>, ColumnarError>>;

    /// Runs a cut: of each piece [`Cut::reading`] is read. Rows come sorted by their codes.
    fn run<'a>(&'a self, cut: &'a Cut) -> BoxFuture<'a, Result<Answer, ColumnarError>>;

    /// Lines of either file whose amounts differ, by all of [`Measure::ALL`]; sorted by key.
    fn differing<'a>(
        &'a self,
        old: &'a Path,
        new: &'a Path,
    ) -> BoxFuture<'a, Result<Vec<LinePair>, ColumnarError>>;
}

/// The dimensions that identify a line in [`LinePair::key`].
pub fn line_key() -> Vec<Dimension> {
    Dimension::line_key().collect()
}

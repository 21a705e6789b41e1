//! A question about money, as plain data, and its answer.
use std::{path::PathBuf, sync::Arc};

use base::Money;
use serde::Serialize;

use super::{Dimension, Measure, Rollup};

/// Which rows of which stored delivery answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Number of the delivery.
    pub delivery: i64,
    /// Its Parquet file.
    pub file: PathBuf,
    /// Fiscal year of the rows that count; a delivery may hold several.
    pub year: Option<i16>,
    pub units: Units,
    /// Sums made of the file when it arrived.
    pub rollups: Arc<Vec<Rollup>>,
}

/// Executing units (`sec_ejec`) of a delivery that answer: the others are answered by another delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Units {
    All,
    Only(Vec<String>),
    Except(Vec<String>),
}

impl Units {
    pub fn hold(&self, unit: &str) -> bool {
        match self {
            Self::All => true,
            Self::Only(units) => units.iter().any(|u| u == unit),
            Self::Except(units) => !units.iter().any(|u| u == unit),
        }
    }
}

/// Sums of `measures` by every combination of codes of `by`, over the rows that meet every condition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cut {
    pub by: Vec<Dimension>,
    /// Conditions on different dimensions must all hold; of the codes given for one dimension, one must.
    /// A code that ends in `*` is a prefix.
    pub filters: Vec<(Dimension, String)>,
    pub measures: Vec<Measure>,
    pub pieces: Vec<Piece>,
}

/// One line of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CutRow {
    /// One code per dimension of the cut; empty where the source has none.
    pub codes: Vec<String>,
    /// One amount per measure of the cut; absent where no delivery that answers reports the measure.
    pub amounts: Vec<Option<Money>>,
}

/// The rows, sorted by their codes: the same data gives the same bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Answer {
    pub by: Vec<Dimension>,
    pub measures: Vec<Measure>,
    pub rows: Vec<CutRow>,
}

impl Answer {
    /// Sum of a measure over all rows; `None` where no row reports it.
    pub fn total(&self, measure: Measure) -> Option<Money> {
        let at = self.measures.iter().position(|m| *m == measure)?;
        let mut amounts = self.rows.iter().filter_map(|row| row.amounts.get(at).copied().flatten());
        let first = amounts.next()?;
        Some(amounts.fold(first, |sum, amount| sum + amount))
    }
}

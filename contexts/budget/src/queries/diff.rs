use base::{Known, Money};
use db::{Conn, Files};
use serde::Serialize;

use crate::{
    columnar::{Columnar, ColumnarError, LinePair},
    domain::Measure,
    store,
};

#[derive(Debug, thiserror::Error)]
pub enum DiffError {
    #[error("there is no delivery {0}; `quipu deliveries` lists them")]
    Unknown(i64),
    #[error(transparent)]
    Columnar(#[from] ColumnarError),
    #[error(transparent)]
    Db(#[from] db::Error),
}

/// Two deliveries, line by line over the year (every classification, all months together).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeliveryDiff {
    pub old: i64,
    pub new: i64,
    /// Records of the sources.
    pub rows_old: u64,
    pub rows_new: u64,
    pub added: usize,
    pub gone: usize,
    pub changed: usize,
    pub measures: Vec<MeasureDiff>,
    /// The lines that differ, sorted by key.
    pub lines: Vec<LinePair>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct MeasureDiff {
    pub measure: Measure,
    /// Absent where the layout does not report the measure.
    pub old: Option<Money>,
    pub new: Option<Money>,
    /// New less old; absent where a side is.
    pub difference: Option<Money>,
}

pub async fn diff(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    known: Known,
    old: i64,
    new: i64,
) -> Result<DeliveryDiff, DiffError> {
    let before = store::delivery(conn, known, old).await?.ok_or(DiffError::Unknown(old))?;
    let after = store::delivery(conn, known, new).await?.ok_or(DiffError::Unknown(new))?;
    let lines = columnar.differing(&files.path(&before.parquet), &files.path(&after.parquet)).await?;
    let (totals_old, totals_new) =
        (store::totals(conn, known, old).await?, store::totals(conn, known, new).await?);
    let total =
        |totals: &[store::TotalRow], measure| totals.iter().find(|t| t.measure == measure).map(|t| t.total);
    let measures = Measure::ALL.into_iter().filter_map(|measure| {
        let (old, new) = (total(&totals_old, measure), total(&totals_new, measure));
        let difference = old.zip(new).map(|(old, new)| new - old);
        (old.is_some() || new.is_some()).then_some(MeasureDiff { measure, old, new, difference })
    });
    Ok(DeliveryDiff {
        old,
        new,
        rows_old: before.rows,
        rows_new: after.rows,
        added: lines.iter().filter(|pair| pair.old.is_none()).count(),
        gone: lines.iter().filter(|pair| pair.new.is_none()).count(),
        changed: lines.iter().filter(|pair| pair.old.is_some() && pair.new.is_some()).count(),
        measures: measures.collect(),
        lines,
    })
}

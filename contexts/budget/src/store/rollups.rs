//! Which sums of a delivery are kept, and where.
use std::collections::BTreeSet;

use base::{Digest, Seq};
use db::{Conn, Files, Row, RowExt, Value, insert_many};

use crate::domain::{Dimension, Rollup};

/// A rollup as recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRollup {
    pub name: String,
    pub dimensions: BTreeSet<Dimension>,
    /// SHA-256 of its rows.
    pub parquet: Digest,
    pub rows: u64,
}

pub(super) async fn insert(
    conn: &mut Conn,
    seq: Seq,
    delivery: i64,
    rollups: &[StoredRollup],
) -> Result<(), db::Error> {
    let columns = ["delivery", "rec_from", "rollup", "dimensions", "parquet", "row_count"];
    let rows = rollups.iter().map(|rollup| {
        let dimensions: Vec<&str> = rollup.dimensions.iter().map(|d| d.code()).collect();
        vec![
            delivery.into(),
            seq.into(),
            rollup.name.as_str().into(),
            dimensions.join(",").into(),
            rollup.parquet.to_string().into(),
            Value::Int(i64::try_from(rollup.rows).unwrap_or(i64::MAX)),
        ]
    });
    insert_many(conn, "budget_rollups", &columns, rows).await?;
    Ok(())
}

/// The rollup of a joined row. `None` where there is none, and where it has a dimension that this program does
/// not know: it was made by a later one.
pub(super) fn rollup(row: &Row) -> Result<Option<StoredRollup>, db::Error> {
    let Some(name) = row.opt_text("rollup")? else { return Ok(None) };
    let dimensions = row.text("dimensions")?;
    let Ok(dimensions) = dimensions.split(',').map(str::parse).collect() else { return Ok(None) };
    let (parquet, rows) = (row.digest("rollup_parquet")?, row.int("rollup_rows")?.unsigned_abs());
    Ok(Some(StoredRollup { name, dimensions, parquet, rows }))
}

impl StoredRollup {
    /// Where it can be read.
    pub fn at(self, files: &Files) -> Rollup {
        Rollup {
            name: self.name,
            file: files.path(&self.parquet),
            dimensions: self.dimensions,
            rows: self.rows,
        }
    }
}

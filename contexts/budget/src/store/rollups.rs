//! Which sums of a delivery are kept, and where.
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use base::{Digest, Known, Seq};
use db::{Conn, Files, Row, RowExt, Value, insert_many, query};
use serde::Serialize;

use crate::domain::{Dimension, Rollup};

/// A rollup as recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StoredRollup {
    pub name: String,
    pub dimensions: BTreeSet<Dimension>,
    /// SHA-256 of its rows.
    pub parquet: Digest,
    pub rows: u64,
}

pub async fn insert(
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

/// By the number of the delivery.
pub async fn rollups(
    conn: &mut Conn,
    files: &Files,
    known: Known,
) -> Result<BTreeMap<i64, Arc<Vec<Rollup>>>, db::Error> {
    let sql = "SELECT * FROM budget_rollups WHERE rec_from <= $1 AND $1 < rec_to ORDER BY delivery, rollup";
    let mut found: BTreeMap<i64, Vec<Rollup>> = BTreeMap::new();
    for row in &query(sql).bind(known.seq()).fetch_all(&mut *conn).await? {
        found.entry(row.int("delivery")?).or_default().extend(rollup(row, files)?);
    }
    Ok(found.into_iter().map(|(delivery, rollups)| (delivery, Arc::new(rollups))).collect())
}

/// `None` where it has a dimension that this program does not know: it was made by a later one.
fn rollup(row: &Row, files: &Files) -> Result<Option<Rollup>, db::Error> {
    let dimensions = row.text("dimensions")?;
    let Ok(dimensions) = dimensions.split(',').map(str::parse).collect() else { return Ok(None) };
    Ok(Some(Rollup {
        name: row.text("rollup")?,
        file: files.path(&row.digest("parquet")?),
        dimensions,
        rows: row.int("row_count")?.unsigned_abs(),
    }))
}

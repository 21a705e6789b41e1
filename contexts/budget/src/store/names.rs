//! Names of codes, delivery by delivery.
use base::Known;
use db::{Conn, RowExt, query};
use serde::Serialize;

use crate::domain::Dimension;

/// A name as one delivery bore it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NameRow {
    pub within: String,
    pub code: String,
    pub name: String,
    pub delivery: i64,
    pub year_first: i64,
    pub year_last: i64,
    pub rows: u64,
}

/// Every name of a dimension's codes (or of one code), oldest delivery first.
pub async fn names(
    conn: &mut Conn,
    known: Known,
    dimension: Dimension,
    code: Option<&str>,
) -> Result<Vec<NameRow>, db::Error> {
    let sql = "SELECT n.within, n.code, n.name, n.delivery, n.row_count, d.year_first, d.year_last \
               FROM budget_names n JOIN budget_deliveries d ON d.delivery = n.delivery \
               WHERE n.rec_from <= $1 AND $1 < n.rec_to AND n.dimension = $2 AND ($3 = '' OR n.code = $3) \
               ORDER BY n.code, n.within, n.delivery, n.name";
    let statement = query(sql).bind(known.seq()).bind(dimension.code()).bind(code.unwrap_or("").to_owned());
    let rows = statement.fetch_all(&mut *conn).await?;
    rows.iter()
        .map(|row| {
            Ok(NameRow {
                within: row.text("within")?,
                code: row.text("code")?,
                name: row.text("name")?,
                delivery: row.int("delivery")?,
                year_first: row.int("year_first")?,
                year_last: row.int("year_last")?,
                rows: row.int("row_count")?.unsigned_abs(),
            })
        })
        .collect()
}

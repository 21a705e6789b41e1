//! SQL to and from domain types.
pub(crate) mod commitments;
pub(crate) mod evaluations;
pub mod origin;
pub(crate) mod recommendations;
pub(crate) mod requests;

use base::Known;
use db::{Conn, Error, Row, dynamic};
use jiff::Timestamp;

fn instant(at: Timestamp) -> String {
    format!("{at:.6}")
}

fn corrupt(column: &str, value: String, expected: &'static str) -> Error {
    Error::Corrupt { column: column.to_owned(), value, expected }
}

/// A word of a closed list.
fn word<T: std::str::FromStr<Err = ()>>(row: &Row, column: &str) -> Result<T, Error> {
    let value = db::RowExt::text(row, column)?;
    value.parse().map_err(|()| corrupt(column, value, "a word of its list"))
}

/// Rows of a table as known; of one thing where `of` names its column and value.
async fn rows(
    conn: &mut Conn,
    known: Known,
    table: &'static str,
    of: Option<(&'static str, &str)>,
    order: &'static str,
) -> Result<Vec<Row>, Error> {
    let only = of.map(|(column, _)| format!(" AND {column} = $2")).unwrap_or_default();
    let sql = format!("SELECT * FROM {table} WHERE rec_from <= $1 AND $1 < rec_to{only} ORDER BY {order}");
    let mut statement = dynamic(sql).bind(known.seq());
    if let Some((_, value)) = of {
        statement = statement.bind(value.to_owned());
    }
    Ok(statement.fetch_all(&mut *conn).await?)
}

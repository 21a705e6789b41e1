//! SQL to and from domain types.
pub(crate) mod accounts;
pub(crate) mod credentials;
pub(crate) mod failures;
pub(crate) mod identities;
pub(crate) mod passes;
pub(crate) mod sessions;
pub(crate) mod tokens;

use base::Seq;
use db::{Conn, Error, Value, dynamic, insert_many};
use jiff::Timestamp;

/// Microseconds and `Z`, so that text order is time order.
pub(crate) fn instant(at: Timestamp) -> String {
    format!("{at:.6}")
}

/// Opens a version: `columns` without the recorded time.
pub(crate) async fn open(
    conn: &mut Conn,
    seq: Seq,
    table: &'static str,
    columns: &[&'static str],
    mut values: Vec<Value>,
) -> Result<(), Error> {
    let columns: Vec<&'static str> = columns.iter().copied().chain(["rec_from"]).collect();
    values.push(seq.into());
    insert_many(conn, table, &columns, [values]).await?;
    Ok(())
}

/// Closes every version that stands of a table's rows whose `column` has the value; how many there were.
pub(crate) async fn close(
    conn: &mut Conn,
    seq: Seq,
    table: &'static str,
    column: &'static str,
    value: &str,
) -> Result<u64, Error> {
    let sql = format!("UPDATE {table} SET rec_to = $1 WHERE rec_to = $2 AND {column} = $3");
    let done = dynamic(sql).bind(seq.0).bind(Seq::OPEN.0).bind(value.to_owned()).execute(&mut *conn).await?;
    Ok(done.rows_affected())
}

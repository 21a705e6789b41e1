//! SQL to and from domain types.
pub(crate) mod entities;
pub mod origin;
pub(crate) mod territories;
pub(crate) mod units;

use base::{Known, Validity};
use db::{Conn, Error, LISTED_MAX, Row, RowExt, dynamic, marks};
use jiff::civil::Date;

/// Only versions recorded by `$1`, and among them those that hold on `$2`.
pub(crate) const HELD: &str =
    "rec_from <= $1 AND $1 < rec_to AND valid_from <= $2 AND (valid_to IS NULL OR $2 < valid_to)";

pub(crate) fn validity(row: &Row) -> Result<Validity, Error> {
    let from: Date = row.parsed("valid_from")?;
    let to: Option<Date> = row.opt_parsed("valid_to")?;
    Validity::new(from, to).map_err(|_| Error::Corrupt {
        column: "valid_to".into(),
        value: to.map(|d| d.to_string()).unwrap_or_default(),
        expected: "day after valid_from",
    })
}

/// Escapes what LIKE reads as a pattern.
pub(crate) fn like(folded: &str) -> String {
    let escaped = folded.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{escaped}%")
}

/// Rows of a list of codes; a code that is not there is left out.
pub(crate) async fn listed(
    conn: &mut Conn,
    table: &str,
    known: Known,
    on: Date,
    codes: &[&str],
) -> Result<Vec<Row>, Error> {
    let mut found = Vec::new();
    for part in codes.chunks(LISTED_MAX) {
        let listed = marks(3, part.len());
        let sql = format!("SELECT * FROM {table} WHERE {HELD} AND code IN ({listed}) ORDER BY code");
        let statement = dynamic(sql).bind(known.seq()).bind(on.to_string());
        let statement = part.iter().fold(statement, |statement, code| statement.bind((*code).to_owned()));
        found.extend(statement.fetch_all(&mut *conn).await?);
    }
    Ok(found)
}

/// The row of a code and those it belongs to up to the top, nearest first, at most `count_max` steps up.
pub(crate) async fn upwards(
    conn: &mut Conn,
    table: &str,
    known: Known,
    on: Date,
    code: &str,
    count_max: i64,
) -> Result<Vec<Row>, Error> {
    let sql = format!(
        "WITH RECURSIVE up (code, depth) AS (\
         SELECT code, 0 FROM {table} WHERE {HELD} AND code = $3 \
         UNION ALL SELECT one.parent, up.depth + 1 FROM up \
         JOIN (SELECT code, parent FROM {table} WHERE {HELD}) one ON one.code = up.code \
         WHERE up.depth < $4) \
         SELECT one.*, up.depth AS depth FROM up \
         JOIN (SELECT * FROM {table} WHERE {HELD}) one ON one.code = up.code ORDER BY up.depth"
    );
    let query = dynamic(sql).bind(known.seq()).bind(on.to_string()).bind(code.to_owned()).bind(count_max);
    Ok(query.fetch_all(&mut *conn).await?)
}

//! What is PostgreSQL's own.
use std::collections::HashMap;

use crate::{Conn, Damage, Error, Glance, Row, RowExt, Value, query};

/// A commit is on disk before it is acknowledged; a backslash in a text is a backslash; whoever waits for a lock is
/// told after as long as with SQLite.
pub(crate) const SETTINGS: &str = "SET synchronous_commit = on; SET standard_conforming_strings = on; \
     SET lock_timeout = '30s'; SET client_min_messages = warning;";

/// Each statement sees what was committed before it: the last entry is read once the turn to write is ours.
pub(crate) const BEGIN_WRITE: &str = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";

/// Every statement sees what the first one saw.
pub(crate) const BEGIN_READ: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// One act at a time, whichever program writes: the journal's numbers have no holes and times never go back. Kept until
/// the transaction ends, also by a connection that breaks. Two houses in two schemas do not wait for each other.
pub(crate) const TURN_TO_WRITE: &str =
    "SELECT pg_advisory_xact_lock(1364544848, hashtext(current_schema()::text))";

/// So that of several programs that start at once one makes the tables.
pub(crate) const TURN_TO_MIGRATE: &str =
    "SELECT pg_advisory_xact_lock(1364544849, hashtext(current_schema()::text))";

/// The turn of a name, for as long as the connection lives.
pub(crate) const TURN: &str = "SELECT CASE WHEN pg_try_advisory_lock(1364544850, \
     hashtext(current_schema()::text || '/' || $1)) THEN 1 ELSE 0 END AS taken";

/// Every table with its columns.
pub(crate) const COLUMNS: &str = "SELECT c.relname::text AS name, a.attname::text AS part FROM pg_class c \
     JOIN pg_attribute a ON a.attrelid = c.oid WHERE c.relnamespace = current_schema()::regnamespace \
     AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped";

pub(crate) const INDEXES: &str =
    "SELECT indexname::text AS name FROM pg_indexes WHERE schemaname = current_schema()";

pub(crate) const HOLDS: &str = "SELECT count(*) AS n FROM pg_class \
     WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'v') AND relname = $1";

/// The oldest version that is tested.
const VERSION_MIN: i64 = 150_000;

/// Why a database of a server is not used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    #[error("PostgreSQL {0} is too old: 15 or newer is needed")]
    Version(String),
    #[error("its encoding is {0}: UTF8 is needed. Make it with {MAKE}")]
    Encoding(String),
    #[error(
        "it sorts by {0}: the collation C is needed, by which texts are in the order of their bytes. Make it with {MAKE}"
    )]
    Collation(String),
    #[error("the server has {0} = off: a commit could be lost when it loses power")]
    Unsafe(&'static str),
    #[error("it takes no changes: it is the copy of another server, or set to be read only")]
    ReadOnly,
    #[error("its search path names no schema that is there")]
    Schema,
}

const MAKE: &str = "CREATE DATABASE quipu TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'";

/// Refuses what would answer other than SQLite does, or forget.
pub(crate) async fn fitness(conn: &mut Conn) -> Result<Option<Unfit>, Error> {
    let sql = "SELECT current_setting('server_version') AS version, \
               CAST(current_setting('server_version_num') AS BIGINT) AS number";
    let row = query(sql).fetch_one(&mut *conn).await?;
    // Older ones have not the columns asked for below.
    if row.int("number")? < VERSION_MIN {
        return Ok(Some(Unfit::Version(row.text("version")?)));
    }
    let sql = "SELECT pg_encoding_to_char(encoding)::text AS encoding, datcollate::text AS collation_name, \
               datctype::text AS ctype, CASE datlocprovider WHEN 'c' THEN 1 ELSE 0 END AS libc, \
               current_setting('fsync') AS fsync, current_setting('full_page_writes') AS full_page_writes, \
               current_setting('transaction_read_only') AS read_only, \
               coalesce(current_schema()::text, '') AS schema_name \
               FROM pg_database WHERE datname = current_database()";
    let row = query(sql).fetch_one(&mut *conn).await?;
    unfit(&row)
}

fn unfit(row: &Row) -> Result<Option<Unfit>, Error> {
    let is_c = |name: &str| matches!(name, "C" | "POSIX");
    let encoding = row.text("encoding")?;
    if encoding != "UTF8" {
        return Ok(Some(Unfit::Encoding(encoding)));
    }
    let (collation, ctype) = (row.text("collation_name")?, row.text("ctype")?);
    // Of the character type too: it decides which letters `lower` knows.
    if let Some(other) = [&collation, &ctype].into_iter().find(|name| !is_c(name)) {
        return Ok(Some(Unfit::Collation(other.clone())));
    }
    if !row.flag("libc")? {
        return Ok(Some(Unfit::Collation("another library than the system's".to_owned())));
    }
    for setting in ["fsync", "full_page_writes"] {
        if row.text(setting)? != "on" {
            return Ok(Some(Unfit::Unsafe(setting)));
        }
    }
    if row.text("read_only")? == "on" {
        return Ok(Some(Unfit::ReadOnly));
    }
    Ok(row.text("schema_name")?.is_empty().then_some(Unfit::Schema))
}

/// The columns of a table that hold no text, by what stands for nothing in them: a server wants to know of which type
/// it is.
pub(crate) async fn absent_values(
    conn: &mut Conn,
    table: &'static str,
) -> Result<HashMap<String, Value>, Error> {
    let sql = "SELECT attname::text AS name, CASE atttypid WHEN 'bigint'::regtype THEN 1 ELSE 0 END AS is_int \
               FROM pg_attribute WHERE attrelid = CAST(CAST($1 AS TEXT) AS regclass) AND attnum > 0 \
               AND atttypid IN ('bigint'::regtype, 'bytea'::regtype)";
    let mut kinds = HashMap::new();
    for row in query(sql).bind(table).fetch_all(&mut *conn).await? {
        let sample = if row.flag("is_int")? { Value::Int(0) } else { Value::Blob(Vec::new()) };
        kinds.insert(row.text("name")?, sample);
    }
    Ok(kinds)
}

/// The statement of a migration in the words of PostgreSQL: the type `BLOB` is `BYTEA`; texts, quoted names and comments
/// stay as they are. Everything else that migrations say is the same in both.
pub(crate) fn translated(sql: &str) -> String {
    let mut out = String::with_capacity(sql.len());
    let mut rest = sql;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '\'' | '"' => quoted(rest, first),
            '-' if rest.starts_with("--") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |at| at + 2),
            c if is_of_word(c) => rest.find(|c: char| !is_of_word(c)).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        let (part, after) = rest.split_at(length);
        out.push_str(if part.eq_ignore_ascii_case("BLOB") { "BYTEA" } else { part });
        rest = after;
    }
    out
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$'
}

/// The length of a quoted text with its quotes; one that is doubled ends it and begins another.
fn quoted(text: &str, quote: char) -> usize {
    text.char_indices().skip(1).find(|(_, c)| *c == quote).map_or(text.len(), |(at, _)| at + 1)
}

/// What the extension `amcheck` finds wrong with tables and indexes, where it is installed.
pub(crate) async fn damage(conn: &mut Glance) -> Result<Damage, Error> {
    let sql = "SELECT count(*) AS n FROM pg_extension WHERE extname = 'amcheck'";
    if query(sql).fetch_one(&mut **conn).await?.int("n")? == 0 {
        return Ok(Damage::unchecked("the extension amcheck is not installed in the database"));
    }
    let sql = "SELECT c.oid::bigint AS id, c.relname::text AS name, CASE c.relkind WHEN 'i' THEN 1 ELSE 0 END AS is_index \
               FROM pg_class c LEFT JOIN pg_index i ON i.indexrelid = c.oid \
               LEFT JOIN pg_am m ON m.oid = c.relam \
               WHERE c.relnamespace = current_schema()::regnamespace \
               AND (c.relkind = 'r' OR c.relkind = 'i' AND m.amname = 'btree' AND i.indisvalid) ORDER BY c.relname";
    let mut found = Vec::new();
    for row in query(sql).fetch_all(&mut **conn).await? {
        let (id, name) = (row.int("id")?, row.text("name")?);
        let checked = if row.flag("is_index")? { index(conn, id).await } else { heap(conn, id).await };
        match checked {
            Ok(lines) => found.extend(lines.into_iter().map(|line| format!("{name}: {line}"))),
            Err(Error::Sql(sqlx::Error::Database(error))) => match error.code().as_deref() {
                // Data corrupted, index corrupted.
                Some("XX001" | "XX002") => found.push(format!("{name}: {}", error.message())),
                _ => return Ok(Damage { found, unchecked: Some(error.message().to_owned()) }),
            },
            Err(error) => return Err(error),
        }
    }
    Ok(Damage { found, unchecked: None })
}

async fn index(conn: &mut Glance, id: i64) -> Result<Vec<String>, Error> {
    // Every entry that a row should have is looked for.
    let sql = "SELECT bt_index_check(CAST($1 AS oid)::regclass, true)";
    query(sql).bind(id).execute(&mut **conn).await?;
    Ok(Vec::new())
}

async fn heap(conn: &mut Glance, id: i64) -> Result<Vec<String>, Error> {
    let sql = "SELECT blkno, msg FROM verify_heapam(CAST($1 AS oid)::regclass) ORDER BY blkno, msg LIMIT 20";
    let rows = query(sql).bind(id).fetch_all(&mut **conn).await?;
    rows.iter().map(|row| Ok(format!("page {}: {}", row.int("blkno")?, row.text("msg")?))).collect()
}

/// The rows of a statement for many: numbered marks.
pub(crate) fn insert_sql(table: &str, columns: &[&str], rows: usize) -> String {
    let width = columns.len();
    let row = |at: usize| format!("({})", crate::marks(at * width + 1, width));
    let rows: Vec<String> = (0..rows).map(row).collect();
    format!("INSERT INTO {table} ({}) VALUES {}", columns.join(","), rows.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sql: &str, expect: &str) {
        assert_eq!(translated(sql), expect);
    }

    #[test]
    fn only_the_type_is_translated() {
        check("CREATE TABLE t (a BLOB NOT NULL, b TEXT);", "CREATE TABLE t (a BYTEA NOT NULL, b TEXT);");
        check("a blob,b Blob", "a BYTEA,b BYTEA");
        check("blob_id BIGINT, myblob TEXT, blob2 TEXT", "blob_id BIGINT, myblob TEXT, blob2 TEXT");
        check("x TEXT DEFAULT 'BLOB', \"BLOB\" BLOB", "x TEXT DEFAULT 'BLOB', \"BLOB\" BYTEA");
        check(
            "x TEXT DEFAULT 'it''s a BLOB' -- a BLOB\n, y BLOB",
            "x TEXT DEFAULT 'it''s a BLOB' -- a BLOB\n, y BYTEA",
        );
        check("/* BLOB ' */ BLOB /* BLOB", "/* BLOB ' */ BYTEA /* BLOB");
        check("-- it's ñ\nBLOB", "-- it's ñ\nBYTEA");
        check("'open BLOB", "'open BLOB");
        check("", "");
    }

    #[test]
    fn marks_are_numbered_through() {
        assert_eq!(insert_sql("t", &["a", "b"], 2), "INSERT INTO t (a,b) VALUES ($1,$2),($3,$4)");
    }
}

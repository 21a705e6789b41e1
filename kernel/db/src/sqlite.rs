//! What is SQLite's own.
use std::path::Path;

use crate::{Conn, Error, RowExt, query};

/// WAL lets readers go on beside the writer; FULL syncs the log before a commit is acknowledged.
pub(crate) const SETTINGS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
     PRAGMA busy_timeout = 30000; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;";

/// Takes the turn to write at once, so that what is read in the transaction is not outdated when it writes.
pub(crate) const BEGIN_WRITE: &str = "BEGIN IMMEDIATE";

pub(crate) const BEGIN_READ: &str = "BEGIN";

/// Every table with its columns.
pub(crate) const COLUMNS: &str = "SELECT m.name AS name, p.name AS part FROM sqlite_master m \
     JOIN pragma_table_info(m.name) p WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

pub(crate) const INDEXES: &str = "SELECT name FROM sqlite_master WHERE type = 'index'";

pub(crate) const HOLDS: &str =
    "SELECT count(*) AS n FROM sqlite_master WHERE type IN ('table', 'view') AND name = $1";

/// What the database finds wrong with its own file: pages, order of indexes, entries that no row has.
pub(crate) async fn damage(conn: &mut Conn) -> Result<Vec<String>, Error> {
    let rows = query("PRAGMA integrity_check(20)").fetch_all(&mut *conn).await?;
    let lines: Vec<String> =
        rows.iter().map(|row| row.text("integrity_check")).collect::<Result<_, Error>>()?;
    Ok(lines.into_iter().filter(|line| line != "ok").collect())
}

pub(crate) fn url_of(path: &Path) -> String {
    let mut url = String::from("sqlite://");
    for character in path.to_string_lossy().chars() {
        match character {
            '%' => url.push_str("%25"),
            '?' => url.push_str("%3F"),
            '#' => url.push_str("%23"),
            ' ' => url.push_str("%20"),
            other => url.push(other),
        }
    }
    url + "?mode=rwc"
}

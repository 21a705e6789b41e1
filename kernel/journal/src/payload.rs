//! Payloads too long for a leaf, which are kept as stored files.
use base::Digest;
use db::{Conn, RowExt, query};
use serde_json::Value;

use crate::Error;

/// Names, in a leaf, the stored file that holds its payload.
pub(crate) const KEY: &str = "payload_file";

/// The stored file that holds the payload of a leaf, where the leaf does not hold it itself.
pub fn payload_file(leaf: &str) -> Option<Digest> {
    let leaf: Value = serde_json::from_str(leaf).ok()?;
    leaf.get("payload")?.get(KEY)?.as_str()?.parse().ok()
}

/// Digests of every stored file that holds a payload, for `verify`.
pub async fn payload_files(conn: &mut Conn) -> Result<Vec<Digest>, Error> {
    let sql = "SELECT leaf FROM journal_entries WHERE leaf LIKE $1";
    let rows = query(sql).bind(format!("%{KEY}%")).fetch_all(&mut *conn).await.map_err(db::Error::from)?;
    let mut digests = Vec::new();
    for row in &rows {
        digests.extend(payload_file(&row.text("leaf")?));
    }
    Ok(digests)
}

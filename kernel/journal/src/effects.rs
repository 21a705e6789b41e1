//! What an act did to the tables, as one digest per table, so that a row changed by hand is found.
use std::collections::BTreeMap;

use base::{Digest, Seq};
use db::{Conn, versions};
use sha2::{Digest as _, Sha256};

use crate::Error;

/// Table → digest of the rows that `seq` opened and of those it closed. Tables it did not touch are absent.
pub(crate) async fn effects(conn: &mut Conn, seq: Seq) -> Result<BTreeMap<String, Digest>, Error> {
    let mut effects = BTreeMap::new();
    for table in versions::tables(conn).await? {
        let opened = sorted(versions::opened(conn, &table, seq).await?);
        let closed = sorted(versions::closed(conn, &table, seq).await?);
        if !(opened.is_empty() && closed.is_empty()) {
            effects.insert(table.name, digest(&opened, &closed));
        }
    }
    Ok(effects)
}

fn sorted(mut rows: Vec<Digest>) -> Vec<Digest> {
    rows.sort_unstable();
    rows
}

/// The count keeps an opened row from passing for a closed one.
fn digest(opened: &[Digest], closed: &[Digest]) -> Digest {
    let mut hasher = Sha256::new();
    hasher.update((opened.len() as u64).to_be_bytes());
    for row in opened.iter().chain(closed) {
        hasher.update(row.as_bytes());
    }
    Digest::new(hasher.finalize().into())
}

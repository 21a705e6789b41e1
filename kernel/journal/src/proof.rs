//! Inclusion proofs of RFC 6962, section 2.1.1: the hashes that lead from one leaf to the root.
use std::fmt;

use base::{Digest, Seq};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use db::Conn;

use crate::{Checkpoint, Error, store, tree};

/// That an entry stands in the tree of a checkpoint. Shown as C2SP `tlog-proof` writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    pub seq: Seq,
    /// From the neighbour of the leaf up to the child of the root.
    pub hashes: Vec<Digest>,
    pub checkpoint: Checkpoint,
}

impl fmt::Display for Proof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "c2sp.org/tlog-proof@v1\nindex {}", self.seq.0 - 1)?;
        for hash in &self.hashes {
            writeln!(f, "{}", BASE64.encode(hash.as_bytes()))?;
        }
        write!(f, "\n{}", self.checkpoint)
    }
}

/// The proof of entry `seq` in the tree of `checkpoint`; `None` where the checkpoint does not cover it.
pub async fn proof(conn: &mut Conn, seq: Seq, checkpoint: Checkpoint) -> Result<Option<Proof>, Error> {
    if !(1..=checkpoint.size).contains(&seq.0) {
        return Ok(None);
    }
    let mut hashes = Vec::new();
    for (start, size) in tree::siblings(seq.0 - 1, checkpoint.size) {
        hashes.push(store::subtree(conn, start, size).await?);
    }
    Ok(Some(Proof { seq, hashes, checkpoint }))
}

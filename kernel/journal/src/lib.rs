//! The append-only record of acts, and the one way to write.
//!
//! Every change is an [`Act`]: one transaction, one entry. The entry's leaf holds who did what to
//! which subject, the input's canonical JSON and a digest of every row the act opened or closed, so
//! that [`verify`] finds a changed row as well as a changed entry. Leaves are hashed as RFC 6962
//! says; a [`Checkpoint`] is a C2SP signed note over the root. A [`Tile`] is what the public log serves of the tree.
//!
//! Invariants: sequence numbers have no gap; times never go back; an entry is never changed; a leaf has at most
//! 65,535 bytes and names no person.
//! Absent on purpose: deletion, and any second way to commit.
mod act;
mod actor;
mod audit;
mod canonical;
mod checkpoint;
mod effects;
mod error;
mod origin;
mod payload;
mod proof;
mod read;
mod store;
mod tile;
pub mod tree;
mod verify;

pub use act::{Act, Ctx};
pub use actor::is_public_name;
pub use audit::{Flaw, audit};
pub use canonical::canonical;
pub use checkpoint::{Checkpoint, CheckpointError, SigningKey, VerifierKey};
pub use error::Error;
pub use origin::{Origin, Origins, Rows, origins};
pub use payload::{payload_file, payload_files};
pub use proof::{Proof, proof};
pub use read::{
    Entry, Head, days_of, entries, entry, heads, known_at, last_seq, last_shown, recorded_at, time_of,
};
pub use tile::{LEAF_BYTES_MAX, Tile, TileKind, WIDTH, tile};
pub use verify::{Finding, verify};

/// What this room publishes, column by column.
pub const PUBLISH: &str = include_str!("../publish.toml");

pub const MIGRATIONS: db::Migrations = db::Migrations {
    context: "journal",
    steps: &[
        db::Step { number: 1, name: "entries", sql: include_str!("../migrations/0001_entries.sql") },
        db::Step { number: 2, name: "shown", sql: include_str!("../migrations/0002_shown.sql") },
    ],
};

/// The signed checkpoint of everything recorded so far; `None` before the first entry.
pub async fn checkpoint(
    conn: &mut db::Conn,
    origin: &str,
    key: &SigningKey,
) -> Result<Option<Checkpoint>, Error> {
    let size = last_seq(conn).await?;
    checkpoint_at(conn, size, origin, key).await
}

/// The signed checkpoint of the first `size` entries; `None` where there is none of them.
pub async fn checkpoint_at(
    conn: &mut db::Conn,
    size: base::Seq,
    origin: &str,
    key: &SigningKey,
) -> Result<Option<Checkpoint>, Error> {
    let size = size.0;
    if size < 1 {
        return Ok(None);
    }
    let root = store::root(conn, size).await?;
    Ok(Some(Checkpoint::sign(origin, size, root, key)?))
}

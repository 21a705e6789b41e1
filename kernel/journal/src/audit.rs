//! The public log read from outside, by somebody who holds a checkpoint and no data: every entry is hashed again and
//! held against the tiles, the tiles against the signed root, and the log's beginning against the checkpoint kept.
use base::Digest;

use crate::{Checkpoint, Tile, TileKind, WIDTH, tile::WIDTH_LEN, tree};

/// What is not as it was signed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    #[error("the log shrank: it has {size} entries, the checkpoint kept has {kept}")]
    Shrank { size: i64, kept: i64 },
    #[error("history was rewritten: the first {kept} entries are not those of the checkpoint kept")]
    Rewritten { kept: i64 },
    #[error("the entries do not hash to the signed root")]
    Root,
    #[error("tile {0}: cannot be read, it is no tile of that width")]
    Malformed(Tile),
    #[error("tile {0}: not the hashes of what stands below")]
    Tile(Tile),
}

/// Reads the whole log that `checkpoint` covers through `fetch`, which gives the bytes of a tile, and tells what is
/// wrong with it; `kept` is a checkpoint of the same log from earlier. Signatures are for [`Checkpoint::check_with`].
///
/// # Errors
/// Those of `fetch`: what cannot be fetched proves nothing.
pub fn audit<E>(
    checkpoint: &Checkpoint,
    kept: Option<&Checkpoint>,
    mut fetch: impl FnMut(Tile) -> Result<Vec<u8>, E>,
) -> Result<Vec<Flaw>, E> {
    let mut flaws = Vec::new();
    let mut leaves = Vec::new();
    for tile in tiles(TileKind::Entries, checkpoint.size) {
        match leaf_hashes(&fetch(tile)?, tile.width) {
            Some(hashes) => leaves.extend(hashes),
            None => return Ok(vec![Flaw::Malformed(tile)]),
        }
    }
    let mut row = leaves.clone();
    for level in 0.. {
        if row.is_empty() {
            break;
        }
        for (tile, hashes) in tiles(TileKind::Hashes(level), length(&row)).zip(row.chunks(WIDTH_LEN)) {
            let told: Vec<u8> = hashes.iter().flat_map(|hash| *hash.as_bytes()).collect();
            if fetch(tile)? != told {
                flaws.push(Flaw::Tile(tile));
            }
        }
        // A tile that is not full has no hash in the level above.
        row = row.chunks_exact(WIDTH_LEN).map(tree::root).collect();
    }
    if tree::root(&leaves) != checkpoint.root {
        flaws.push(Flaw::Root);
    }
    flaws.extend(kept.and_then(|kept| against(&leaves, kept)));
    Ok(flaws)
}

fn against(leaves: &[Digest], kept: &Checkpoint) -> Option<Flaw> {
    let first = usize::try_from(kept.size).ok().and_then(|size| leaves.get(..size));
    match first {
        None => Some(Flaw::Shrank { size: length(leaves), kept: kept.size }),
        Some(first) => (tree::root(first) != kept.root).then_some(Flaw::Rewritten { kept: kept.size }),
    }
}

/// The tiles of one kind that hold `size` hashes or entries.
fn tiles(kind: TileKind, size: i64) -> impl Iterator<Item = Tile> {
    let width = move |index: i64| (size - index * WIDTH).min(WIDTH);
    (0..).map(move |index| Tile { kind, index, width: width(index) }).take_while(|tile| tile.width > 0)
}

/// Of a bundle of `width` entries, each after its length in two bytes; `None` where it is no such bundle.
fn leaf_hashes(bundle: &[u8], width: i64) -> Option<Vec<Digest>> {
    let mut rest = bundle;
    let mut hashes = Vec::new();
    for _ in 0..width {
        let (length, after) = rest.split_first_chunk::<2>()?;
        let (leaf, after) = after.split_at_checked(usize::from(u16::from_be_bytes(*length)))?;
        hashes.push(tree::leaf_hash(leaf));
        rest = after;
    }
    rest.is_empty().then_some(hashes)
}

fn length(row: &[Digest]) -> i64 {
    i64::try_from(row.len()).unwrap_or(i64::MAX)
}

#[cfg(test)]
#[path = "audit_tests.rs"]
mod tests;

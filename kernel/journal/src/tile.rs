//! The tree as C2SP `tlog-tiles` publishes it: rows of 256 hashes, and the entries below them.
use std::fmt;

use base::Seq;
use db::Conn;

use crate::{Error, read, store};

/// Hashes in a full tile, and entries in a full bundle.
pub const WIDTH: i64 = 256;
/// [`WIDTH`], as lengths are counted.
pub(crate) const WIDTH_LEN: usize = 256;
/// Levels of the binary tree that one level of tiles spans.
const HEIGHT: i64 = 8;
/// The length before an entry of a bundle has two bytes.
pub const LEAF_BYTES_MAX: usize = 65_535;

/// What a tile holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TileKind {
    /// Hashes at this level of tiles.
    Hashes(i64),
    /// The entries themselves.
    Entries,
}

/// One tile by its address below `tile/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tile {
    pub kind: TileKind,
    /// Place in its level, from 0.
    pub index: i64,
    /// Hashes or entries in it: 256 when full, fewer when partial.
    pub width: i64,
}

impl Tile {
    /// Reads `LEVEL/N`, `entries/N`, either with `.p/WIDTH`. Only what [`Tile`] itself writes is an address:
    /// a leading zero too many, a width of 0 or of 256 is none.
    pub fn parse(path: &str) -> Option<Self> {
        let (kind, place) = path.split_once('/')?;
        let kind = match kind {
            "entries" => TileKind::Entries,
            level => TileKind::Hashes(level.parse().ok().filter(|level| (0..=63).contains(level))?),
        };
        let (index, width) = match place.split_once(".p/") {
            Some((index, width)) => (index, width.parse().ok().filter(|width| (1..WIDTH).contains(width))?),
            None => (place, WIDTH),
        };
        let tile = Self { kind, index: parse_index(index)?, width };
        (tile.to_string() == path).then_some(tile)
    }

    pub const fn is_full(&self) -> bool {
        self.width == WIDTH
    }

    /// Level of the binary tree whose nodes it holds.
    const fn level(&self) -> i64 {
        match self.kind {
            TileKind::Hashes(level) => level * HEIGHT,
            TileKind::Entries => 0,
        }
    }

    /// First node and the one after the last, where a tree of `size` leaves has them all.
    fn span(&self, size: i64) -> Option<(i64, i64)> {
        let nodes = u32::try_from(self.level()).ok().and_then(|level| size.checked_shr(level))?;
        let start = self.index.checked_mul(WIDTH)?;
        let end = start.checked_add(self.width)?;
        (end <= nodes).then_some((start, end))
    }
}

/// `x001/x234/067` for 1234067: groups of three digits, all but the last marked.
fn parse_index(text: &str) -> Option<i64> {
    let mut index = 0_i64;
    for group in text.split('/') {
        let digits = group.strip_prefix('x').unwrap_or(group);
        if digits.len() != 3 || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        index = index.checked_mul(1_000)?.checked_add(digits.parse().ok()?)?;
    }
    Some(index)
}

fn index_path(index: i64) -> String {
    let mut path = format!("{:03}", index % 1_000);
    let mut rest = index / 1_000;
    while rest > 0 {
        path = format!("x{:03}/{path}", rest % 1_000);
        rest /= 1_000;
    }
    path
}

impl fmt::Display for Tile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            TileKind::Hashes(level) => write!(f, "{level}/")?,
            TileKind::Entries => f.write_str("entries/")?,
        }
        f.write_str(&index_path(self.index))?;
        if self.is_full() { Ok(()) } else { write!(f, ".p/{}", self.width) }
    }
}

/// The bytes of a tile; `None` where the journal is not that long yet.
pub async fn tile(conn: &mut Conn, tile: &Tile) -> Result<Option<Vec<u8>>, Error> {
    let size = read::last_seq(conn).await?.0;
    let Some((start, end)) = tile.span(size) else { return Ok(None) };
    match tile.kind {
        TileKind::Hashes(_) => {
            let hashes = store::nodes(conn, tile.level(), start, end).await?;
            Ok(Some(hashes.iter().flat_map(|hash| *hash.as_bytes()).collect()))
        }
        TileKind::Entries => bundle(conn, start, end).await.map(Some),
    }
}

/// Every entry with its length before it: the very bytes that its leaf hash is of.
async fn bundle(conn: &mut Conn, start: i64, end: i64) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    for (seq, leaf) in read::leaves(conn, Seq(start + 1), Seq(end)).await? {
        let length = u16::try_from(leaf.len()).map_err(|_| Error::LongLeaf { seq, bytes: leaf.len() })?;
        bytes.extend(length.to_be_bytes());
        bytes.extend(leaf.as_bytes());
    }
    Ok(bytes)
}

#[cfg(test)]
#[path = "tile_tests.rs"]
mod tests;

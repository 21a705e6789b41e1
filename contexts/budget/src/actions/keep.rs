//! A delivered file comes into the data folder whole before it is read: what is read is what is kept, even if
//! the source changes meanwhile.
use std::{
    fs::File,
    io::{self, Read as _, Write as _},
    path::Path,
    thread,
};

use base::{Digest, digest::Hasher};
use db::Draft;

use super::{
    ahead::{BrokeDown, ahead},
    import_budget::Refusal,
};

/// Bytes that are written and, by another thread, hashed at a time.
const PART_BYTES: usize = 256 * 1024;

struct Copying {
    from: File,
    to: File,
}

impl Iterator for Copying {
    type Item = io::Result<Vec<u8>>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut part = Vec::with_capacity(PART_BYTES);
        let copied = (&mut self.from).take(PART_BYTES as u64).read_to_end(&mut part);
        match copied.and_then(|_| self.to.write_all(&part)) {
            Ok(()) if part.is_empty() => None,
            copied => Some(copied.map(|()| part)),
        }
    }
}

/// The digest of what was copied.
pub(super) fn copy(from: &Path, to: &Draft) -> Result<Digest, Refusal> {
    let unreadable = |source| Refusal::Unreadable { path: from.to_owned(), source };
    let open = || Ok(Copying { from: File::open(from)?, to: to.as_file().try_clone()? });
    let mut hasher = Hasher::default();
    ahead(
        open().map_err(unreadable)?,
        1,
        |_| 1,
        |part| {
            hasher.update(&part.map_err(unreadable)?);
            Ok::<_, Refusal>(())
        },
    )?;
    Ok(hasher.finish())
}

/// Does `work` while the draft goes to disk, which for a long file takes as long.
pub(super) fn syncing<T>(draft: &Draft, work: impl FnOnce() -> T) -> Result<T, Refusal> {
    thread::scope(|scope| {
        let syncing = scope.spawn(|| draft.as_file().sync_all());
        let done = work();
        let synced = syncing.join().map_err(|_| BrokeDown)?;
        let unwritten = |source| db::Error::File { path: draft.path().to_owned(), source };
        synced.map_err(unwritten)?;
        Ok(done)
    })
}

//! The indexes of a data folder, one folder each, named by what they were made from. All of it can be deleted: it
//! is made again.
use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use base::Seq;
use index::{FORMAT, Opened};
use search::Stamp;

/// Where indexes stand and drafts are made.
#[derive(Clone, Debug)]
pub struct Shelf {
    folder: PathBuf,
}

/// The turn to write: one program at a time makes an index, and removes what others left half made.
pub struct Turn {
    /// Locked until it is dropped, or its program is killed.
    _lock: File,
}

impl Shelf {
    pub fn of(data: &Path) -> Self {
        Self { folder: data.join("index") }
    }

    fn path(&self, stamp: Stamp) -> PathBuf {
        self.folder.join(format!("{FORMAT}-{}-{}", stamp.seq, stamp.day))
    }

    fn stamps(&self) -> Vec<Stamp> {
        let Ok(entries) = fs::read_dir(&self.folder) else { return Vec::new() };
        entries.flatten().filter_map(|entry| stamp_of(&entry.file_name().to_string_lossy())).collect()
    }

    /// What the index that answers best was made from: exactly that, or else the latest there is.
    pub fn best(&self, wanted: Stamp) -> Option<Stamp> {
        self.stamps().into_iter().max_by_key(|stamp| (*stamp == wanted, stamp.seq, stamp.day))
    }

    /// One that cannot be read is as if absent.
    pub fn open(&self, stamp: Stamp) -> Option<Opened> {
        let path = self.path(stamp);
        let opened = path.is_dir().then(|| Opened::open(&path))?;
        opened.inspect_err(|error| tracing::warn!(%error, path = %path.display(), "index not opened")).ok()
    }

    /// Waits while another program makes an index.
    pub fn turn(&self) -> io::Result<Turn> {
        fs::create_dir_all(&self.folder)?;
        let lock = File::create(self.folder.join("lock"))?;
        lock.lock()?;
        Ok(Turn { _lock: lock })
    }

    /// An empty folder to make an index in.
    pub fn draft(&self, _: &Turn) -> io::Result<PathBuf> {
        let draft = self.folder.join("draft");
        if draft.exists() {
            fs::remove_dir_all(&draft)?;
        }
        fs::create_dir(&draft)?;
        Ok(draft)
    }

    /// Names the draft, and removes every other index. Files that another program still has open stay readable to
    /// it; where they cannot be removed, the next time will.
    pub fn adopt(&self, _: &Turn, draft: &Path, stamp: Stamp) -> io::Result<()> {
        let path = self.path(stamp);
        if path.exists() {
            fs::remove_dir_all(&path)?;
        }
        fs::rename(draft, &path)?;
        for entry in fs::read_dir(&self.folder)?.flatten() {
            if entry.path() != path && entry.path().is_dir() {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
        Ok(())
    }
}

/// `1-28-2026-03-02`: format, last entry, day.
fn stamp_of(name: &str) -> Option<Stamp> {
    let (format, rest) = name.split_once('-')?;
    let (seq, day) = rest.split_once('-')?;
    let is_readable = format.parse() == Ok(FORMAT);
    is_readable.then_some(Stamp { seq: Seq(seq.parse().ok()?), day: day.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_is_known_by_its_name() {
        let check = |name: &str, expect: Option<&str>| {
            let found = stamp_of(name).map(|stamp| format!("{} {}", stamp.seq, stamp.day));
            assert_eq!(found.as_deref(), expect, "{name}");
        };
        check(&format!("{FORMAT}-28-2026-03-02"), Some("28 2026-03-02"));
        check(&format!("{}-28-2026-03-02", FORMAT + 1), None);
        check("draft", None);
        check("lock", None);
        check("1-28", None);
        check("1-x-2026-03-02", None);
        check("1-28-2026-13-02", None);
    }
}

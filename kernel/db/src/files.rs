//! Stored files, named by their SHA-256: deliveries, Parquet, evidence. Never changed, never half there.
use std::{
    fs::{self, File},
    io::{self, Read, Write as _},
    path::{Path, PathBuf},
};

use base::Digest;
use tempfile::NamedTempFile;

use crate::Error;

/// The content-addressed part of the data folder.
#[derive(Clone, Debug)]
pub struct Files {
    root: PathBuf,
}

/// A file being written: invisible, and gone when dropped, until [`Files::adopt`] names it. It is locked while
/// whoever writes it lives: a draft without a lock is what a killed program left.
pub struct Draft {
    file: NamedTempFile,
}

impl Draft {
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    pub fn as_file(&self) -> &File {
        self.file.as_file()
    }
}

/// Removes the drafts that nobody writes any more.
fn remove_abandoned(folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if !entry.file_type()?.is_file() {
            continue;
        }
        // A writer may finish and take its draft away meanwhile.
        let Ok(file) = File::open(entry.path()) else { continue };
        if file.try_lock().is_ok() {
            let _ = fs::remove_file(entry.path());
        }
    }
    Ok(())
}

impl Files {
    /// Creates the folder where it is absent.
    pub fn open(root: &Path) -> Result<Self, Error> {
        let draft = root.join("draft");
        fs::create_dir_all(&draft).map_err(Error::file(&draft))?;
        Ok(Self { root: root.to_owned() })
    }

    /// `ab/cdef…`: two digits of folder, so that none grows too large.
    pub fn path(&self, digest: &Digest) -> PathBuf {
        let name = digest.to_string();
        let (folder, rest) = name.split_at(2);
        self.root.join(folder).join(rest)
    }

    /// A new draft. Removes those of programs that were killed, so that they do not fill the disk.
    pub fn draft(&self) -> Result<Draft, Error> {
        let folder = self.root.join("draft");
        let failed = || Error::file(&folder);
        // The lock of the folder is the turn to make and remove drafts: between its creation and its lock a draft of another program looks abandoned.
        let turn = File::open(&folder).map_err(failed())?;
        // Where the disk knows no locks nothing can be told abandoned, and nothing is removed.
        let has_turn = turn.lock().is_ok();
        if has_turn {
            remove_abandoned(&folder).map_err(failed())?;
        }
        let file = NamedTempFile::new_in(&folder).map_err(failed())?;
        if has_turn {
            file.as_file().lock().map_err(failed())?;
        }
        Ok(Draft { file })
    }

    /// Syncs the draft, names it by its content and syncs the folder: after this returns it survives
    /// a power cut. A file of that content that is already there is kept.
    pub fn adopt(&self, draft: Draft) -> Result<Digest, Error> {
        let from = draft.path();
        let digest = File::open(from).and_then(Digest::of_reader).map_err(Error::file(from))?;
        self.adopt_as(draft, digest)
    }

    /// As [`Files::adopt`], of a draft whose digest was taken while it was written: a long file is not read again.
    pub fn adopt_as(&self, draft: Draft, digest: Digest) -> Result<Digest, Error> {
        draft.as_file().sync_all().map_err(Error::file(draft.path()))?;
        let path = self.path(&digest);
        if path.exists() {
            return Ok(digest);
        }
        let folder = path.parent().unwrap_or(&self.root).to_owned();
        fs::create_dir_all(&folder).map_err(Error::file(&folder))?;
        draft.file.persist(&path).map_err(|e| Error::File { path: path.clone(), source: e.error })?;
        for folder in [folder.as_path(), &self.root] {
            File::open(folder).and_then(|f| f.sync_all()).map_err(Error::file(folder))?;
        }
        Ok(digest)
    }

    pub fn put(&self, mut reader: impl Read) -> Result<Digest, Error> {
        let mut draft = self.draft()?;
        let path = draft.path().to_owned();
        io::copy(&mut reader, &mut draft.file).map_err(Error::file(&path))?;
        draft.file.flush().map_err(Error::file(&path))?;
        self.adopt(draft)
    }

    pub fn read(&self, digest: &Digest) -> Result<File, Error> {
        let path = self.path(digest);
        File::open(&path).map_err(Error::file(&path))
    }

    /// Whether the stored bytes still have the digest they are named by; `None` where the file is gone.
    pub fn verify(&self, digest: &Digest) -> Result<Option<bool>, Error> {
        let path = self.path(digest);
        match File::open(&path) {
            Ok(file) => Ok(Some(Digest::of_reader(file).map_err(Error::file(&path))? == *digest)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(source) => Err(Error::File { path, source }),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_a_killed_program_left_goes_and_what_is_being_written_stays() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::open(folder.path()).unwrap();
        let mut written = files.draft().unwrap();
        written.file.write_all(b"half").unwrap();
        let left = folder.path().join("draft").join("left");
        fs::write(&left, b"of a program that was killed").unwrap();
        let other = files.draft().unwrap();
        assert!(!left.exists());
        assert!(written.path().exists() && other.path().exists());
        written.file.write_all(b" and whole").unwrap();
        let digest = files.adopt(written).unwrap();
        assert_eq!(files.verify(&digest).unwrap(), Some(true));
        drop(other);
        let names = || fs::read_dir(folder.path().join("draft")).unwrap().count();
        assert_eq!(names(), 0);
    }
}

//! A folder in place of a mail server: for machines that have none, and for trying the house out.
use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use tempfile::NamedTempFile;

use crate::{BoxFuture, Handed, Message, Transport};

/// Writes each letter as `<digest>.eml`, whole or not at all; a second copy of a letter takes the place of the first.
#[derive(Clone, Debug)]
pub struct Outbox {
    folder: PathBuf,
}

impl Outbox {
    /// The folder is made when the first letter is due. Its files are readable by their owner alone.
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    pub fn path(&self, message: &Message) -> PathBuf {
        self.folder.join(format!("{}.eml", message.digest()))
    }

    fn write(&self, message: &Message) -> io::Result<()> {
        let mut draft = NamedTempFile::new_in(&self.folder)?;
        draft.write_all(message.bytes())?;
        draft.as_file().sync_all()?;
        draft.persist(self.path(message)).map_err(|refused| refused.error)?;
        File::open(&self.folder)?.sync_all()
    }

    /// A draft that goes at once proves that files can be made here.
    fn prove(&self) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        NamedTempFile::new_in(&self.folder).map(drop)
    }

    fn told(&self, error: &io::Error) -> String {
        format!("{}: {error}", self.folder.display())
    }
}

impl Transport for Outbox {
    fn ready(&self) -> BoxFuture<'_, Result<(), String>> {
        Box::pin(async move { self.prove().map_err(|error| self.told(&error)) })
    }

    fn hand<'a>(&'a self, message: &'a Message) -> BoxFuture<'a, Handed> {
        Box::pin(async move {
            match self.write(message) {
                Ok(()) => Handed::Sent,
                Err(error) => Handed::Later(self.told(&error)),
            }
        })
    }
}

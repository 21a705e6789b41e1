//! Which database goes with which data folder. A mistyped one is told rather than answered with an empty state.
use std::path::Path;

use anyhow::{Context, bail};
use db::{Db, Place, Server};

use crate::outcome::Usage;

/// A data folder, and the server on which its database is, where it is not in the folder.
pub struct House<'a> {
    pub folder: &'a Path,
    pub server: Option<&'a Server>,
}

impl House<'_> {
    /// Opens the database; what is absent is made for `init` alone.
    pub async fn open(&self, create: bool) -> anyhow::Result<Db> {
        let file = self.folder.join("quipu.db");
        let place: Place = match self.server {
            None if create || file.is_file() => file.as_path().into(),
            None => bail!(Usage(format!(
                "no data in {}; create it with `quipu --data {} init countries/peru`",
                self.folder.display(),
                self.folder.display()
            ))),
            // Who names both means one of them, and nobody can tell which.
            Some(server) if file.exists() => bail!(Usage(format!(
                "{} has a database of its own, quipu.db: leave --database {server} out, or name another --data",
                self.folder.display()
            ))),
            Some(server) => server.clone().into(),
        };
        if create {
            std::fs::create_dir_all(self.folder)
                .with_context(|| format!("cannot create {}", self.folder.display()))?;
        }
        let db = Db::open(&place).await.with_context(|| format!("cannot read {place}"))?;
        if let Some(server) = self.server {
            self.agree(&db, server, create).await?;
        }
        Ok(db)
    }

    /// The stored files and the key that signs the journal belong to one database; both are made by its `init`.
    async fn agree(&self, db: &Db, server: &Server, create: bool) -> anyhow::Result<()> {
        let (folder, has_key) = (self.folder.display(), self.folder.join("journal.key").is_file());
        let has_tables = db.holds("journal_entries").await?;
        if !has_tables && !create {
            bail!(Usage(format!(
                "no data in {server}; create it with `quipu --data {folder} --database {server} init countries/peru`"
            )));
        }
        let begun = has_tables && journal::last_seq(&mut *db.read().await?).await?.0 > 0;
        if begun && !has_key {
            bail!(Usage(format!(
                "{folder} is not the data folder of {server}: it has no journal.key. Every program that works on this \
                 database needs the folder in which `init` ran, shared between their machines"
            )));
        }
        Ok(())
    }
}

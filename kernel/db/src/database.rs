//! One data folder, one SQLite file: many readers, one writer, nothing acknowledged before it is on disk.
use std::{
    ops::{Deref, DerefMut},
    path::{Path, PathBuf},
    time::Duration,
};

use sqlx::{
    AnyConnection, AnyPool, Connection, Executor, Transaction,
    any::{Any, AnyConnectOptions, AnyPoolOptions, install_default_drivers},
    pool::PoolConnection,
};

use crate::{Conn, Error, Migrations, RowExt, query};

/// WAL lets readers go on beside the writer; FULL syncs the log before a commit is acknowledged.
const PRAGMAS: &str = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; \
                       PRAGMA busy_timeout = 30000; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;";

/// Handle on the relational store; cheap to clone.
#[derive(Clone, Debug)]
pub struct Db {
    pool: AnyPool,
    path: PathBuf,
}

/// A snapshot: every query through it sees the same committed state.
pub struct Read(Transaction<'static, Any>);

/// A connection without a transaction.
pub struct Glance(PoolConnection<Any>);

/// The writing transaction; dropped without [`Write::commit`], nothing has happened.
pub struct Write(Transaction<'static, Any>);

impl Db {
    /// Opens (creating it where absent) the database file at `path`.
    pub async fn open(path: &Path) -> Result<Self, Error> {
        install_default_drivers();
        let options: AnyConnectOptions = url_of(path).parse()?;
        // A file that is no database is told at once; the pool would try again for a minute.
        let mut first = AnyConnection::connect_with(&options).await?;
        first.execute(PRAGMAS).await.map_err(|source| Error::Unusable { path: path.to_owned(), source })?;
        first.close().await?;
        let pool = AnyPoolOptions::new()
            .max_connections(8)
            .acquire_timeout(Duration::from_mins(1))
            // A connection to a file does not go stale.
            .test_before_acquire(false)
            .after_connect(|conn, _| Box::pin(async move { conn.execute(PRAGMAS).await.map(|_| ()) }))
            .connect_with(options)
            .await?;
        Ok(Self { pool, path: path.to_owned() })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Brings every context's tables to the version of this program. One table of steps per context,
    /// so that contexts number their migrations alone.
    pub async fn migrate(&self, contexts: &[Migrations]) -> Result<(), Error> {
        let mut conn = self.pool.acquire().await?;
        for migrations in contexts {
            migrations.run(&mut conn).await?;
        }
        crate::versions::index(&mut conn).await
    }

    pub async fn read(&self) -> Result<Read, Error> {
        Ok(Read(self.pool.begin().await?))
    }

    /// For one statement, which is a snapshot by itself.
    pub async fn glance(&self) -> Result<Glance, Error> {
        Ok(Glance(self.pool.acquire().await?))
    }

    /// For `journal::Act` alone: every change is one act with one entry.
    pub async fn begin_write(&self) -> Result<Write, Error> {
        Ok(Write(self.pool.begin_with("BEGIN IMMEDIATE").await?))
    }

    /// Waits until every connection is closed; the write-ahead log is then folded into the file.
    pub async fn close(self) {
        self.pool.close().await;
    }
}

impl Write {
    pub async fn commit(self) -> Result<(), Error> {
        Ok(self.0.commit().await?)
    }
}

impl Deref for Read {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.0
    }
}

impl DerefMut for Read {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.0
    }
}

impl Deref for Glance {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.0
    }
}

impl DerefMut for Glance {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.0
    }
}

impl Deref for Write {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.0
    }
}

impl DerefMut for Write {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.0
    }
}

/// What the database finds wrong with its own file: pages, order of indexes, entries that no row has.
pub async fn damage(conn: &mut Conn) -> Result<Vec<String>, Error> {
    let rows = query("PRAGMA integrity_check(20)").fetch_all(&mut *conn).await?;
    let lines: Vec<String> =
        rows.iter().map(|row| row.text("integrity_check")).collect::<Result<_, Error>>()?;
    Ok(lines.into_iter().filter(|line| line != "ok").collect())
}

fn url_of(path: &Path) -> String {
    let mut url = String::from("sqlite://");
    for character in path.to_string_lossy().chars() {
        match character {
            '%' => url.push_str("%25"),
            '?' => url.push_str("%3F"),
            '#' => url.push_str("%23"),
            ' ' => url.push_str("%20"),
            other => url.push(other),
        }
    }
    url + "?mode=rwc"
}

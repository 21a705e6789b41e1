//! The relational store: many readers, one writer, nothing acknowledged before it is on disk.
use std::{
    ops::{Deref, DerefMut},
    time::Duration,
};

use sqlx::{
    AnyConnection, AnyPool, Connection, Executor, Transaction,
    any::{Any, AnyConnectOptions, AnyPoolOptions, install_default_drivers},
    pool::PoolConnection,
};

use crate::{Conn, Error, Migrations, Place, engine::Engine, postgres, query, sqlite};

/// How long a server may take to answer the first time.
const ANSWER_WITHIN: Duration = Duration::from_secs(30);

/// Handle on the relational store; cheap to clone.
#[derive(Clone, Debug)]
pub struct Db {
    pool: AnyPool,
    place: Place,
}

/// A snapshot: every query through it sees the same committed state.
pub struct Read(Transaction<'static, Any>);

/// A connection without a transaction.
pub struct Glance(PoolConnection<Any>);

/// The writing transaction; dropped without [`Write::commit`], nothing has happened.
pub struct Write(Transaction<'static, Any>);

/// What is wrong with what the database itself keeps on disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Damage {
    pub found: Vec<String>,
    /// Why not all of it was looked at.
    pub unchecked: Option<String>,
}

impl Damage {
    pub(crate) fn unchecked(why: &str) -> Self {
        Self { found: Vec::new(), unchecked: Some(why.to_owned()) }
    }
}

/// A connection beside those of the pool.
pub(crate) async fn connect(place: &Place) -> Result<AnyConnection, Error> {
    let options = options(place)?;
    let is_file = matches!(place, Place::File(_));
    let unanswered = |source| {
        if is_file { Error::Sql(source) } else { Error::Unreachable { place: place.to_string(), source } }
    };
    let late = |_| unanswered(sqlx::Error::Io(std::io::ErrorKind::TimedOut.into()));
    let mut conn = tokio::time::timeout(ANSWER_WITHIN, AnyConnection::connect_with(&options))
        .await
        .map_err(late)?
        .map_err(unanswered)?;
    let unusable = |source| Error::Unusable { place: place.to_string(), source };
    conn.execute(Engine::at(place).settings()).await.map_err(unusable)?;
    Ok(conn)
}

fn options(place: &Place) -> Result<AnyConnectOptions, Error> {
    install_default_drivers();
    Ok(match place {
        Place::File(path) => sqlite::url_of(path).parse()?,
        Place::Server(server) => server.url().parse()?,
    })
}

impl Db {
    /// Opens the database; a file is made where it is absent, a database of a server has to be there.
    pub async fn open(place: impl Into<Place>) -> Result<Self, Error> {
        let place = place.into();
        // A file that is no database, and a server that is not there, are told at once; the pool would try again for a
        // minute.
        let mut first = connect(&place).await?;
        let engine = Engine::at(&place);
        if engine == Engine::Postgres
            && let Some(unfit) = postgres::fitness(&mut first).await?
        {
            return Err(Error::Unfit { place: place.to_string(), unfit });
        }
        first.close().await?;
        let pool = AnyPoolOptions::new()
            .max_connections(8)
            .acquire_timeout(Duration::from_mins(1))
            // A connection to a file does not go stale; a server may have been started again.
            .test_before_acquire(engine == Engine::Postgres)
            .after_connect(move |conn, _| {
                Box::pin(async move { conn.execute(engine.settings()).await.map(|_| ()) })
            })
            .connect_with(options(&place)?)
            .await?;
        Ok(Self { pool, place })
    }

    pub const fn place(&self) -> &Place {
        &self.place
    }

    const fn engine(&self) -> Engine {
        Engine::at(&self.place)
    }

    /// Whether there is a table of that name.
    pub async fn holds(&self, table: &str) -> Result<bool, Error> {
        let statement = query(self.engine().holds()).bind(table.to_owned());
        Ok(crate::RowExt::int(&statement.fetch_one(&mut *self.glance().await?.0).await?, "n")? > 0)
    }

    /// Brings every context's tables to the version of this program. One table of steps per context,
    /// so that contexts number their migrations alone.
    pub async fn migrate(&self, contexts: &[Migrations]) -> Result<(), Error> {
        match self.engine() {
            Engine::Sqlite => steps(&mut *self.pool.acquire().await?, contexts).await,
            // All of it or nothing, and one program at a time.
            Engine::Postgres => {
                let mut all = self.pool.begin().await?;
                query(postgres::TURN_TO_MIGRATE).execute(&mut *all).await?;
                steps(&mut all, contexts).await?;
                Ok(all.commit().await?)
            }
        }
    }

    pub async fn read(&self) -> Result<Read, Error> {
        Ok(Read(self.pool.begin_with(self.engine().begin_read()).await?))
    }

    /// For one statement, which is a snapshot by itself.
    pub async fn glance(&self) -> Result<Glance, Error> {
        Ok(Glance(self.pool.acquire().await?))
    }

    /// For `journal::Act` alone: every change is one act with one entry.
    pub async fn begin_write(&self) -> Result<Write, Error> {
        let mut write = Write(self.pool.begin_with(self.engine().begin_write()).await?);
        if self.engine() == Engine::Postgres {
            query(postgres::TURN_TO_WRITE).execute(&mut *write.0).await?;
        }
        Ok(write)
    }

    /// What the database finds wrong with its own files.
    pub async fn damage(&self) -> Result<Damage, Error> {
        let mut conn = self.glance().await?;
        match self.engine() {
            Engine::Sqlite => Ok(Damage { found: sqlite::damage(&mut conn).await?, unchecked: None }),
            Engine::Postgres => postgres::damage(&mut conn).await,
        }
    }

    /// Waits until every connection is closed; SQLite's write-ahead log is then folded into the file.
    pub async fn close(self) {
        self.pool.close().await;
    }
}

async fn steps(conn: &mut Conn, contexts: &[Migrations]) -> Result<(), Error> {
    for migrations in contexts {
        migrations.run(conn).await?;
    }
    crate::versions::index(conn).await
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

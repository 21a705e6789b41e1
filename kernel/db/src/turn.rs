//! Work of which one program at a time does its part, however many serve one database.
use std::fs::{File, TryLockError};

use sqlx::{AnyConnection, Connection};

use crate::{Db, Error, Place, RowExt, database, postgres, query};

/// A turn that is ours until it is dropped, or the program killed.
pub struct Turn(Held);

enum Held {
    /// A lock of a file beside the database.
    File { _lock: File },
    /// A lock of the server, which is that of the connection.
    Server(Box<AnyConnection>),
}

impl Db {
    /// Takes the turn of that name, where nobody has it. Of a database in a file it is a lock of `NAME.lock` beside it, of
    /// one on a server a lock of the server: programs on several machines share no folder whose locks could be trusted.
    pub async fn take_turn(&self, name: &str) -> Result<Option<Turn>, Error> {
        match self.place() {
            Place::File(path) => {
                let path = path.with_file_name(format!("{name}.lock"));
                let file = File::create(&path).map_err(Error::file(&path))?;
                // Where the disk knows no locks there is one turn because one program serves.
                let is_taken = matches!(file.try_lock(), Err(TryLockError::WouldBlock));
                Ok((!is_taken).then_some(Turn(Held::File { _lock: file })))
            }
            Place::Server(_) => {
                let mut conn = database::connect(self.place()).await?;
                let row = query(postgres::TURN).bind(name.to_owned()).fetch_one(&mut conn).await?;
                Ok(row.flag("taken")?.then(|| Turn(Held::Server(Box::new(conn)))))
            }
        }
    }
}

impl Turn {
    /// Whether it still is ours: a server that was started again has forgotten its locks.
    pub async fn is_held(&mut self) -> bool {
        match &mut self.0 {
            Held::File { .. } => true,
            Held::Server(conn) => conn.ping().await.is_ok(),
        }
    }
}

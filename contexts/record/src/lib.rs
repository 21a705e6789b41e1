//! The journal as a public log: tiles for programs, pages for people. See README.md.
pub mod log;
pub mod pages;

use base::Seq;
use journal::{Checkpoint, SigningKey};
use web::{App, PageError};

/// The words of this room.
pub const MESSAGES: web::Messages = web::Messages {
    context: "record",
    es: include_str!("../text/es.ftl"),
    en: include_str!("../text/en.ftl"),
};

/// Where the log is told in words.
pub const PATH: &str = "/registro";

/// How every page names the journal and what was done.
pub const JOURNAL: web::Journal = web::Journal { path: PATH, acts: "record-command-" };

/// Who signs the log: the part that the binary gives ([`web::App::with_part`]).
#[derive(Debug)]
pub struct Signer {
    origin: String,
    key: SigningKey,
}

impl Signer {
    /// `origin`: the name of the log, as its checkpoints begin.
    pub fn new(origin: &str, key: SigningKey) -> Self {
        Self { origin: origin.to_owned(), key }
    }

    /// What others check its signatures with.
    pub fn verifier(&self) -> String {
        self.key.verifier(&self.origin).to_string()
    }

    /// Of the first `size` entries; none of a log without entries.
    async fn checkpoint(&self, conn: &mut db::Conn, size: Seq) -> Result<Option<Checkpoint>, journal::Error> {
        journal::checkpoint_at(conn, size, &self.origin, &self.key).await
    }
}

fn signer(app: &App) -> Result<&Signer, PageError> {
    app.part::<Signer>()
}

#[cfg(test)]
mod tests;

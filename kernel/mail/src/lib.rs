//! Letters and the ledger of them, so that none is sent twice or lost.
//!
//! A room posts a letter within its own act ([`post`]): the letter exists if, and only if, the act happened. A
//! [`Keeper`] hands what is due to a [`Transport`] and records what became of it by an act that tells counts alone.
//!
//! Invariants: one letter for one id; what was sent or refused is never handed over again by itself; each handing over
//! of a letter bears the same `Message-ID`; no address enters the journal.
//! Absent on purpose: words, templates, attachments, mail that comes in, and the loop that asks again.
mod error;
mod keeper;
mod ledger;
mod letter;
mod message;
mod outbox;
mod retry;
mod smtp;
mod transport;

pub use error::Error;
pub use keeper::{BATCH_MAX, Halt, Keeper, Report};
pub use ledger::{Due, Posted, again, due, forget, post};
pub use letter::{BODY_BYTES_MAX, ID_BYTES_MAX, Letter, Refusal, SUBJECT_CHARS_MAX};
pub use message::{Message, Sender, SenderError};
pub use outbox::Outbox;
pub use retry::{ATTEMPTS_MAX, retry};
pub use smtp::{Smtp, SmtpError};
pub use transport::{BoxFuture, Handed, Transport};

/// What this room publishes, column by column: nothing.
pub const PUBLISH: &str = include_str!("../publish.toml");

pub const MIGRATIONS: db::Migrations = db::Migrations {
    context: "mail",
    steps: &[db::Step { number: 1, name: "letters", sql: include_str!("../migrations/0001_letters.sql") }],
};

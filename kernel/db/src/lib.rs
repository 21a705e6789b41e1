//! Connections, transactions, migrations and stored files: the only crate that names a database.
//!
//! SQL is portable: `$1` placeholders; columns of type `TEXT`, `BIGINT` and `BLOB` only (dates as
//! ISO text, decimals as text, money in céntimos, flags as 0 and 1).
//!
//! What is absent on purpose: a way to write for contexts. They write through `journal::Act`,
//! which alone calls [`Db::begin_write`]; a test of the workspace looks for other callers.
mod database;
mod error;
pub mod files;
pub mod memo;
mod migrate;
mod revise;
mod rows;
pub mod versions;

pub use database::{Db, Glance, Read, Write, damage};
pub use error::Error;
pub use files::{Draft, Files};
pub use migrate::{Migrations, Step};
pub use revise::{Absent, Revision, Versioned};
pub use rows::{Conn, LISTED_MAX, Row, RowExt, Value, dynamic, insert_many, marks, query};

//! Connections, transactions, migrations and stored files: the only crate that names a database.
//!
//! SQL is portable: `$1` placeholders; columns of type `TEXT`, `BIGINT` and `BLOB` only (dates as
//! ISO text, decimals as text, money in céntimos, flags as 0 and 1). One text for SQLite and PostgreSQL: sums are
//! `CAST(sum(…) AS BIGINT)`, `ORDER BY` of what may be absent says where it stands, `ON CONFLICT` and never `OR IGNORE`.
//! A test of the workspace reads every statement for what only one of the two knows.
//!
//! What is absent on purpose: a way to write for contexts. They write through `journal::Act`,
//! which alone calls [`Db::begin_write`]; a test of the workspace looks for other callers.
mod database;
mod engine;
mod error;
pub mod files;
pub mod memo;
mod migrate;
mod place;
mod postgres;
mod revise;
mod rows;
mod sqlite;
mod turn;
pub mod versions;

pub use database::{Damage, Db, Glance, Read, Write};
pub use error::Error;
pub use files::{Draft, Files};
pub use migrate::{Migrations, Step};
pub use place::{NoPlace, Place, Server};
pub use postgres::Unfit;
pub use revise::{Absent, Revision, Versioned};
pub use rows::{
    Conn, LISTED_MAX, Row, RowExt, Value, dynamic, each_row, insert_many, instant, known_rows, marks, query,
};
pub use turn::Turn;

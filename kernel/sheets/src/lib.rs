//! Tables as sources deliver them, read into records with a line number and named fields. See README.md.
mod book;
mod columns;
mod data;
mod decode;
mod error;
mod newlines;
mod records;
mod table;
mod watch;
mod workbook;
mod write;

pub use book::{Book, Sheet};
pub use columns::{Column, Columns};
pub use data::{Data, data_xlsx};
pub use error::Error;
pub use records::{Record, Records};
pub use table::{TableError, rows_of};
pub use watch::Watch;
pub use write::{Form, write_csv, write_xlsx, xlsx};

//! A small table read whole: all its rows, or everything that is wrong with them.
use base::{RowError, RowErrors};

use crate::{Book, Column, Columns, Error, Record};

/// Why a table was not read.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    #[error(transparent)]
    Sheet(#[from] Error),
    #[error("{0}")]
    Rows(#[from] RowErrors),
}

/// What `row` makes of every row of a table with just these columns, as country packs have them.
///
/// # Errors
/// A file that is no table, or every row that was refused.
pub fn rows_of<T>(
    path: &str,
    text: &str,
    columns: &[Column],
    mut row: impl FnMut(&Record) -> Result<T, RowError>,
) -> Result<Vec<T>, TableError> {
    let book = Book::from_bytes(path, text.as_bytes().to_vec())?;
    let (mut found, mut refused) = (Vec::new(), RowErrors::default());
    for sheet in book.sheets() {
        for record in sheet.records(&Columns::exactly(columns))? {
            match record.and_then(|record| row(&record)) {
                Ok(row) => found.push(row),
                Err(error) => refused.push(error),
            }
        }
    }
    if refused.is_empty() { Ok(found) } else { Err(refused.into()) }
}

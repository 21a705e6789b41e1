//! A source file as records under the heading of a known layout.
use std::path::Path;

use sheets::{Book, Columns, Record, Records, Sheet, Watch};

use crate::domain::{Heading, HeadingError, Layout};

/// Why no record of a file can be read.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    #[error(transparent)]
    Sheets(#[from] sheets::Error),
    #[error("{file}: {source}")]
    Heading { file: String, source: HeadingError },
}

/// Titles above the header that workbooks of entities carry.
const TITLE_LINES_MAX: usize = 12;

/// The table of a file that has a known layout.
pub struct Table<'a> {
    sheet: Sheet,
    pub heading: Heading<'a>,
}

impl<'a> Table<'a> {
    /// Looks for the header in every sheet, below title lines too; if there is none, says what the first
    /// line lacks.
    pub fn open(path: &Path, file: &str, layouts: &'a [Layout], watch: &Watch) -> Result<Self, SourceError> {
        let book = Book::open_as(path, file)?.watched(watch);
        let mut first: Option<HeadingError> = None;
        for sheet in book.sheets() {
            let is_workbook = book.sheets().len() > 1 || sheet.file() != file;
            let lines = if is_workbook { TITLE_LINES_MAX } else { 0 };
            for skipped in 0..=lines {
                let sheet = sheet.clone().skip(skipped);
                let Ok(headers) = sheet.headers() else { break };
                match Heading::detect(layouts, &headers) {
                    Ok(heading) => return Ok(Self { sheet, heading }),
                    // A header that is nearly known says more than one that is not.
                    Err(error @ (HeadingError::Differs { .. } | HeadingError::Twice(_))) => {
                        return Err(SourceError::Heading { file: file.to_owned(), source: error });
                    }
                    Err(error) => first = first.or(Some(error)),
                }
            }
        }
        match first {
            Some(source) => Err(SourceError::Heading { file: file.to_owned(), source }),
            None => Err(sheets::Error::NoHeader { file: file.to_owned() }.into()),
        }
    }

    /// The records in order. An error is a record that cannot be split into fields; what follows it may be
    /// lost.
    pub fn records(&self) -> Result<Records, SourceError> {
        Ok(self.sheet.records(&Columns::at_least(&[]))?)
    }
}

/// The fields of a record under a header of `width` columns: a workbook leaves out the empty cells at the end
/// of a row.
pub fn fields(record: &Record, width: usize) -> Vec<&str> {
    let mut fields: Vec<&str> = Vec::with_capacity(width);
    fields.extend(record.cells().take(width));
    fields.resize(width, "");
    fields
}

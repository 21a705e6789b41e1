use base::{Known, RowError, Validity};
use db::{Conn, Files};
use jiff::civil::Date;
use pack::Pack;
use sheets::{Book, Column, Columns, Record};

use crate::Unread;

const PATH: &str = "budget/programmes.csv";
/// What the list calls a programme by results; others are headings for what is none.
const KIND: &str = "budget_programme";

const COLUMNS: [Column; 5] = [
    Column::required("code", &[]),
    Column::required("name", &[]),
    Column::required("kind", &[]),
    Column::required("valid_from", &[]),
    Column::required("valid_to", &[]),
];

/// A budget programme as the country pack lists it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Programme {
    pub code: String,
    pub name: String,
}

/// The budget programmes of a year: those that the pack's list holds on its last day.
///
/// # Errors
/// A list that cannot be read.
pub async fn programmes(
    conn: &mut Conn,
    files: &Files,
    known: Known,
    year: i16,
) -> Result<Vec<Programme>, Unread> {
    let pack = match Pack::known(conn, files, known).await {
        Err(pack::Error::NoPack) => return Ok(Vec::new()),
        pack => pack?,
    };
    let Ok(text) = pack.text(PATH) else { return Ok(Vec::new()) };
    let Ok(on) = Date::new(year, 12, 31) else { return Ok(Vec::new()) };
    let book = Book::from_bytes(PATH, text.as_bytes().to_vec())?;
    let mut found = Vec::new();
    for sheet in book.sheets() {
        for record in sheet.records(&Columns::at_least(&COLUMNS))? {
            found.extend(
                record.and_then(|record| row(&record, on)).map_err(|error| Unread::Law(error.to_string()))?,
            );
        }
    }
    Ok(found)
}

fn row(record: &Record, on: Date) -> Result<Option<Programme>, RowError> {
    let (from, to) = (record.parse("valid_from")?, record.parse_opt("valid_to")?);
    let valid = Validity::new(from, to).map_err(|error| record.error("valid_to", error.to_string()))?;
    let is_meant = record.required("kind")? == KIND && valid.holds_on(on);
    Ok(if is_meant {
        Some(Programme {
            code: record.required("code")?.to_owned(),
            name: record.required("name")?.to_owned(),
        })
    } else {
        None
    })
}

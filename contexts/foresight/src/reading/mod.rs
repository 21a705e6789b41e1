//! Rows of a study out of workbooks and tables, and into them.
mod export;
mod head;
mod matrix;

use base::text::fold;
use sheets::{Book, Column, Columns, Record, Sheet};

use crate::domain::{Fault, Finding, Item, Kind, Wrong};

pub use export::{Tongue, export};
pub use head::study;

/// A row with where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located {
    pub place: Place,
    pub item: Item,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub sheet: String,
    pub line: u64,
    /// Where the row is a cell of a matrix, the header over it.
    pub column: Option<String>,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    #[error(transparent)]
    Fault(#[from] Fault),
    #[error(transparent)]
    Finding(#[from] Finding),
    #[error("the same row stands in line {0} already")]
    Twice(u64),
    /// The row itself cannot be read.
    #[error("{0}")]
    Row(String),
}

/// A row that is not kept, and why.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{sheet}:{line}, {column} = {value:?}: {why}")]
pub struct Refused {
    pub sheet: String,
    pub line: u64,
    pub column: String,
    pub value: String,
    pub why: Why,
}

impl Refused {
    pub fn of(place: &Place, column: &str, value: &str, why: Why) -> Self {
        let column = place.column.clone().unwrap_or_else(|| column.to_owned());
        Self { sheet: place.sheet.clone(), line: place.line, column, value: value.to_owned(), why }
    }
}

/// What a book brings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Delivered {
    pub items: Vec<Located>,
    /// Experts whose matrix came: it speaks for everything they said.
    pub matrices: Vec<String>,
    pub refused: Vec<Refused>,
}

/// Reads every sheet whose name is that of a kind, in English or Spanish, and every matrix of an expert
/// (`matriz-E1`, `matrix-E1`). Sheets called `ayuda` or `help` and the one of the study itself are passed over; any other refuses the delivery, for it may be a
/// sheet misspelt.
///
/// # Errors
/// Where a sheet cannot be read at all; single bad rows are in [`Delivered::refused`].
pub fn read(book: &Book) -> Result<Delivered, sheets::Error> {
    let mut all = Delivered::default();
    for sheet in book.sheets() {
        let name = fold(sheet.name());
        let kind = Kind::ALL.into_iter().find(|kind| {
            let (english, spanish) = kind.sheet();
            name == english || name == spanish
        });
        match kind {
            Some(kind) => rows(&mut all, sheet, kind)?,
            None if matrix::expert(sheet.name()).is_some() => matrix::read(&mut all, sheet)?,
            None if name == "ayuda" || name == "help" || head::is_head(&name) => {}
            None => all.refused.push(unknown(sheet)),
        }
    }
    Ok(all)
}

fn unknown(sheet: &Sheet) -> Refused {
    let names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.sheet().0).collect();
    let why =
        Why::Row(format!("no sheet of a study has that name; there are {}, matrix-EXPERT", names.join(", ")));
    let place = Place { sheet: sheet.file().to_owned(), ..Place::default() };
    Refused::of(&place, "", sheet.name(), why)
}

fn rows(all: &mut Delivered, sheet: &Sheet, kind: Kind) -> Result<(), sheets::Error> {
    let column = |field: &'static crate::domain::Field| {
        let aliases = std::slice::from_ref(&field.alias);
        Column { field: field.name, aliases, required: field.is_required }
    };
    let columns: Vec<Column> = kind.fields().iter().map(column).collect();
    for record in sheet.records(&Columns::exactly(&columns))? {
        match record {
            Ok(record) => row(all, kind, &record),
            Err(error) => all.refused.push(Refused {
                sheet: error.file,
                line: error.line,
                column: error.column,
                value: error.value,
                why: Why::Row(error.reason),
            }),
        }
    }
    Ok(())
}

fn row(all: &mut Delivered, kind: Kind, record: &Record) {
    let place = Place { sheet: record.file().to_owned(), line: record.line(), column: None };
    match Item::read(kind, |name| record.text(name)) {
        Ok(item) => all.items.push(Located { place, item }),
        Err(wrong) => all.refused.extend(wrong.iter().map(|wrong| at(&place, wrong))),
    }
}

/// A field that is wrong by itself, at its place.
pub(crate) fn at(place: &Place, wrong: &Wrong) -> Refused {
    Refused::of(place, wrong.field, &wrong.value, wrong.fault.into())
}

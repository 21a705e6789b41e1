//! What is published: every public column of every table, as datasets that programs read page by page
//! and people take away whole.
//!
//! `publish.toml` of each room is the one declaration: it decides each column (public, internal, personal)
//! and names the datasets. The API, the bulk files and the data dictionary are made from it, so that a
//! column which nobody declared public has no way out.
//!
//! Invariants: a dataset shows the state as known at one entry of the journal; its key tells its rows
//! apart in that state, and rows come in the order of the key; a cell has one type.
//! Absent on purpose: `rec_to`. As known then, no version had been closed yet.
mod cursor;
mod declared;
mod field;
mod package;
mod read;
mod rows;

pub use cursor::{Cursor, CursorError};
pub use declared::{Column, DeclaredError, Publication, Publish, Reference, Table, datasets, tables};
pub use field::{Field, Kind};
pub use package::{FileOf, Package, Part};
pub use read::{Asked, Found, read};
pub use rows::{Cell, Rows, RowsEncoder, RowsWriter, csv_writer};

/// A table as published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dataset {
    /// As in addresses and names of files: `plan-versions`.
    pub name: String,
    /// The room whose table it is; its message files hold the words.
    pub context: &'static str,
    pub table: String,
    /// Positions in `fields`, in the order of the rows.
    pub key: Vec<usize>,
    pub fields: Vec<Field>,
    pub references: Vec<Reference>,
    /// Whether versions are closed and opened; without it, entries are only ever added.
    pub versioned: bool,
}

impl Dataset {
    pub fn field(&self, name: &str) -> Option<(usize, &Field)> {
        self.fields.iter().enumerate().find(|(_, field)| field.name == name)
    }

    /// Message keys that may hold the words for a field, the most particular first.
    pub fn words_of(&self, field: &Field) -> [String; 3] {
        let (room, name) = (self.context, field.name.replace('_', "-"));
        [
            format!("{room}-field-{}-{name}", self.name),
            format!("{room}-field-{name}"),
            format!("web-field-{name}"),
        ]
    }

    /// Message key of its title; with `-about` behind, of what it holds.
    pub fn title_key(&self) -> String {
        format!("{}-dataset-{}", self.context, self.name)
    }
}

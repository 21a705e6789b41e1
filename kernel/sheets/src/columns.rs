use base::text::fold;

use crate::Error;

/// A field of a record and the headers under which sources deliver it.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    pub field: &'static str,
    /// Other headers for the same field, such as the Spanish one. Case, accents, blanks and underscores
    /// do not matter.
    pub aliases: &'static [&'static str],
    /// A sheet without it is refused; an empty cell is the importer's business.
    pub required: bool,
}

impl Column {
    pub const fn required(field: &'static str, aliases: &'static [&'static str]) -> Self {
        Self { field, aliases, required: true }
    }

    pub const fn optional(field: &'static str, aliases: &'static [&'static str]) -> Self {
        Self { field, aliases, required: false }
    }
}

/// The columns that an importer reads.
#[derive(Clone, Debug)]
pub struct Columns {
    columns: Vec<Column>,
    others_allowed: bool,
}

impl Columns {
    /// Exactly these: a header that is none of them is refused, because a misspelt optional column would
    /// otherwise be lost in silence.
    pub fn exactly(columns: &[Column]) -> Self {
        Self { columns: columns.to_vec(), others_allowed: false }
    }

    /// At least these: other columns are passed over.
    pub fn at_least(columns: &[Column]) -> Self {
        Self { columns: columns.to_vec(), others_allowed: true }
    }

    /// For each field, where in a row it stands.
    pub(crate) fn places(
        &self,
        file: &str,
        headers: &[String],
    ) -> Result<Vec<(&'static str, Option<usize>)>, Error> {
        let mut places: Vec<Option<usize>> = vec![None; self.columns.len()];
        for (at, header) in headers.iter().enumerate() {
            let Some(known) = self.columns.iter().position(|column| named(column, header)) else {
                if self.others_allowed || header.is_empty() {
                    continue;
                }
                let accepted = self.columns.iter().map(|c| c.field).collect::<Vec<_>>().join(", ");
                return Err(Error::UnknownColumn { file: file.into(), column: header.clone(), accepted });
            };
            match places.get_mut(known) {
                Some(place @ None) => *place = Some(at),
                _ => return Err(Error::DuplicateColumn { file: file.into(), column: header.clone() }),
            }
        }
        let fields = || self.columns.iter().zip(&places);
        let missing: Vec<&str> = fields()
            .filter(|(column, place)| column.required && place.is_none())
            .map(|(c, _)| c.field)
            .collect();
        if !missing.is_empty() {
            let (missing, found) = (missing.join(", "), headers.join(", "));
            return Err(Error::MissingColumns { file: file.into(), missing, found });
        }
        Ok(fields().map(|(column, place)| (column.field, *place)).collect())
    }
}

fn named(column: &Column, header: &str) -> bool {
    let header = key(header);
    key(column.field) == header || column.aliases.iter().any(|alias| key(alias) == header)
}

/// Letters and digits alone, folded: `Código  Único` and `codigo_unico` are one header.
fn key(header: &str) -> String {
    fold(header).chars().filter(|c| c.is_alphanumeric()).collect()
}

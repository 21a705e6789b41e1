//! The State policies of the national agreement by name: the frame that every plan names (¶752).
use base::{RowErrors, Validity};
use jiff::civil::Date;
use sheets::{Book, Column, Columns, Record};

use super::fields::optional_text;
use super::frame::FrameError;

/// One State policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatePolicy {
    pub code: String,
    pub name: String,
    pub name_en: Option<String>,
    /// The objective of the agreement that it belongs to.
    pub objective: String,
    pub objective_en: Option<String>,
}

const FIELDS: [Column; 7] = [
    Column::required("code", &[]),
    Column::required("name", &["name_es"]),
    Column::optional("name_en", &[]),
    Column::required("objective_es", &[]),
    Column::optional("objective_en", &[]),
    Column::optional("valid_from", &[]),
    Column::optional("valid_to", &[]),
];

/// Those that hold on a day, in the order of the table.
///
/// # Errors
/// A pack without the table, or with rows that cannot be read.
pub fn state_policies(pack: &pack::Pack, on: Date) -> Result<Vec<StatePolicy>, FrameError> {
    const PATH: &str = "planning/state_policies.csv";
    let book = Book::from_bytes(PATH, pack.text(PATH)?.as_bytes().to_vec())?;
    let (mut found, mut refused) = (Vec::new(), RowErrors::default());
    for sheet in book.sheets() {
        for record in sheet.records(&Columns::at_least(&FIELDS))? {
            match record.and_then(|record| Ok((validity(&record)?, policy(&record)?))) {
                Ok((valid, policy)) if valid.is_none_or(|v| v.holds_on(on)) => found.push(policy),
                Ok(_) => {}
                Err(error) => refused.push(error),
            }
        }
    }
    if refused.is_empty() { Ok(found) } else { Err(refused.into()) }
}

fn policy(record: &Record) -> Result<StatePolicy, base::RowError> {
    Ok(StatePolicy {
        code: record.required("code")?.to_owned(),
        name: record.required("name")?.to_owned(),
        name_en: optional_text(record, "name_en"),
        objective: record.required("objective_es")?.to_owned(),
        objective_en: optional_text(record, "objective_en"),
    })
}

fn validity(record: &Record) -> Result<Option<Validity>, base::RowError> {
    let Some(from) = record.parse_opt("valid_from")? else { return Ok(None) };
    let to = record.parse_opt("valid_to")?;
    Validity::new(from, to).map(Some).map_err(|e| record.error("valid_to", e.to_string()))
}

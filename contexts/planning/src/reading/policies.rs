//! Policies by name: the State policies of the national agreement, the frame that every plan names (¶752),
//! and the national policies that bind every body (¶126).
use base::{RowErrors, Validity};
use jiff::civil::Date;
use sheets::{Book, Column, Columns, Record};

use super::fields::optional_text;
use super::frame::FrameError;

/// One policy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    pub code: String,
    pub name: String,
    pub name_en: Option<String>,
    /// The objective of the agreement that a State policy belongs to.
    pub objective: Option<String>,
    pub objective_en: Option<String>,
}

const FIELDS: [Column; 7] = [
    Column::required("code", &[]),
    Column::required("name", &["name_es"]),
    Column::optional("name_en", &[]),
    Column::optional("objective_es", &[]),
    Column::optional("objective_en", &[]),
    Column::optional("valid_from", &[]),
    Column::optional("valid_to", &[]),
];

/// State policies that hold on a day, in the order of the table.
///
/// # Errors
/// A pack without the table, or with rows that cannot be read.
pub fn state_policies(pack: &pack::Pack, on: Date) -> Result<Vec<Policy>, FrameError> {
    policies(pack, "planning/state_policies.csv", on)
}

/// National policies, likewise.
///
/// # Errors
/// As [`state_policies`].
pub fn national_policies(pack: &pack::Pack, on: Date) -> Result<Vec<Policy>, FrameError> {
    policies(pack, "planning/national_policies.csv", on)
}

fn policies(pack: &pack::Pack, path: &str, on: Date) -> Result<Vec<Policy>, FrameError> {
    let book = Book::from_bytes(path, pack.text(path)?.as_bytes().to_vec())?;
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

fn policy(record: &Record) -> Result<Policy, base::RowError> {
    Ok(Policy {
        code: record.required("code")?.to_owned(),
        name: record.required("name")?.to_owned(),
        name_en: optional_text(record, "name_en"),
        objective: optional_text(record, "objective_es"),
        objective_en: optional_text(record, "objective_en"),
    })
}

fn validity(record: &Record) -> Result<Option<Validity>, base::RowError> {
    let Some(from) = record.parse_opt("valid_from")? else { return Ok(None) };
    let to = record.parse_opt("valid_to")?;
    Validity::new(from, to).map(Some).map_err(|e| record.error("valid_to", e.to_string()))
}

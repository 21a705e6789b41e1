//! What the country pack says of the programme: `objectives.csv`, `classes.csv` and `money.csv` of `incentives/`.
use base::{RowError, Validity};
use pack::Pack;
use sheets::{Column, Record, TableError};

use crate::domain::{Class, Objective, ResourceKey};

pub(crate) const OBJECTIVES: &str = "incentives/objectives.csv";
pub(crate) const CLASSES: &str = "incentives/classes.csv";

pub(crate) const MONEY: &str = "incentives/money.csv";

const MONEY_COLUMNS: [Column; 5] = [
    Column::required("rubro", &[]),
    Column::required("resource_type", &[]),
    Column::required("valid_from", &[]),
    Column::required("valid_to", &[]),
    Column::required("source", &[]),
];

const fn columns(code: &'static str) -> [Column; 6] {
    [
        Column::required(code, &[]),
        Column::required("name", &[]),
        Column::required("name_en", &[]),
        Column::required("valid_from", &[]),
        Column::required("valid_to", &[]),
        Column::required("source", &[]),
    ]
}

fn name(record: &Record) -> Result<(String, String), RowError> {
    Ok((record.required("name")?.to_owned(), record.required("name_en")?.to_owned()))
}

fn validity(record: &Record) -> Result<Validity, RowError> {
    let (from, to) = (record.parse("valid_from")?, record.parse_opt("valid_to")?);
    Validity::new(from, to).map_err(|error| record.error("valid_to", error.to_string()))
}

/// # Errors
/// Every row that was refused.
pub(crate) fn objectives(text: &str) -> Result<Vec<Objective>, TableError> {
    sheets::rows_of(OBJECTIVES, text, &columns("objective"), |record| {
        Ok(Objective {
            code: record.required("objective")?.to_owned(),
            name: name(record)?,
            validity: validity(record)?,
            source: record.required("source")?.to_owned(),
        })
    })
}

/// # Errors
/// Every row that was refused.
pub(crate) fn classes(text: &str) -> Result<Vec<Class>, TableError> {
    sheets::rows_of(CLASSES, text, &columns("class"), |record| {
        Ok(Class {
            code: record.required("class")?.to_owned(),
            name: name(record)?,
            validity: validity(record)?,
            source: record.required("source")?.to_owned(),
        })
    })
}

/// # Errors
/// Every row that was refused.
pub(crate) fn money(text: &str) -> Result<Vec<ResourceKey>, TableError> {
    sheets::rows_of(MONEY, text, &MONEY_COLUMNS, |record| {
        record.required("source")?;
        Ok(ResourceKey {
            rubro: record.required("rubro")?.to_owned(),
            resource_type: record.required("resource_type")?.to_owned(),
            validity: validity(record)?,
        })
    })
}

/// What `quipu check-pack` refuses: tables that cannot be read, a class that is no kind of body.
pub fn defects(pack: &Pack) -> Vec<String> {
    let kinds = pack.text("entities/kinds.csv").unwrap_or_default();
    let is_kind = |code: &str| kinds.lines().any(|line| line.split(',').next() == Some(code));
    let mut found: Vec<String> = Vec::new();
    if let Ok(text) = pack.text(OBJECTIVES) {
        found.extend(objectives(text).err().map(|error| error.to_string()));
    }
    if let Ok(text) = pack.text(MONEY) {
        found.extend(money(text).err().map(|error| error.to_string()));
    }
    match pack.text(CLASSES).map(classes) {
        Ok(Ok(all)) => {
            let unknown = all.iter().filter(|one| !is_kind(&one.code));
            found.extend(
                unknown.map(|one| format!("{CLASSES}: {} is no kind of entities/kinds.csv", one.code)),
            );
        }
        Ok(Err(error)) => found.push(error.to_string()),
        // A country without the programme has no such table.
        Err(_) => {}
    }
    found
}

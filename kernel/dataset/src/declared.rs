//! `publish.toml`: what each column is, and which tables are datasets.
use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{Dataset, Field, Kind};

/// One room's declaration, as the room embeds it.
#[derive(Clone, Copy, Debug)]
pub struct Publication {
    pub context: &'static str,
    pub toml: &'static str,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Publish {
    Public,
    Internal,
    Personal,
}

/// What was decided of one column.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    pub publish: Publish,
    /// Why it may or may not be published.
    pub why: String,
    #[serde(default, rename = "type")]
    pub kind: Kind,
    #[serde(default)]
    pub optional: bool,
    #[serde(default)]
    pub values: Vec<String>,
    #[serde(default)]
    pub fiscal: Option<String>,
    #[serde(default)]
    pub example: Option<String>,
}

/// A table and its columns in the order declared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    pub columns: Vec<(String, Column)>,
    /// Why no dataset shows it, although columns of it are public.
    pub unpublished: Option<String>,
}

/// A field whose values are keys of another dataset, or of the same.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    pub fields: Vec<String>,
    pub dataset: String,
    pub on: Vec<String>,
}

/// Why a declaration cannot be used. Found when the program starts, and by tests.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DeclaredError {
    #[error("{context}/publish.toml: {reason}")]
    Syntax { context: &'static str, reason: String },
    #[error("{context}/publish.toml: dataset {dataset}: {what} is not a public column of {table}")]
    Column { context: &'static str, dataset: String, table: String, what: String },
    #[error("{context}/publish.toml: dataset {dataset}: no table {table} is declared")]
    Table { context: &'static str, dataset: String, table: String },
    #[error("{context}/publish.toml: {dataset} is declared twice")]
    Twice { context: &'static str, dataset: String },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DatasetEntry {
    name: String,
    table: String,
    key: Vec<String>,
    #[serde(default)]
    references: Vec<Reference>,
}

/// The two tables of the file that are not of the database.
const DATASET: &str = "dataset";
const UNPUBLISHED: &str = "unpublished";

/// What every column of a room's tables is.
pub fn tables(publication: &Publication) -> Result<Vec<Table>, DeclaredError> {
    let file = parse(publication)?;
    let reasons: BTreeMap<String, String> = match file.get(UNPUBLISHED) {
        Some(table) => of_value(publication, table)?,
        None => BTreeMap::new(),
    };
    let declared = file.iter().filter(|(name, _)| *name != DATASET && *name != UNPUBLISHED);
    declared
        .map(|(name, columns)| {
            let columns = columns.as_table().ok_or_else(|| syntax(publication, "a table is expected"))?;
            let columns = columns.iter().map(|(column, value)| {
                let column_value = of_value(publication, value);
                column_value.map(|value| (column.clone(), value))
            });
            Ok(Table {
                name: name.clone(),
                columns: columns.collect::<Result<_, _>>()?,
                unpublished: reasons.get(name).cloned(),
            })
        })
        .collect()
}

/// The datasets that a room publishes, in the order declared.
pub fn datasets(publication: &Publication) -> Result<Vec<Dataset>, DeclaredError> {
    let tables = tables(publication)?;
    let entries: Vec<DatasetEntry> = match parse(publication)?.get(DATASET) {
        Some(entries) => of_value(publication, entries)?,
        None => Vec::new(),
    };
    let mut datasets: Vec<Dataset> = Vec::new();
    for entry in entries {
        let dataset = dataset(publication.context, &tables, entry)?;
        if datasets.iter().any(|other| other.name == dataset.name || other.table == dataset.table) {
            return Err(DeclaredError::Twice { context: publication.context, dataset: dataset.name });
        }
        datasets.push(dataset);
    }
    Ok(datasets)
}

fn dataset(context: &'static str, tables: &[Table], entry: DatasetEntry) -> Result<Dataset, DeclaredError> {
    let DatasetEntry { name, table, key, references } = entry;
    let found = tables.iter().find(|declared| declared.name == table);
    let Some(declared) = found else { return Err(DeclaredError::Table { context, dataset: name, table }) };
    let public = |(_, column): &&(String, Column)| column.publish == Publish::Public;
    let fields: Vec<Field> = declared
        .columns
        .iter()
        .filter(public)
        .filter(|(name, _)| name != "rec_to")
        .map(|(name, column)| field(name, column))
        .collect();
    let position = |what: &String| {
        let at = fields.iter().position(|field| field.column == *what || field.name == *what);
        at.ok_or_else(|| DeclaredError::Column {
            context,
            dataset: name.clone(),
            table: table.clone(),
            what: what.clone(),
        })
    };
    let key = key.iter().map(position).collect::<Result<_, _>>()?;
    for reference in &references {
        reference.fields.iter().try_for_each(|what| position(what).map(|_| ()))?;
    }
    let versioned = declared.columns.iter().any(|(name, _)| name == "rec_to");
    Ok(Dataset { name, context, table, key, fields, references, versioned })
}

fn field(column: &str, declared: &Column) -> Field {
    let name = match column {
        "rec_from" => "recorded_in",
        other => other.trim_end_matches("_centimos").trim_end_matches("_millionths"),
    };
    Field {
        name: name.to_owned(),
        column: column.to_owned(),
        kind: declared.kind,
        optional: declared.optional,
        values: declared.values.clone(),
        fiscal: declared.fiscal.clone(),
        example: declared.example.clone(),
    }
}

fn parse(publication: &Publication) -> Result<toml::Table, DeclaredError> {
    publication.toml.parse().map_err(|error: toml::de::Error| syntax(publication, &error.to_string()))
}

fn of_value<T: serde::de::DeserializeOwned>(
    publication: &Publication,
    value: &toml::Value,
) -> Result<T, DeclaredError> {
    value.clone().try_into().map_err(|error: toml::de::Error| syntax(publication, &error.to_string()))
}

fn syntax(publication: &Publication, reason: &str) -> DeclaredError {
    DeclaredError::Syntax { context: publication.context, reason: reason.to_owned() }
}

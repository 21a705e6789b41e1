//! Rows of `territories.csv`, `entities.csv` and `executing_units.csv`.
use base::{RowError, RowErrors, Validity};
use jiff::civil::Date;
use sheets::{Book, Column, Columns, Record};

use crate::domain::{Entity, Territory, Unit};

const TERRITORY: [Column; 11] = [
    Column::required("code", &["ubigeo", "código"]),
    Column::required("kind", &["tipo"]),
    Column::required("name", &["nombre"]),
    Column::required("parent", &["superior"]),
    Column::required("valid_from", &["vigente desde"]),
    Column::required("valid_to", &["vigente hasta"]),
    Column::optional("capital", &["capital"]),
    Column::optional("population", &["población"]),
    Column::optional("lat", &["latitud"]),
    Column::optional("lon", &["longitud"]),
    Column::required("source", &["fuente"]),
];

pub const ENTITY: [Column; 11] = [
    Column::required("code", &["código"]),
    Column::required("kind", &["tipo"]),
    Column::required("name", &["nombre"]),
    Column::required("level", &["nivel"]),
    Column::required("sector", &[]),
    Column::required("pliego", &[]),
    Column::required("territory", &["territorio", "ubigeo"]),
    Column::required("parent", &["superior"]),
    Column::required("valid_from", &["vigente desde"]),
    Column::required("valid_to", &["vigente hasta"]),
    Column::required("source", &["fuente"]),
];

pub const UNIT: [Column; 8] = [
    Column::required("sec_ejec", &[]),
    Column::required("name", &["nombre"]),
    Column::required("entity", &["entidad"]),
    Column::required("ejecutora", &[]),
    Column::required("territory", &["territorio", "ubigeo"]),
    Column::required("valid_from", &["vigente desde"]),
    Column::required("valid_to", &["vigente hasta"]),
    Column::required("source", &["fuente"]),
];

/// Items with the file and line of each, and the refused rows.
pub(super) type Read<T> = (Vec<(Place, T)>, RowErrors);

/// Where an item was read, for what only the whole register can tell.
#[derive(Clone, Debug)]
pub struct Place {
    file: String,
    line: u64,
}

impl Place {
    pub(super) fn error(&self, column: &str, value: &str, reason: String) -> RowError {
        RowError {
            file: self.file.clone(),
            line: self.line,
            column: column.into(),
            value: value.into(),
            reason,
        }
    }
}

pub fn read_territories(book: &Book) -> Result<(Vec<(Place, Territory)>, RowErrors), sheets::Error> {
    read(book, &TERRITORY, territory)
}

pub fn read_entities(book: &Book) -> Result<(Vec<(Place, Entity)>, RowErrors), sheets::Error> {
    read(book, &ENTITY, entity)
}

pub fn read_units(book: &Book) -> Result<(Vec<(Place, Unit)>, RowErrors), sheets::Error> {
    read(book, &UNIT, unit)
}

fn read<T>(
    book: &Book,
    columns: &[Column],
    one: impl Fn(&Record) -> Result<T, RowError>,
) -> Result<Read<T>, sheets::Error> {
    let (mut items, mut refused) = (Vec::new(), RowErrors::default());
    for sheet in book.sheets() {
        for record in sheet.records(&Columns::exactly(columns))? {
            match record.and_then(|record| Ok((place(&record), one(&record)?))) {
                Ok(item) => items.push(item),
                Err(error) => refused.push(error),
            }
        }
    }
    Ok((items, refused))
}

fn place(record: &Record) -> Place {
    Place { file: record.file().to_owned(), line: record.line() }
}

fn validity(record: &Record) -> Result<Validity, RowError> {
    let from: Date = record.parse("valid_from")?;
    let to: Option<Date> = record.parse_opt("valid_to")?;
    Validity::new(from, to).map_err(|error| record.error("valid_to", error.to_string()))
}

fn owned(record: &Record, field: &str) -> Option<String> {
    record.opt(field).map(str::to_owned)
}

fn territory(record: &Record) -> Result<Territory, RowError> {
    let item = Territory {
        code: record.parse("code")?,
        kind: record.parse("kind")?,
        name: record.required("name")?.to_owned(),
        parent: record.parse_opt("parent")?,
        validity: validity(record)?,
        capital: owned(record, "capital"),
        population: record.parse_opt("population")?,
        latitude: owned(record, "lat"),
        longitude: owned(record, "lon"),
        source: record.required("source")?.to_owned(),
    };
    match (item.kind.parent(), &item.parent) {
        (Some(kind), None) => {
            Err(record.error("parent", format!("a {} hangs from a {}", item.kind.as_str(), kind.as_str())))
        }
        (None, Some(_)) => Err(record.error("parent", "a country hangs from nothing")),
        _ => Ok(item),
    }
}

fn entity(record: &Record) -> Result<Entity, RowError> {
    let level = match record.text("level") {
        "" | "-" => None,
        _ => Some(record.parse("level")?),
    };
    Ok(Entity {
        code: record.parse("code")?,
        kind: record.required("kind")?.to_owned(),
        name: record.required("name")?.to_owned(),
        level,
        sector: owned(record, "sector"),
        pliego: owned(record, "pliego"),
        territory: record.parse("territory")?,
        parent: record.parse_opt("parent")?,
        validity: validity(record)?,
        source: record.required("source")?.to_owned(),
    })
}

fn unit(record: &Record) -> Result<Unit, RowError> {
    Ok(Unit {
        sec_ejec: record.required("sec_ejec")?.to_owned(),
        name: record.required("name")?.to_owned(),
        entity: record.parse("entity")?,
        ejecutora: owned(record, "ejecutora"),
        territory: record.parse("territory")?,
        validity: validity(record)?,
        source: record.required("source")?.to_owned(),
    })
}

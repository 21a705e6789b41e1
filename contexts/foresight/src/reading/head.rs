//! What a study says of itself, as the one row of a sheet of its own.
use base::{
    RowError, RowErrors,
    codes::{EntityCode, PlanCode},
};
use sheets::{Book, Column, Columns, Record};

use crate::domain::Study;

/// Why files bring no study.
#[derive(Debug, thiserror::Error)]
pub enum NoHead {
    #[error("the files bring no table called study with one row")]
    Absent,
    #[error(transparent)]
    Rows(#[from] RowErrors),
    #[error(transparent)]
    Sheet(#[from] sheets::Error),
}

const COLUMNS: [Column; 8] = [
    Column::required("code", &["codigo"]),
    Column::required("entity", &["entidad"]),
    Column::optional("plan", &[]),
    Column::required("title", &["titulo"]),
    Column::optional("title_en", &["titulo_en"]),
    Column::required("horizons", &["horizontes"]),
    Column::required("scale_max", &["escala"]),
    Column::optional("sample", &["muestra"]),
];

pub(super) fn is_head(name: &str) -> bool {
    name == "study" || name == "estudio"
}

/// The study that the files bring.
///
/// # Errors
/// No such table, or one that has no single good row.
pub fn study(book: &Book) -> Result<Study, NoHead> {
    let sheet =
        book.sheets().iter().find(|sheet| is_head(&base::text::fold(sheet.name()))).ok_or(NoHead::Absent)?;
    let mut records = sheet.records(&Columns::exactly(&COLUMNS))?;
    let (Some(row), None) = (records.next(), records.next()) else { return Err(NoHead::Absent) };
    row.and_then(|record| of(&record)).map_err(|error| RowErrors(vec![error]).into())
}

fn of(record: &Record) -> Result<Study, RowError> {
    let years = Study::horizons_of(record.required("horizons")?);
    let is_yes = |text: &str| ["yes", "si", "1"].contains(&base::text::fold(text).as_str());
    Ok(Study {
        code: record.required("code")?.to_owned(),
        entity: record.parse::<EntityCode>("entity")?,
        plan: record.parse_opt::<PlanCode>("plan")?,
        title: record.required("title")?.to_owned(),
        title_en: record.opt("title_en").map(str::to_owned),
        horizons: years.map_err(|fault| record.error("horizons", fault.to_string()))?,
        scale_max: record.parse("scale_max")?,
        is_sample: is_yes(record.text("sample")),
    })
}

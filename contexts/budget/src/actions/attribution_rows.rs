//! `attributions.csv`, row by row, in English or Spanish headers.
use base::{RowError, RowErrors};
use planning::domain::reference::ElementRef;
use sheets::{Column, Columns, Record, Sheet};

use crate::domain::{
    Dimension,
    attribution::{Attribution, FiscalYears, KEY_COLUMNS, Pattern},
};

/// Columns of `attributions.csv`: also its template. Key columns: a code, a prefix with `*`, or empty for any.
pub const ATTRIBUTIONS: [Column; 22] = [
    Column::required("element", &["elemento"]),
    Column::required("year_from", &["anio_desde", "año_desde"]),
    Column::required("year_to", &["anio_hasta", "año_hasta"]),
    Column::optional("entity", &["entidad"]),
    Column::optional("level", &["nivel", "nivel_gobierno"]),
    Column::optional("sector", &[]),
    Column::optional("pliego", &[]),
    Column::optional("sec_ejec", &[]),
    Column::optional("programme", &["programa", "programa_ppto"]),
    Column::optional("product", &["producto", "producto_proyecto"]),
    Column::optional("activity", &["actividad", "actividad_accion_obra"]),
    Column::optional("function", &["funcion"]),
    Column::optional("division", &["division_funcional"]),
    Column::optional("group", &["grupo", "grupo_funcional"]),
    Column::optional("goal", &["meta"]),
    Column::optional("source", &["fuente", "fuente_financiamiento"]),
    Column::optional("rubro", &[]),
    Column::optional("meta_department", &["departamento_meta"]),
    Column::required("share_percent", &["porcentaje"]),
    Column::required("basis", &["base", "sustento"]),
    Column::required("claimed_by", &["declarado_por"]),
    Column::optional("rationale", &["razon", "justificacion"]),
];

/// A claim and where it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimRow {
    pub file: String,
    pub line: u64,
    pub claim: Attribution,
}

impl ClaimRow {
    pub(super) fn error(&self, column: &str, value: &str, reason: impl Into<String>) -> RowError {
        RowError {
            file: self.file.clone(),
            line: self.line,
            column: column.to_owned(),
            value: value.chars().take(120).collect(),
            reason: reason.into(),
        }
    }
}

/// Every readable row, and every refused one.
pub fn read_claims(sheets: &[Sheet]) -> Result<(Vec<ClaimRow>, RowErrors), sheets::Error> {
    let (mut rows, mut refused) = (Vec::new(), RowErrors::default());
    let columns = Columns::exactly(&ATTRIBUTIONS);
    for sheet in sheets {
        for record in sheet.records(&columns)? {
            match record.and_then(|record| row(&record)) {
                Ok(row) => rows.push(row),
                Err(error) => refused.push(error),
            }
        }
    }
    Ok((rows, refused))
}

fn row(record: &Record) -> Result<ClaimRow, RowError> {
    let element: ElementRef = record.parse("element")?;
    let years = FiscalYears::new(record.parse("year_from")?, record.parse("year_to")?)
        .map_err(|e| record.error("year_from", e.to_string()))?;
    let conditions = KEY_COLUMNS.into_iter().map(|column: Dimension| (column, record.text(column.code())));
    let pattern = Pattern::parse(conditions).map_err(|e| record.error("", e.to_string()))?;
    let claim = Attribution {
        element,
        years,
        pattern,
        share: record.parse("share_percent")?,
        basis: record.parse("basis")?,
        claimed_by: record.required("claimed_by")?.to_owned(),
        rationale: record.text("rationale").to_owned(),
    };
    Ok(ClaimRow { file: record.file().to_owned(), line: record.line(), claim })
}

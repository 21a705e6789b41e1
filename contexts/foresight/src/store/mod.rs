//! SQL to and from domain types.
pub(crate) mod office;
pub mod origin;
pub(crate) mod proposals;
pub(crate) mod published;

use db::{Error, Row, RowExt, Value};
use jiff::Timestamp;

use crate::domain::Study;

fn instant(at: Timestamp) -> String {
    format!("{at:.6}")
}

fn corrupt(column: &str, value: String, expected: &'static str) -> Error {
    Error::Corrupt { column: column.to_owned(), value, expected }
}

/// The columns of a study but its code, in the tables of both rooms.
fn study_values(study: &Study) -> Vec<Value> {
    vec![
        study.entity.as_str().into(),
        Value::from(study.plan.as_ref().map(|plan| plan.as_str().to_owned())),
        study.title.as_str().into(),
        Value::from(study.title_en.clone()),
        study.horizons_text().into(),
        study.scale_max.into(),
        study.is_sample.into(),
    ]
}

fn study(row: &Row, code: &str) -> Result<Study, Error> {
    let written = row.text("horizons")?;
    let horizons = Study::horizons_of(&written).map_err(|_| corrupt("horizons", written, "years"))?;
    Ok(Study {
        code: row.text(code)?,
        entity: row.parsed("entity")?,
        plan: row.opt_parsed("plan")?,
        title: row.text("title")?,
        title_en: row.opt_text("title_en")?,
        horizons,
        scale_max: row.int("scale_max")?,
        is_sample: row.flag("sample")?,
    })
}

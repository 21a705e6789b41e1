use std::collections::BTreeMap;

use base::Known;
use db::{Conn, Files};

use crate::domain::{Outline, OutlineError, TerritoryKind};

/// Outlines of a level by code, and where they come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outlines {
    pub by_code: BTreeMap<String, Outline>,
    /// Year, source and licence as the pack says them; empty where it has none.
    pub vintage: String,
    pub source: String,
    pub licence: String,
}

#[derive(Debug, thiserror::Error)]
pub enum OutlinesError {
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error("{path}: {source}")]
    Table { path: String, source: csv::Error },
    #[error("{path}: {code}: {source}")]
    Outline { path: String, code: String, source: OutlineError },
}

/// Of every place of a kind; districts are drawn within one department. Empty where the pack has none.
pub async fn outlines(
    conn: &mut Conn,
    files: &Files,
    known: Known,
    kind: TerritoryKind,
    department: &str,
) -> Result<Outlines, OutlinesError> {
    let path = match kind {
        TerritoryKind::Department => "territory/outlines/departments.csv",
        TerritoryKind::Province => "territory/outlines/provinces.csv",
        TerritoryKind::District => "territory/outlines/districts.csv",
        TerritoryKind::Country | TerritoryKind::Ambit => return Ok(Outlines::default()),
    };
    let about = "territory/outlines/about.csv";
    let [text, told] = pack::texts_known(conn, files, known, [path, about]).await?;
    let Some(text) = text else { return Ok(Outlines::default()) };
    let mut found = Outlines { by_code: parsed(path, &text, department)?, ..Outlines::default() };
    if let Some(text) = told {
        for row in csv::Reader::from_reader(text.as_bytes()).deserialize() {
            let row: Result<(String, String, String), csv::Error> = row;
            let table = |source| OutlinesError::Table { path: about.to_owned(), source };
            (found.vintage, found.source, found.licence) = row.map_err(table)?;
        }
    }
    Ok(found)
}

/// Only of codes that continue `within`: the others are not even read.
fn parsed(path: &str, text: &str, within: &str) -> Result<BTreeMap<String, Outline>, OutlinesError> {
    let mut by_code = BTreeMap::new();
    for row in csv::Reader::from_reader(text.as_bytes()).deserialize() {
        let row: Result<(String, String), csv::Error> = row;
        let (code, rings) = row.map_err(|source| OutlinesError::Table { path: path.to_owned(), source })?;
        if !code.starts_with(within) {
            continue;
        }
        let outline = rings.parse().map_err(|source| {
            let (path, code) = (path.to_owned(), code.clone());
            OutlinesError::Outline { path, code, source }
        })?;
        by_code.insert(code, outline);
    }
    Ok(by_code)
}

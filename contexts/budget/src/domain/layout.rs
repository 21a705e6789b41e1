//! The shape of a source's file, as data: `budget/layouts/*.toml` of the country pack.
use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Dimension, Measure};

/// Why a layout file is not usable.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LayoutError {
    #[error("{path}: {reason}")]
    Toml { path: String, reason: String },
    #[error("{path}, column {header}: {reason}")]
    Column { path: String, header: String, reason: String },
    #[error("{path}: {reason}")]
    Whole { path: String, reason: String },
}

/// One layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    pub code: String,
    pub title: String,
    pub publisher: String,
    /// Where two layouts tell of the same unit and year up to the same month, the lower number answers.
    pub precedence: i64,
    /// Level of government by sector code, for layouts without a column for it; `*` is every other sector.
    pub level_by_sector: BTreeMap<String, String>,
    pub columns: Vec<Column>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub header: String,
    /// Other spellings that sources have used for it.
    pub aliases: Vec<String>,
    pub role: Role,
    /// Codes that this layout writes as words: `PROYECTO` is 2.
    pub values: BTreeMap<String, String>,
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    Code(Dimension),
    /// `09.ECONOMIA Y FINANZAS`: code and name in one.
    CodeAndName(Dimension),
    Name(Dimension),
    Amount(Measure, Month),
    /// The sum of a measure over the months of the row: compared, not stored.
    Check(Measure),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Month {
    /// The month of the row's own month column.
    OfRow,
    /// A month (1 to 12), or 0 for what is given for the whole year.
    Fixed(u8),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LayoutFile {
    code: String,
    title: String,
    publisher: String,
    precedence: i64,
    #[serde(default)]
    level_by_sector: BTreeMap<String, String>,
    columns: Vec<ColumnFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ColumnFile {
    header: String,
    #[serde(default)]
    aliases: Vec<String>,
    code: Option<Dimension>,
    code_and_name: Option<Dimension>,
    name: Option<Dimension>,
    amount: Option<Measure>,
    check: Option<Measure>,
    month: Option<u8>,
    #[serde(default)]
    values: BTreeMap<String, String>,
}

impl Layout {
    pub fn parse(path: &str, text: &str) -> Result<Self, LayoutError> {
        let file: LayoutFile = toml::from_str(text)
            .map_err(|e| LayoutError::Toml { path: path.to_owned(), reason: e.to_string() })?;
        let columns = file.columns.into_iter().map(|column| column_of(path, column));
        let layout = Self {
            code: file.code,
            title: file.title,
            publisher: file.publisher,
            precedence: file.precedence,
            level_by_sector: file.level_by_sector,
            columns: columns.collect::<Result<_, _>>()?,
        };
        layout.validate().map_err(|reason| LayoutError::Whole { path: path.to_owned(), reason })?;
        Ok(layout)
    }

    fn validate(&self) -> Result<(), String> {
        let holds = |wanted: Dimension| self.codes().any(|d| d == wanted);
        for needed in [Dimension::Year, Dimension::Sector, Dimension::Pliego, Dimension::SecEjec] {
            if !holds(needed) {
                return Err(format!("no column holds the code of {needed}"));
            }
        }
        if !holds(Dimension::Level) && !self.level_by_sector.contains_key("*") {
            return Err("no column holds the level, and level_by_sector has no \"*\"".to_owned());
        }
        let of_row = |c: &Column| matches!(c.role, Role::Amount(_, Month::OfRow));
        if self.columns.iter().any(of_row) && !holds(Dimension::Month) {
            return Err("amounts without a month need a column for the month".to_owned());
        }
        let mut headers: Vec<String> = self.columns.iter().flat_map(Column::spellings).collect();
        headers.sort();
        match headers.windows(2).find(|pair| pair.first() == pair.last()) {
            Some(pair) => Err(format!("two columns are called {:?}", pair.first())),
            None => Ok(()),
        }
    }

    fn codes(&self) -> impl Iterator<Item = Dimension> {
        self.columns.iter().filter_map(|column| match column.role {
            Role::Code(d) | Role::CodeAndName(d) => Some(d),
            _ => None,
        })
    }

    /// The measures that the layout reports: the others are absent, not zero.
    pub fn measures(&self) -> [bool; Measure::COUNT] {
        let mut reported = [false; Measure::COUNT];
        for column in &self.columns {
            if let Role::Amount(measure, _) = column.role
                && let Some(slot) = reported.get_mut(measure.index())
            {
                *slot = true;
            }
        }
        reported
    }
}

impl Column {
    /// The header and its aliases, folded for comparison.
    pub fn spellings(&self) -> impl Iterator<Item = String> {
        std::iter::once(&self.header).chain(&self.aliases).map(|text| fold_header(text))
    }
}

/// Headers are compared without case, accents, byte-order mark or stray blanks.
pub fn fold_header(text: &str) -> String {
    base::text::fold(text.trim_start_matches('\u{feff}')).replace(' ', "_")
}

fn column_of(path: &str, column: ColumnFile) -> Result<Column, LayoutError> {
    let wrong = |reason: &str| LayoutError::Column {
        path: path.to_owned(),
        header: column.header.clone(),
        reason: reason.to_owned(),
    };
    let month = match column.month {
        None => Month::OfRow,
        Some(month) if month <= 12 => Month::Fixed(month),
        Some(_) => return Err(wrong("month is from 0 to 12")),
    };
    let roles = [
        column.code.map(Role::Code),
        column.code_and_name.map(Role::CodeAndName),
        column.name.map(Role::Name),
        column.amount.map(|measure| Role::Amount(measure, month)),
        column.check.map(Role::Check),
    ];
    let mut roles = roles.into_iter().flatten();
    match (roles.next(), roles.next()) {
        (Some(role), None) => {
            Ok(Column { header: column.header, aliases: column.aliases, role, values: column.values })
        }
        _ => Err(wrong("has exactly one of code, code_and_name, name, amount, check")),
    }
}

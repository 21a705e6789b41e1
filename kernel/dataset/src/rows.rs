//! Rows of any dataset or computed answer, and the formats in which they leave.
use std::io;

use rust_decimal::Decimal;
use serde_json::{Map, Value as Json};

use crate::Field;

/// One value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    Absent,
    /// Texts, dates and instants.
    Text(String),
    Integer(i64),
    Flag(bool),
    Decimal(Decimal),
}

impl Cell {
    /// As JSON. Decimals are texts, so that no reader makes floats of them.
    pub fn to_json(&self) -> Json {
        match self {
            Self::Absent => Json::Null,
            Self::Text(text) => Json::from(text.as_str()),
            Self::Integer(number) => Json::from(*number),
            Self::Flag(flag) => Json::from(*flag),
            Self::Decimal(decimal) => Json::from(decimal.to_string()),
        }
    }

    /// As a cell of a CSV; absent is empty.
    pub fn to_text(&self) -> String {
        match self {
            Self::Absent => String::new(),
            Self::Text(text) => text.clone(),
            Self::Integer(number) => number.to_string(),
            Self::Flag(flag) => flag.to_string(),
            Self::Decimal(decimal) => decimal.to_string(),
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<bool> for Cell {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<Decimal> for Cell {
    fn from(decimal: Decimal) -> Self {
        Self::Decimal(decimal)
    }
}

impl From<base::Money> for Cell {
    fn from(money: base::Money) -> Self {
        Self::Decimal(Decimal::new(money.as_centimos(), 2))
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, Into::into)
    }
}

/// A table of typed cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    pub fields: Vec<Field>,
    pub rows: Vec<Vec<Cell>>,
}

impl Rows {
    /// A list of objects.
    pub fn to_json(&self) -> Json {
        let object = |row: &Vec<Cell>| {
            let pairs = self.fields.iter().zip(row);
            Json::Object(pairs.map(|(f, cell)| (f.name.clone(), cell.to_json())).collect::<Map<_, _>>())
        };
        Json::Array(self.rows.iter().map(object).collect())
    }

    /// UTF-8, commas, LF, a header; for programs, so without byte order mark. The same rows are the same bytes.
    pub fn to_csv(&self) -> io::Result<Vec<u8>> {
        let mut out = Vec::new();
        let mut writer = csv_writer(&mut out, &self.fields)?;
        writer.write(&self.rows)?;
        writer.finish()?;
        Ok(out)
    }
}

/// Writes the rows of one table in one format, in as many parts as come.
pub trait RowsWriter: Send {
    fn write(&mut self, rows: &[Vec<Cell>]) -> io::Result<()>;
    fn finish(self: Box<Self>) -> io::Result<()>;
}

/// What encodes rows in a columnar format, which is linked under `app/` alone: the binary hands one in.
pub trait RowsEncoder: Send + Sync {
    /// A writer of one Parquet file. Money and shares are decimals; other numbers of any scale are doubles.
    fn parquet<'w>(
        &self,
        fields: &[Field],
        out: Box<dyn io::Write + Send + 'w>,
    ) -> io::Result<Box<dyn RowsWriter + 'w>>;
}

struct Csv<W: io::Write>(csv::Writer<W>);

/// A writer of CSV: see [`Rows::to_csv`].
pub fn csv_writer<'w>(
    out: impl io::Write + Send + 'w,
    fields: &[Field],
) -> io::Result<Box<dyn RowsWriter + 'w>> {
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(fields.iter().map(|field| field.name.as_str()))?;
    Ok(Box::new(Csv(writer)))
}

impl<W: io::Write + Send> RowsWriter for Csv<W> {
    fn write(&mut self, rows: &[Vec<Cell>]) -> io::Result<()> {
        Ok(rows.iter().try_for_each(|row| self.0.write_record(row.iter().map(Cell::to_text)))?)
    }

    fn finish(mut self: Box<Self>) -> io::Result<()> {
        self.0.flush()
    }
}

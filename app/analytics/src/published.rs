//! Rows of datasets as Parquet, for those who take data away.
use std::{io, sync::Arc};

use arrow::{
    array::{ArrayRef, BooleanArray, Decimal128Array, Int64Array, RecordBatch, StringArray},
    compute::cast,
    datatypes::{DataType, Field as Column, Schema},
    error::ArrowError,
};
use dataset::{Cell, Field, Kind, RowsEncoder, RowsWriter};
use parquet::{
    arrow::ArrowWriter,
    basic::{Compression, ZstdLevel},
    errors::ParquetError,
    file::properties::WriterProperties,
};

/// Digits of a decimal: more than any amount of a state has.
const PRECISION: u8 = 38;

/// Writes Parquet. Money and shares are decimals, numbers of any scale doubles, dates dates.
#[derive(Clone, Copy, Debug, Default)]
pub struct Published;

impl RowsEncoder for Published {
    fn parquet<'w>(
        &self,
        fields: &[Field],
        out: Box<dyn io::Write + Send + 'w>,
    ) -> io::Result<Box<dyn RowsWriter + 'w>> {
        let column = |field: &Field| Column::new(&field.name, type_of(field.kind), field.optional);
        let schema = Arc::new(Schema::new(fields.iter().map(column).collect::<Vec<_>>()));
        let level = ZstdLevel::try_new(3).map_err(failed)?;
        // The same rows are the same bytes, whichever version of the program wrote them.
        let properties = WriterProperties::builder()
            .set_compression(Compression::ZSTD(level))
            .set_created_by("quipu".to_owned())
            .build();
        let writer = ArrowWriter::try_new(out, schema.clone(), Some(properties)).map_err(failed)?;
        Ok(Box::new(File { writer, schema, kinds: fields.iter().map(|field| field.kind).collect() }))
    }
}

struct File<W: io::Write + Send> {
    writer: ArrowWriter<W>,
    schema: Arc<Schema>,
    kinds: Vec<Kind>,
}

impl<W: io::Write + Send> RowsWriter for File<W> {
    fn write(&mut self, rows: &[Vec<Cell>]) -> io::Result<()> {
        let columns = self.kinds.iter().enumerate().map(|(at, kind)| column(rows, at, *kind));
        let columns: Vec<ArrayRef> = columns.collect::<Result<_, _>>().map_err(arrow)?;
        let batch = RecordBatch::try_new(self.schema.clone(), columns).map_err(arrow)?;
        self.writer.write(&batch).map_err(failed)
    }

    fn finish(self: Box<Self>) -> io::Result<()> {
        self.writer.close().map(|_| ()).map_err(failed)
    }
}

fn type_of(kind: Kind) -> DataType {
    match kind {
        Kind::Text | Kind::Instant => DataType::Utf8,
        Kind::Integer | Kind::Year => DataType::Int64,
        Kind::Flag => DataType::Boolean,
        Kind::Decimal => DataType::Float64,
        Kind::Money | Kind::Share => DataType::Decimal128(PRECISION, scale(kind)),
        Kind::Date => DataType::Date32,
    }
}

fn scale(kind: Kind) -> i8 {
    kind.scale().and_then(|scale| i8::try_from(scale).ok()).unwrap_or_default()
}

fn column(rows: &[Vec<Cell>], at: usize, kind: Kind) -> Result<ArrayRef, ArrowError> {
    let cells = rows.iter().map(|row| row.get(at).unwrap_or(&Cell::Absent));
    let texts = || -> StringArray {
        cells.clone().map(|cell| (*cell != Cell::Absent).then(|| cell.to_text())).collect()
    };
    Ok(match kind {
        Kind::Text | Kind::Instant => Arc::new(texts()),
        Kind::Date => cast(&texts(), &DataType::Date32)?,
        Kind::Decimal => cast(&texts(), &DataType::Float64)?,
        Kind::Integer | Kind::Year => {
            Arc::new(cells.map(integer).collect::<Result<Int64Array, ArrowError>>()?)
        }
        Kind::Flag => Arc::new(cells.map(flag).collect::<Result<BooleanArray, ArrowError>>()?),
        Kind::Money | Kind::Share => {
            let scaled = cells.map(|cell| scaled(cell, scale(kind)));
            let scaled = scaled.collect::<Result<Decimal128Array, ArrowError>>()?;
            Arc::new(scaled.with_precision_and_scale(PRECISION, scale(kind))?)
        }
    })
}

fn integer(cell: &Cell) -> Result<Option<i64>, ArrowError> {
    match cell {
        Cell::Absent => Ok(None),
        Cell::Integer(number) => Ok(Some(*number)),
        _ => Err(unlike(cell)),
    }
}

fn flag(cell: &Cell) -> Result<Option<bool>, ArrowError> {
    match cell {
        Cell::Absent => Ok(None),
        Cell::Flag(flag) => Ok(Some(*flag)),
        _ => Err(unlike(cell)),
    }
}

fn scaled(cell: &Cell, scale: i8) -> Result<Option<i128>, ArrowError> {
    let mut decimal = match cell {
        Cell::Absent => return Ok(None),
        Cell::Decimal(decimal) => *decimal,
        _ => return Err(unlike(cell)),
    };
    decimal.rescale(u32::try_from(scale).unwrap_or_default());
    Ok(Some(decimal.mantissa()))
}

/// A cell that is not what its field declares would be lost in silence.
fn unlike(cell: &Cell) -> ArrowError {
    ArrowError::InvalidArgumentError(format!("{cell:?} is not of the type of its field"))
}

#[allow(clippy::needless_pass_by_value)] // for map_err
fn failed(error: ParquetError) -> io::Error {
    io::Error::other(error.to_string())
}

#[allow(clippy::needless_pass_by_value)] // for map_err
fn arrow(error: ArrowError) -> io::Error {
    io::Error::other(error.to_string())
}

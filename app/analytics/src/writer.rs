use std::{fs::File, path::Path, sync::Arc};

use arrow::array::{ArrayRef, Int64Builder, RecordBatch, StringBuilder};
use budget::{
    columnar::{ColumnarError, RowWriter},
    domain::{BudgetRow, Dimension, Measure},
};
use parquet::{
    arrow::ArrowWriter,
    basic::{Compression, ZstdLevel},
    errors::ParquetError,
    file::properties::{EnabledStatistics, WriterProperties},
};

use crate::schema::SCHEMA;

/// Rows held in memory before they become a batch of the file.
const BATCH_ROWS: usize = 8 * 1024;
/// Rows of a row group: small enough that statistics skip most of a file, large enough to compress.
const GROUP_ROWS: usize = 128 * 1024;

/// Writes budget rows as they come, one stored row per month, in bounded memory.
pub(crate) struct ParquetWriter {
    path: String,
    writer: ArrowWriter<File>,
    reported: [bool; Measure::COUNT],
    codes: Vec<StringBuilder>,
    amounts: Vec<Int64Builder>,
    held: usize,
}

impl ParquetWriter {
    /// Overwrites `path`, which is a draft of the file store.
    pub(crate) fn create(path: &Path, reported: [bool; Measure::COUNT]) -> Result<Self, ColumnarError> {
        let name = path.display().to_string();
        let failed = |reason: String| ColumnarError::File { path: name.clone(), reason };
        let file = File::create(path).map_err(|e| failed(e.to_string()))?;
        let properties = properties().map_err(|e| failed(e.to_string()))?;
        let writer = ArrowWriter::try_new(file, Arc::clone(&SCHEMA), Some(properties));
        Ok(Self {
            writer: writer.map_err(|e| failed(e.to_string()))?,
            path: name,
            reported,
            codes: Dimension::ALL.iter().map(|_| StringBuilder::new()).collect(),
            amounts: Measure::ALL.iter().map(|_| Int64Builder::new()).collect(),
            held: 0,
        })
    }

    fn flush(&mut self) -> Result<(), ColumnarError> {
        let codes = self.codes.iter_mut().map(|column| Arc::new(column.finish()) as ArrayRef);
        let amounts = self.amounts.iter_mut().map(|column| Arc::new(column.finish()) as ArrayRef);
        let columns = codes.chain(amounts).collect();
        let batch = RecordBatch::try_new(Arc::clone(&SCHEMA), columns).map_err(|e| self.failed(e))?;
        self.writer.write(&batch).map_err(|e| self.failed(e))?;
        self.held = 0;
        Ok(())
    }

    fn failed(&self, reason: impl std::fmt::Display) -> ColumnarError {
        ColumnarError::File { path: self.path.clone(), reason: reason.to_string() }
    }
}

fn properties() -> Result<WriterProperties, ParquetError> {
    Ok(WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(3)?))
        .set_max_row_group_row_count(Some(GROUP_ROWS))
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .set_created_by("quipu".to_owned())
        .build())
}

impl RowWriter for ParquetWriter {
    fn write(&mut self, row: &BudgetRow<'_>) -> Result<(), ColumnarError> {
        for (month, amounts) in &row.slices {
            for (column, dimension) in self.codes.iter_mut().zip(Dimension::ALL) {
                if *dimension == Dimension::Month {
                    column.append_value(format!("{month:02}"));
                } else {
                    column.append_value(row.code(*dimension));
                }
            }
            for ((column, amount), reported) in self.amounts.iter_mut().zip(amounts).zip(self.reported) {
                column.append_option(reported.then_some(*amount));
            }
            self.held += 1;
        }
        if self.held >= BATCH_ROWS { self.flush() } else { Ok(()) }
    }

    fn finish(mut self: Box<Self>) -> Result<(), ColumnarError> {
        if self.held > 0 {
            self.flush()?;
        }
        let path = self.path;
        let failed = |e: ParquetError| ColumnarError::File { path, reason: e.to_string() };
        self.writer.close().map(|_| ()).map_err(failed)
    }
}

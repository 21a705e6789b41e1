use std::{
    fs::File,
    path::Path,
    sync::{Arc, mpsc},
    thread::{self, JoinHandle},
};

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
    schema::types::ColumnPath,
};

use crate::schema::SCHEMA;

/// Rows held in memory before they become a batch of the file.
const BATCH_ROWS: usize = 8 * 1024;
/// Batches that may wait to be encoded.
const BATCHES_MAX: usize = 2;
/// Rows of a row group: small enough that statistics skip most of a file, large enough to compress.
const GROUP_ROWS: usize = 128 * 1024;
/// The columns by which sources are sorted or cut: of any other, every row group holds nearly every code, so
/// that its least and greatest would skip nothing and cost two comparisons a value.
const SKIPPED_BY: [Dimension; 7] = [
    Dimension::Year,
    Dimension::Level,
    Dimension::Entity,
    Dimension::Sector,
    Dimension::Pliego,
    Dimension::SecEjec,
    Dimension::Department,
];

/// Writes budget rows as they come, one stored row per month, in bounded memory. A thread of its own encodes
/// and compresses.
pub(crate) struct ParquetWriter {
    path: String,
    /// `None` once the encoder was told that nothing follows.
    batches: Option<mpsc::SyncSender<RecordBatch>>,
    encoder: Option<JoinHandle<Result<(), ParquetError>>>,
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
        let writer = writer.map_err(|e| failed(e.to_string()))?;
        let (batches, waiting) = mpsc::sync_channel(BATCHES_MAX);
        Ok(Self {
            path: name,
            batches: Some(batches),
            encoder: Some(thread::spawn(move || encode(writer, &waiting))),
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
        self.held = 0;
        let sent = self.batches.as_ref().is_some_and(|batches| batches.send(batch).is_ok());
        // The encoder ends early only where it failed, and says why.
        if sent { Ok(()) } else { self.end() }
    }

    /// Waits for the encoder.
    fn end(&mut self) -> Result<(), ColumnarError> {
        self.batches = None;
        let Some(encoder) = self.encoder.take() else { return Err(self.failed("it was ended before")) };
        match encoder.join() {
            Ok(ended) => ended.map_err(|e| self.failed(e)),
            Err(_) => Err(self.failed("the thread that encodes it broke down")),
        }
    }

    fn failed(&self, reason: impl std::fmt::Display) -> ColumnarError {
        ColumnarError::File { path: self.path.clone(), reason: reason.to_string() }
    }
}

fn encode(mut writer: ArrowWriter<File>, batches: &mpsc::Receiver<RecordBatch>) -> Result<(), ParquetError> {
    for batch in batches {
        writer.write(&batch)?;
    }
    writer.close().map(|_| ())
}

fn properties() -> Result<WriterProperties, ParquetError> {
    let builder = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(3)?))
        .set_max_row_group_row_count(Some(GROUP_ROWS))
        .set_statistics_enabled(EnabledStatistics::None)
        .set_created_by("quipu".to_owned());
    let skipped_by = SKIPPED_BY.into_iter().fold(builder, |builder, dimension| {
        let column = ColumnPath::from(dimension.code());
        builder.set_column_statistics_enabled(column, EnabledStatistics::Chunk)
    });
    Ok(skipped_by.build())
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
        self.end()
    }
}

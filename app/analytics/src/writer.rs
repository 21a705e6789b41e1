use std::{
    fs::File,
    path::Path,
    sync::{Arc, mpsc},
    thread::{self, JoinHandle},
};

use arrow::{
    array::{ArrayRef, DictionaryArray, Int64Builder, RecordBatch, StringBuilder, UInt16Array},
    error::ArrowError,
};
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

use crate::schema::{BATCH_SCHEMA, SCHEMA};

/// Rows held in memory before they become a batch of the file: fewer than a number of [`Codes`] can tell.
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
    codes: Vec<Codes>,
    amounts: Vec<Int64Builder>,
    held: usize,
}

/// The codes of one dimension in the batch under way. Neighbouring rows mostly repeat a code, the months of a
/// record always: its text is held once, and stood for by its number.
#[derive(Default)]
struct Codes {
    texts: StringBuilder,
    count: u16,
    last: String,
    numbers: Vec<u16>,
}

impl Codes {
    fn push(&mut self, code: &str, times: usize) {
        if self.count == 0 || self.last != code {
            self.texts.append_value(code);
            self.count = self.count.saturating_add(1);
            self.last.clear();
            self.last.push_str(code);
        }
        self.numbers.extend(std::iter::repeat_n(self.count - 1, times));
    }

    fn finish(&mut self) -> Result<ArrayRef, ArrowError> {
        self.count = 0;
        let numbers = UInt16Array::from(std::mem::take(&mut self.numbers));
        Ok(Arc::new(DictionaryArray::try_new(numbers, Arc::new(self.texts.finish()))?))
    }
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
            codes: Dimension::ALL.iter().map(|_| Codes::default()).collect(),
            amounts: Measure::ALL.iter().map(|_| Int64Builder::new()).collect(),
            held: 0,
        })
    }

    fn flush(&mut self) -> Result<(), ColumnarError> {
        let codes = self.codes.iter_mut().map(Codes::finish);
        let amounts = self.amounts.iter_mut().map(|column| Ok(Arc::new(column.finish()) as ArrayRef));
        let columns: Result<Vec<ArrayRef>, ArrowError> = codes.chain(amounts).collect();
        let batch = columns.and_then(|columns| RecordBatch::try_new(Arc::clone(&BATCH_SCHEMA), columns));
        let batch = batch.map_err(|e| self.failed(e))?;
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

/// Two digits; a month is from 0 to 12.
fn month_code(month: u8) -> &'static str {
    const CODES: [&str; 13] = ["00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];
    CODES.get(usize::from(month)).copied().unwrap_or_default()
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
        for (column, dimension) in self.codes.iter_mut().zip(Dimension::ALL) {
            if *dimension == Dimension::Month {
                row.slices.iter().for_each(|(month, _)| column.push(month_code(*month), 1));
            } else {
                column.push(row.code(*dimension), row.slices.len());
            }
        }
        for (_, amounts) in &row.slices {
            for ((column, amount), reported) in self.amounts.iter_mut().zip(amounts).zip(self.reported) {
                column.append_option(reported.then_some(*amount));
            }
        }
        self.held += row.slices.len();
        if self.held >= BATCH_ROWS { self.flush() } else { Ok(()) }
    }

    fn finish(mut self: Box<Self>) -> Result<(), ColumnarError> {
        if self.held > 0 {
            self.flush()?;
        }
        self.end()
    }
}

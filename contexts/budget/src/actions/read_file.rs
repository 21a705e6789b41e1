//! One pass over a source: every record checked, repaired, counted and written to the columnar draft.
use std::path::Path;

use base::{RowError, RowErrors};
use sheets::Record;

use super::{
    BudgetFile,
    ahead::{BrokeDown, ahead},
};
use crate::{
    catalogue::Catalogue,
    columnar::{Columnar, ColumnarError, RowWriter},
    domain::{BudgetRow, Layout, Measure, Overflow, RowReader, Tally},
    store::source::{SourceError, Table, fields},
};

/// Why a source was not read to its end.
#[derive(Debug, thiserror::Error)]
pub(super) enum ReadError {
    #[error(transparent)]
    Source(#[from] SourceError),
    #[error(transparent)]
    Columnar(#[from] ColumnarError),
    #[error(transparent)]
    Overflow(#[from] Overflow),
    /// The bytes end or break within a record: what follows is unknown.
    #[error("{0}")]
    Broken(RowError),
    #[error(transparent)]
    BrokeDown(#[from] BrokeDown),
}

pub(super) struct Reading<'c> {
    pub layout: &'c Layout,
    pub tally: Tally,
    /// Refused rows in order; at most [`REFUSED_MAX`] are kept.
    pub refused: RowErrors,
    pub refused_rows: u64,
}

/// Reasons kept of a file that is wrong from end to end.
const REFUSED_MAX: usize = 10_000;

/// Bytes of records that one thread hands the other at a time: about a thousand records.
const BATCH_BYTES: usize = 1 << 20;

/// `source` is read, `rows` is written. `file` is the name for messages. `stop_at_first`: without `--partial`
/// nothing is stored, so that writing ends at the first refused row while checking goes on. A thread of its
/// own splits the text into records; all else is done in their order.
pub(super) fn read_file<'c>(
    columnar: &dyn Columnar,
    catalogue: &'c Catalogue,
    source: &Path,
    file: &str,
    rows: &Path,
    input: &BudgetFile,
) -> Result<Reading<'c>, ReadError> {
    let table = Table::open(source, file, &catalogue.layouts, &input.watch)?;
    let layout = table.heading.layout;
    let mut reader = RowReader::new(file, &table.heading, &catalogue.classification, &catalogue.repairs);
    let mut taking = Taking {
        catalogue,
        reported: layout.measures(),
        partial: input.partial,
        writer: columnar.writer(rows, layout.measures())?,
        reading: Reading { layout, tally: Tally::default(), refused: RowErrors::default(), refused_rows: 0 },
    };
    let weigh = |record: &Result<Record, RowError>| record.as_ref().map_or(0, Record::bytes);
    ahead(table.records()?, BATCH_BYTES, weigh, |record| {
        let record = record.map_err(|error| broken(error, file))?;
        let fields = fields(&record, table.heading.width);
        taking.take(reader.read(record.line(), &fields))
    })?;
    taking.reading.tally.close();
    taking.writer.finish()?;
    Ok(taking.reading)
}

fn broken(mut error: RowError, file: &str) -> ReadError {
    file.clone_into(&mut error.file);
    ReadError::Broken(error)
}

/// What is done with each record that was read.
struct Taking<'c> {
    catalogue: &'c Catalogue,
    reported: [bool; Measure::COUNT],
    partial: bool,
    writer: Box<dyn RowWriter>,
    reading: Reading<'c>,
}

impl Taking<'_> {
    fn take(&mut self, read: Result<BudgetRow<'_>, Vec<RowError>>) -> Result<(), ReadError> {
        let reading = &mut self.reading;
        match read {
            Ok(row) => {
                reading.tally.add(&row, &self.catalogue.classification, &self.reported)?;
                if self.partial || reading.refused.is_empty() {
                    self.writer.write(&row)?;
                }
            }
            Err(errors) => {
                reading.refused_rows += 1;
                let room = REFUSED_MAX.saturating_sub(reading.refused.0.len());
                reading.refused.0.extend(errors.into_iter().take(room));
            }
        }
        Ok(())
    }
}

//! One pass over a source: every record checked, repaired, counted and written to the columnar draft.
use std::path::Path;

use base::{RowError, RowErrors};

use super::BudgetFile;
use crate::{
    catalogue::Catalogue,
    columnar::{Columnar, ColumnarError},
    domain::{Layout, Overflow, RowReader, Tally},
    store::source::{SourceError, Table},
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

/// `source` is read, `rows` is written. `file` is the name for messages. `stop_at_first`: without `--partial`
/// nothing is stored, so that writing ends at the first refused row while checking goes on.
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
    let reported = layout.measures();
    let reader = RowReader {
        file,
        heading: &table.heading,
        classification: &catalogue.classification,
        repairs: &catalogue.repairs,
    };
    let mut writer = columnar.writer(rows, reported)?;
    let mut reading =
        Reading { layout, tally: Tally::default(), refused: RowErrors::default(), refused_rows: 0 };
    for record in table.records()? {
        let (line, fields) = match record {
            Ok(record) => record,
            Err(mut error) => {
                file.clone_into(&mut error.file);
                return Err(ReadError::Broken(error));
            }
        };
        match reader.read(line, &fields) {
            Ok(row) => {
                reading.tally.add(&row, &catalogue.classification, &reported)?;
                if input.partial || reading.refused.is_empty() {
                    writer.write(&row)?;
                }
            }
            Err(errors) => {
                reading.refused_rows += 1;
                let room = REFUSED_MAX.saturating_sub(reading.refused.0.len());
                reading.refused.0.extend(errors.into_iter().take(room));
            }
        }
    }
    reading.tally.close();
    writer.finish()?;
    Ok(reading)
}

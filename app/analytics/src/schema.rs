//! The columns of a stored file: the codes of every dimension, then céntimos of every measure.
use std::sync::{Arc, LazyLock};

use arrow::datatypes::{DataType, Field, Schema};
use budget::domain::{Dimension, Measure};

/// Absent amounts are those of measures that the layout does not report.
pub(crate) static SCHEMA: LazyLock<Arc<Schema>> = LazyLock::new(|| schema_of(Dimension::ALL));

/// As [`SCHEMA`], with codes that are numbers of texts: so they are handed to the encoder.
pub(crate) static BATCH_SCHEMA: LazyLock<Arc<Schema>> = LazyLock::new(|| {
    let numbered = DataType::Dictionary(Box::new(DataType::UInt16), Box::new(DataType::Utf8));
    let fields = SCHEMA.fields().iter().map(|field| match field.data_type() {
        DataType::Utf8 => field.as_ref().clone().with_data_type(numbered.clone()),
        _ => field.as_ref().clone(),
    });
    Arc::new(Schema::new(fields.collect::<Vec<_>>()))
});

/// The columns of sums by these dimensions.
pub(crate) fn schema_of(by: &[Dimension]) -> Arc<Schema> {
    let codes = by.iter().map(|d| Field::new(d.code(), DataType::Utf8, false));
    let amounts = Measure::ALL.into_iter().map(|m| Field::new(m.code(), DataType::Int64, true));
    Arc::new(Schema::new(codes.chain(amounts).collect::<Vec<_>>()))
}

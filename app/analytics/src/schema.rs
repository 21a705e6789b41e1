//! The columns of a stored file: the codes of every dimension, then céntimos of every measure.
use std::sync::{Arc, LazyLock};

use arrow::datatypes::{DataType, Field, Schema};
use budget::domain::{Dimension, Measure};

/// Absent amounts are those of measures that the layout does not report.
pub(crate) static SCHEMA: LazyLock<Arc<Schema>> = LazyLock::new(|| {
    let codes = Dimension::ALL.iter().map(|d| Field::new(d.code(), DataType::Utf8, false));
    let amounts = Measure::ALL.into_iter().map(|m| Field::new(m.code(), DataType::Int64, true));
    Arc::new(Schema::new(codes.chain(amounts).collect::<Vec<_>>()))
});

//! Sums of a stored file as a stored file.
use std::{fs::File, path::Path, sync::Arc};

use arrow::{array::RecordBatch, compute::cast, datatypes::SchemaRef};
use budget::{
    columnar::ColumnarError,
    domain::{Dimension, Measure},
};
use datafusion::{
    error::DataFusionError, execution::SendableRecordBatchStream, functions_aggregate::expr_fn::sum,
    logical_expr::Expr, prelude::col,
};
use futures::StreamExt as _;
use parquet::{
    arrow::ArrowWriter,
    basic::{Compression, ZstdLevel},
    errors::ParquetError,
    file::properties::{EnabledStatistics, WriterProperties},
};

use crate::{Engine, engine::engine_error, schema::schema_of};

/// Rows of a row group: a body's rows stand together and are a fraction of one.
const GROUP_ROWS: usize = 16 * 1024;

/// Writes the sums of `from` by `by` to `to`, sorted by their codes: the same rows give the same bytes.
/// How many rows that is; `rows_max` and nothing of use in `to` where there are more.
pub(crate) async fn roll_up(
    engine: &Engine,
    from: &Path,
    by: &[Dimension],
    to: &Path,
    rows_max: u64,
) -> Result<Option<u64>, ColumnarError> {
    let failed = |reason: String| ColumnarError::File { path: to.display().to_string(), reason };
    let file = File::create(to).map_err(|e| failed(e.to_string()))?;
    let properties = properties().map_err(|e| failed(e.to_string()))?;
    let schema = schema_of(by);
    let mut writer = ArrowWriter::try_new(file, Arc::clone(&schema), Some(properties))
        .map_err(|e| failed(e.to_string()))?;
    let mut sums = sums(engine, from, by).await.map_err(engine_error)?;
    let mut rows = 0;
    while let Some(batch) = sums.next().await {
        let batch = as_stored(&batch.map_err(engine_error)?, &schema).map_err(engine_error)?;
        rows += u64::try_from(batch.num_rows()).unwrap_or(u64::MAX);
        if rows > rows_max {
            return Ok(None);
        }
        writer.write(&batch).map_err(|e| failed(e.to_string()))?;
    }
    writer.close().map_err(|e| failed(e.to_string()))?;
    Ok(Some(rows))
}

async fn sums(
    engine: &Engine,
    from: &Path,
    by: &[Dimension],
) -> Result<SendableRecordBatchStream, DataFusionError> {
    let codes: Vec<Expr> = by.iter().map(|d| col(d.code())).collect();
    let measures = Measure::ALL.iter().map(|m| sum(col(m.code())).alias(m.code())).collect();
    let order = codes.iter().map(|code| code.clone().sort(true, false)).collect();
    engine.rows(from).await?.aggregate(codes, measures)?.sort(order)?.execute_stream().await
}

/// The columns in the form in which they are stored, whatever form the engine gave them.
fn as_stored(batch: &RecordBatch, schema: &SchemaRef) -> Result<RecordBatch, arrow::error::ArrowError> {
    let columns = batch.columns().iter().zip(schema.fields());
    let columns = columns.map(|(column, field)| cast(column, field.data_type()));
    RecordBatch::try_new(Arc::clone(schema), columns.collect::<Result<_, _>>()?)
}

fn properties() -> Result<WriterProperties, ParquetError> {
    let builder = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::try_new(3)?))
        .set_max_row_group_row_count(Some(GROUP_ROWS))
        .set_statistics_enabled(EnabledStatistics::Chunk)
        .set_created_by("quipu".to_owned());
    Ok(builder.build())
}

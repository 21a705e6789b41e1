//! Two files line by line.
use std::path::Path;

use arrow::{array::RecordBatch, compute::concat_batches};
use budget::{
    columnar::{ColumnarError, LinePair, line_key},
    domain::{CutRow, Measure},
};
use datafusion::{
    error::DataFusionError,
    functions_aggregate::expr_fn::sum,
    logical_expr::Expr,
    prelude::{col, lit},
    scalar::ScalarValue,
};

use crate::{
    Engine,
    cuts::{amount, key, measure_codes, texts},
    engine::engine_error,
};

/// Names of the two sides' columns: `old_pim`, `new_pim`; `old_rows` counts the rows of a side.
fn side_column(side: &str, measure: &str) -> String {
    format!("{side}_{measure}")
}

const SIDES: [&str; 2] = ["old", "new"];
const ROWS: &str = "rows";

/// Lines whose amounts differ, sorted by key.
pub(crate) async fn differing(
    engine: &Engine,
    old: &Path,
    new: &Path,
) -> Result<Vec<LinePair>, ColumnarError> {
    let batches = differing_batches(engine, old, new).await.map_err(engine_error)?;
    let Some(first) = batches.first() else { return Ok(Vec::new()) };
    let batch = concat_batches(&first.schema(), &batches).map_err(engine_error)?;
    let width = line_key().len();
    let keys = texts(&batch, width)?;
    let mut pairs = Vec::with_capacity(batch.num_rows());
    for row in 0..batch.num_rows() {
        let key = key(&keys, row);
        let old = side(&batch, row, width, &key)?;
        let new = side(&batch, row, width + Measure::COUNT + 1, &key)?;
        pairs.push(LinePair { key, old, new });
    }
    pairs.sort_by(|a, b| a.key.cmp(&b.key));
    Ok(pairs)
}

/// The amounts of one side, whose columns begin at `from`; `None` where the line is not on it.
fn side(
    batch: &RecordBatch,
    row: usize,
    from: usize,
    key: &[String],
) -> Result<Option<CutRow>, ColumnarError> {
    if amount(batch, from, row)?.is_none() {
        return Ok(None);
    }
    let amounts = (from + 1..=from + Measure::COUNT).map(|column| amount(batch, column, row));
    Ok(Some(CutRow { codes: key.to_vec(), amounts: amounts.collect::<Result<_, _>>()? }))
}

async fn differing_batches(
    engine: &Engine,
    old: &Path,
    new: &Path,
) -> Result<Vec<RecordBatch>, DataFusionError> {
    let old = engine.rows(old).await?.select(side_columns("old"))?;
    let new = engine.rows(new).await?.select(side_columns("new"))?;
    let names = || SIDES.into_iter().flat_map(|side| columns().map(move |m| side_column(side, m)));
    let sums = names().map(|name| sum(col(&name)).alias(name)).collect();
    let lines = old.union(new)?.aggregate(line_columns(), sums)?;
    let differ = columns().map(|m| differs(&side_column("old", m), &side_column("new", m)));
    let differ = differ.skip(1).reduce(Expr::or).unwrap_or_else(|| lit(false));
    let absent = |side: &str| col(side_column(side, ROWS)).is_null();
    lines.filter(differ.or(absent("old")).or(absent("new")))?.collect().await
}

/// The count of rows, then every measure.
fn columns() -> impl Iterator<Item = &'static str> {
    std::iter::once(ROWS).chain(measure_codes())
}

fn line_columns() -> Vec<Expr> {
    line_key().iter().map(|d| col(d.code())).collect()
}

/// The line's key, this side's amounts and, as absent, the other side's.
fn side_columns(side: &str) -> Vec<Expr> {
    let value = |of: &str, measure: &str| {
        let expression = match measure {
            _ if of != side => lit(ScalarValue::Int64(None)),
            ROWS => lit(1_i64),
            measure => col(measure),
        };
        expression.alias(side_column(of, measure))
    };
    let values = SIDES.into_iter().flat_map(|of| columns().map(move |measure| value(of, measure)));
    line_columns().into_iter().chain(values).collect()
}

/// Two absent amounts are the same; an absent and a present one are not.
fn differs(a: &str, b: &str) -> Expr {
    let both = col(a).is_not_null().and(col(b).is_not_null());
    let one = col(a).is_null().and(col(b).is_not_null()).or(col(a).is_not_null().and(col(b).is_null()));
    both.and(col(a).not_eq(col(b))).or(one)
}

//! Cuts as logical plans: no SQL text is ever put together from a request.
use std::collections::BTreeMap;

use arrow::{
    array::{Array, AsArray, RecordBatch, StringArray},
    compute::cast,
    datatypes::{DataType, Int64Type},
};
use base::Money;
use budget::{
    columnar::ColumnarError,
    domain::{Answer, Cut, CutRow, Dimension, Measure, Piece, Units},
};
use datafusion::{
    error::DataFusionError,
    functions_aggregate::expr_fn::sum,
    logical_expr::Expr,
    prelude::{DataFrame, col, lit},
};

use crate::{Engine, engine::engine_error};

/// Answers the cut; rows sorted by their codes, so that the same data gives the same bytes.
pub(crate) async fn run(engine: &Engine, cut: &Cut) -> Result<Answer, ColumnarError> {
    let mut rows = Vec::new();
    for batch in batches(engine, cut).await.map_err(engine_error)? {
        let keys = texts(&batch, cut.by.len())?;
        rows.reserve(batch.num_rows());
        for row in 0..batch.num_rows() {
            let columns = cut.by.len()..cut.by.len() + cut.measures.len();
            let amounts = columns.map(|column| amount(&batch, column, row)).collect::<Result<Vec<_>, _>>()?;
            rows.push(CutRow { codes: key(&keys, row), amounts });
        }
    }
    Ok(answer(cut, rows))
}

async fn batches(engine: &Engine, cut: &Cut) -> Result<Vec<RecordBatch>, DataFusionError> {
    let mut whole: Option<DataFrame> = None;
    for piece in &cut.pieces {
        let part = rows_of(engine, piece, cut).await?;
        whole = Some(match whole {
            Some(whole) => whole.union(part)?,
            None => part,
        });
    }
    let Some(rows) = whole else { return Ok(Vec::new()) };
    let by: Vec<Expr> = cut.by.iter().map(|d| col(d.code())).collect();
    let measures: Vec<Expr> = cut.measures.iter().map(|m| sum(col(m.code())).alias(m.code())).collect();
    // As bytes, which is the order of texts here.
    let order = by.iter().map(|code| code.clone().sort(true, false)).collect::<Vec<_>>();
    let sums = rows.aggregate(by, measures)?;
    if order.is_empty() { sums.collect().await } else { sums.sort(order)?.collect().await }
}

/// The columns that the cut needs of the rows that meet its conditions.
async fn rows_of(engine: &Engine, piece: &Piece, cut: &Cut) -> Result<DataFrame, DataFusionError> {
    let mut rows = engine.rows(cut.reading(piece).map_or(&piece.file, |rollup| &rollup.file)).await?;
    for condition in conditions(piece, cut) {
        rows = rows.filter(condition)?;
    }
    let dimensions = cut.by.iter().map(|d| d.code());
    let columns: Vec<&str> = dimensions.chain(cut.measures.iter().map(|m| m.code())).collect();
    rows.select_columns(&columns)
}

fn conditions(piece: &Piece, cut: &Cut) -> Vec<Expr> {
    let mut conditions: Vec<Expr> =
        piece.year.map(|year| col(Dimension::Year.code()).eq(lit(year.to_string()))).into_iter().collect();
    let unit = || col(Dimension::SecEjec.code());
    let listed = |units: &[String]| units.iter().map(|u| lit(u.as_str())).collect::<Vec<_>>();
    match &piece.units {
        Units::All => {}
        Units::Only(units) => conditions.push(unit().in_list(listed(units), false)),
        Units::Except(units) => conditions.push(unit().in_list(listed(units), true)),
    }
    let mut by_dimension: BTreeMap<Dimension, Vec<&str>> = BTreeMap::new();
    for (dimension, code) in &cut.filters {
        by_dimension.entry(*dimension).or_default().push(code);
    }
    for (dimension, codes) in by_dimension {
        let any = codes.into_iter().map(|code| matches(dimension, code)).reduce(Expr::or);
        conditions.extend(any);
    }
    conditions
}

/// A prefix as a range, which row-group statistics can skip by.
fn matches(dimension: Dimension, code: &str) -> Expr {
    let column = || col(dimension.code());
    let Some(prefix) = code.strip_suffix('*') else { return column().eq(lit(code)) };
    let from = column().gt_eq(lit(prefix));
    match after_prefix(prefix) {
        Some(end) => from.and(column().lt(lit(end))),
        None => from,
    }
}

/// The smallest text after every text that starts with `prefix`; `None` where there is none.
fn after_prefix(prefix: &str) -> Option<String> {
    let mut characters: Vec<char> = prefix.chars().collect();
    while let Some(last) = characters.pop() {
        // The numbers of characters have a gap where surrogates would be.
        let next = if last == '\u{d7ff}' { Some('\u{e000}') } else { char::from_u32(u32::from(last) + 1) };
        if let Some(next) = next {
            characters.push(next);
            return Some(characters.into_iter().collect());
        }
    }
    None
}

/// The first `count` columns as texts, whatever form the engine gave them.
pub(crate) fn texts(batch: &RecordBatch, count: usize) -> Result<Vec<StringArray>, ColumnarError> {
    let text = |column: usize| Ok(cast(batch.column(column), &DataType::Utf8)?.as_string::<i32>().clone());
    (0..count).map(text).collect::<Result<_, arrow::error::ArrowError>>().map_err(engine_error)
}

pub(crate) fn key(columns: &[StringArray], row: usize) -> Vec<String> {
    columns.iter().map(|column| column.value(row).to_owned()).collect()
}

pub(crate) fn amount(batch: &RecordBatch, column: usize, row: usize) -> Result<Option<Money>, ColumnarError> {
    let numbers = batch.column(column).as_primitive_opt::<Int64Type>();
    let numbers = numbers.ok_or_else(|| engine_error(format!("column {column} holds no amounts")))?;
    Ok(numbers.is_valid(row).then(|| Money::centimos(numbers.value(row))))
}

/// A sum over no row is no row, also where nothing is grouped by.
fn answer(cut: &Cut, mut rows: Vec<CutRow>) -> Answer {
    if cut.by.is_empty() {
        rows.retain(|row| row.amounts.iter().any(Option::is_some));
    }
    Answer { by: cut.by.clone(), measures: cut.measures.clone(), rows }
}

/// Codes of all measures, in the stored order.
pub(crate) fn measure_codes() -> impl Iterator<Item = &'static str> {
    Measure::ALL.into_iter().map(Measure::code)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_prefix_is_a_range(prefix in "\\PC{0,4}", text in "\\PC{0,6}") {
            let within = text >= prefix && after_prefix(&prefix).is_none_or(|end| text < end);
            prop_assert_eq!(text.starts_with(&prefix), within);
            let longer = format!("{prefix}{text}");
            prop_assert!(longer >= prefix && after_prefix(&prefix).is_none_or(|end| longer < end));
        }
    }
}

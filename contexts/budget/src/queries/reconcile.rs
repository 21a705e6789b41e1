use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
    sync::Arc,
};

use base::{Known, Money};
use db::{Conn, Files};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use serde::Serialize;

use crate::{
    catalogue::Catalogue,
    columnar::{Columnar, ColumnarError},
    domain::{Cut, Dimension, Layout, Measure, Piece, Role, Units},
    store::{
        self, Stored,
        source::{SourceError, Table},
    },
};

#[derive(Debug, thiserror::Error)]
pub enum ReconcileError {
    #[error("delivery {delivery}: {source}")]
    Source { delivery: i64, source: Box<SourceError> },
    #[error("delivery {delivery}, line {line}: {reason}")]
    Unreadable { delivery: i64, line: u64, reason: String },
    #[error(transparent)]
    Columnar(#[from] ColumnarError),
    #[error(transparent)]
    Db(#[from] db::Error),
}

/// What stands before the name of a rollup in [`Check::level`].
pub const ROLLUP: &str = "rollup:";

/// One comparison: `stored` against `source`, which must be equal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
    pub delivery: i64,
    pub measure: Measure,
    /// `None` for the stored total, the recorded control total's is `Some("control")`, that of sums made when
    /// the delivery arrived `rollup:NAME`, else a dimension.
    pub level: Option<String>,
    /// Summed from the text of the kept source file, by another reader of numbers than the import's.
    pub source: Money,
    pub stored: Money,
    pub difference: Money,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reconciliation {
    pub checks: Vec<Check>,
}

impl Reconciliation {
    /// The comparisons that are a céntimo or more apart.
    pub fn differences(&self) -> impl Iterator<Item = &Check> {
        self.checks.iter().filter(|check| !check.difference.is_zero())
    }
}

/// Every delivery known, superseded or not: per measure, and at every level of every dimension.
pub async fn reconcile(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    catalogue: &Catalogue,
    known: Known,
) -> Result<Reconciliation, ReconcileError> {
    let mut all = Reconciliation::default();
    for delivery in store::deliveries(conn, known).await? {
        let one = reconcile_delivery(conn, files, columnar, catalogue, known, &delivery).await?;
        all.checks.extend(one.checks);
    }
    Ok(all)
}

/// One delivery. Its source is read to the end: seconds for a file of the whole state.
pub async fn reconcile_delivery(
    conn: &mut Conn,
    files: &Files,
    columnar: &dyn Columnar,
    catalogue: &Catalogue,
    known: Known,
    delivery: &Stored,
) -> Result<Reconciliation, ReconcileError> {
    let refused = store::refused(conn, known, delivery.delivery).await?;
    let lines: BTreeSet<u64> = refused.iter().map(|row| row.line).collect();
    let source = source_totals(files, catalogue, delivery, &lines)?;
    let control = store::totals(conn, known, delivery.delivery).await?;
    let rows = || whole(delivery, files.path(&delivery.parquet));
    let mut levels: Vec<(Option<String>, BTreeMap<Measure, Money>)> = vec![
        (None, sums(columnar, rows(), &source, None).await?),
        (Some("control".to_owned()), control.iter().map(|t| (t.measure, t.total)).collect()),
    ];
    for dimension in Dimension::ALL {
        let level = sums(columnar, rows(), &source, Some(*dimension)).await?;
        levels.push((Some(dimension.code().to_owned()), level));
    }
    for rollup in &delivery.rollups {
        let level = sums(columnar, whole(delivery, files.path(&rollup.parquet)), &source, None).await?;
        levels.push((Some(format!("{ROLLUP}{}", rollup.name)), level));
    }
    let mut found = Reconciliation::default();
    for (level, stored) in levels {
        found.checks.extend(source.iter().map(|(measure, source)| {
            let stored = stored.get(measure).copied().unwrap_or_default();
            let (delivery, level) = (delivery.delivery, level.clone());
            Check {
                delivery,
                measure: *measure,
                level,
                source: *source,
                stored,
                difference: stored - *source,
            }
        }));
    }
    Ok(found)
}

fn whole(delivery: &Stored, file: PathBuf) -> Piece {
    Piece { delivery: delivery.delivery, file, year: None, units: Units::All, rollups: Arc::default() }
}

/// The sum of each measure in a stored file, over the groups of one dimension where one is given.
async fn sums(
    columnar: &dyn Columnar,
    of: Piece,
    source: &BTreeMap<Measure, Money>,
    dimension: Option<Dimension>,
) -> Result<BTreeMap<Measure, Money>, ColumnarError> {
    let cut = Cut {
        by: dimension.into_iter().collect(),
        filters: Vec::new(),
        measures: source.keys().copied().collect(),
        pieces: vec![of],
    };
    let answer = columnar.run(&cut).await?;
    Ok(cut.measures.iter().map(|m| (*m, answer.total(*m).unwrap_or_default())).collect())
}

/// Sums the text of the measure columns, ignoring everything else that the import does.
fn source_totals(
    files: &Files,
    catalogue: &Catalogue,
    delivery: &Stored,
    refused: &BTreeSet<u64>,
) -> Result<BTreeMap<Measure, Money>, ReconcileError> {
    let number = delivery.delivery;
    let failed = |source: SourceError| ReconcileError::Source { delivery: number, source: Box::new(source) };
    let path = files.path(&delivery.digest);
    let layouts: Vec<Layout> = catalogue.layout(&delivery.layout).cloned().into_iter().collect();
    let table =
        Table::open(&path, &delivery.file_name, &layouts, &sheets::Watch::default()).map_err(failed)?;
    let columns: Vec<(Measure, usize)> = table
        .heading
        .columns()
        .filter_map(|(column, at)| match column.role {
            Role::Amount(measure, _) => Some((measure, at)),
            _ => None,
        })
        .collect();
    let mut totals: BTreeMap<Measure, Decimal> = columns.iter().map(|(m, _)| (*m, Decimal::ZERO)).collect();
    for record in table.records().map_err(failed)? {
        let unreadable =
            |line: u64, reason: String| ReconcileError::Unreadable { delivery: number, line, reason };
        let record = record.map_err(|e| unreadable(e.line, e.reason))?;
        let line = record.line();
        let cells: Vec<&str> = record.cells().collect();
        if refused.contains(&line) {
            continue;
        }
        for (measure, at) in &columns {
            let text = cells.get(*at).map_or("", |cell| cell.trim());
            if text.is_empty() {
                continue;
            }
            let amount: Decimal =
                pointed(text).parse().map_err(|_| unreadable(line, format!("{text:?} is no number")))?;
            if let Some(total) = totals.get_mut(measure) {
                *total += amount;
            }
        }
    }
    let money = |total: Decimal| (total * Decimal::ONE_HUNDRED).normalize().to_i64();
    totals
        .into_iter()
        .map(|(measure, total)| {
            let centimos = money(total).filter(|_| (total * Decimal::ONE_HUNDRED).fract().is_zero());
            let centimos = centimos.ok_or_else(|| ReconcileError::Unreadable {
                delivery: number,
                line: 0,
                reason: format!("the sum of {measure} has more than two decimals"),
            })?;
            Ok((measure, Money::centimos(centimos)))
        })
        .collect()
}

/// The number with a point for its decimals and no other separator. Of two kinds of separator the last is that
/// of the decimals; a lone comma is, unless three digits follow it.
fn pointed(text: &str) -> String {
    let bare = text.strip_prefix("S/.").or_else(|| text.strip_prefix("S/")).unwrap_or(text).trim();
    if let Some(inner) = bare.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
        return format!("-{}", pointed(inner));
    }
    let decimal = match (bare.rfind('.'), bare.rfind(',')) {
        (Some(point), Some(comma)) => Some(point.max(comma)),
        (Some(point), None) => Some(point),
        (None, Some(comma)) => {
            Some(comma).filter(|at| bare.len() - at != 4 && bare.matches(',').count() == 1)
        }
        (None, None) => None,
    };
    let digits = |part: &str| part.replace([',', '.', ' '], "");
    match decimal.and_then(|at| Some((bare.get(..at)?, bare.get(at + 1..)?))) {
        Some((whole, fraction)) => format!("{}.{}", digits(whole), digits(fraction)),
        None => digits(bare),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The two readers of numbers, written apart, agree on what the import accepts.
    #[test]
    fn reads_as_the_import_does() {
        for text in [
            "0",
            "1234",
            "1234.5",
            "-0.01",
            "(5.10)",
            "1,234",
            "1,234.56",
            "51,766,264,819",
            "1.234,56",
            "1234,56",
            "1234,5",
            "S/ 9.80",
            "S/. 4,784,801.50",
            ".5",
            "1234.5600",
        ] {
            let money: Money = text.parse().unwrap();
            let decimal: Decimal = pointed(text).parse().unwrap();
            assert_eq!((decimal * Decimal::ONE_HUNDRED).to_i64(), Some(money.as_centimos()), "for {text:?}");
        }
    }
}

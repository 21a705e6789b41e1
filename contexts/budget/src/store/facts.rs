//! What was found while a delivery was read.
use std::collections::BTreeMap;

use base::{Known, Money, RowError, Seq};
use db::{Conn, Row, RowExt, Value, insert_many, query};
use serde::Serialize;

use super::Stored;
use crate::domain::{DataFinding, Measure, Tally};

/// A delivery with everything recorded of it, in one act.
pub async fn insert(
    conn: &mut Conn,
    seq: Seq,
    delivery: &Stored,
    tally: &Tally,
    reported: &[bool; Measure::COUNT],
    findings: &[DataFinding],
    refused: &[RowError],
) -> Result<(), db::Error> {
    insert_delivery(conn, seq, delivery).await?;
    super::rollups::insert(conn, seq, delivery.delivery, &delivery.rollups).await?;
    let number = delivery.delivery;
    let first = move |rest: Vec<Value>| {
        let mut row = vec![Value::Int(number), Value::Int(seq.0)];
        row.extend(rest);
        row
    };
    let mut units: Vec<_> = tally.units.iter().collect();
    units.sort_by_key(|(unit, _)| *unit);
    let rows = units.into_iter().map(|(unit, tally)| {
        let money = [tally.pim, tally.accrued].map(|m| Value::Int(m.as_centimos()));
        let [pim, accrued] = money;
        first(vec![
            i64::from(unit.year).into(),
            unit.sec_ejec.as_str().into(),
            count(tally.rows),
            pim,
            accrued,
        ])
    });
    let columns =
        ["delivery", "rec_from", "fiscal_year", "sec_ejec", "row_count", "pim_centimos", "accrued_centimos"];
    insert_many(conn, "budget_units", &columns, rows).await?;

    let measures = Measure::ALL.into_iter().zip(reported).filter(|(_, reported)| **reported);
    let rows = measures.map(|(measure, _)| {
        let at = measure.index();
        let total = tally.totals.get(at).copied().unwrap_or(0);
        let negatives = tally.negatives.get(at).copied().unwrap_or(0);
        first(vec![measure.code().into(), total.into(), count(negatives)])
    });
    let columns = ["delivery", "rec_from", "measure", "total_centimos", "negative_count"];
    insert_many(conn, "budget_totals", &columns, rows).await?;

    let rows = tally.names.counted().into_iter().map(|(named, rows)| {
        let texts = [named.dimension.code(), named.within, named.code, named.name];
        first(texts.into_iter().map(Value::from).chain([count(rows)]).collect())
    });
    let columns = ["delivery", "rec_from", "dimension", "within", "code", "name", "row_count"];
    insert_many(conn, "budget_names", &columns, rows).await?;

    let rows = tally.repairs.iter().map(|(repair, rows)| {
        let texts = [repair.rule.as_str(), repair.dimension.code(), &repair.original, &repair.repaired];
        first(texts.into_iter().map(Value::from).chain([count(*rows)]).collect())
    });
    let columns = ["delivery", "rec_from", "rule", "dimension", "original", "repaired", "row_count"];
    insert_many(conn, "budget_repairs", &columns, rows).await?;

    let rows = findings.iter().map(|finding| {
        let line = finding.first_line.map(count);
        first(vec![finding.rule.as_str().into(), count(finding.count), line.unwrap_or(Value::Null)])
    });
    let columns = ["delivery", "rec_from", "rule", "finding_count", "first_line"];
    insert_many(conn, "budget_findings", &columns, rows).await?;

    let rows = (1_i64..).zip(refused).map(|(position, error)| {
        let texts = [&error.column, &error.value, &error.reason].map(|text| Value::from(text.as_str()));
        first([position.into(), count(error.line)].into_iter().chain(texts).collect())
    });
    let columns = ["delivery", "rec_from", "position", "line", "column_name", "value", "reason"];
    insert_many(conn, "budget_refused", &columns, rows).await?;
    Ok(())
}

fn count(n: u64) -> Value {
    Value::Int(i64::try_from(n).unwrap_or(i64::MAX))
}

async fn insert_delivery(conn: &mut Conn, seq: Seq, d: &Stored) -> Result<(), db::Error> {
    let columns = [
        "delivery",
        "file_name",
        "source",
        "layout",
        "precedence",
        "year_first",
        "year_last",
        "month_last",
        "digest",
        "parquet",
        "row_count",
        "refused_count",
        "shrunk_reason",
        "rec_from",
    ];
    let row: Vec<Value> = vec![
        d.delivery.into(),
        d.file_name.as_str().into(),
        d.source.as_str().into(),
        d.layout.as_str().into(),
        d.precedence.into(),
        i64::from(d.year_first).into(),
        i64::from(d.year_last).into(),
        i64::from(d.month_last).into(),
        d.digest.to_string().into(),
        d.parquet.to_string().into(),
        count(d.rows),
        count(d.refused),
        d.shrunk_reason.clone().into(),
        seq.into(),
    ];
    insert_many(conn, "budget_deliveries", &columns, [row]).await?;
    Ok(())
}

/// A control total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct TotalRow {
    pub measure: Measure,
    pub total: Money,
    /// Records with a negative amount.
    pub negatives: u64,
}

/// The control totals of every delivery, by its number.
pub async fn all_totals(conn: &mut Conn, known: Known) -> Result<BTreeMap<i64, Vec<TotalRow>>, db::Error> {
    let sql = "SELECT * FROM budget_totals WHERE rec_from <= $1 AND $1 < rec_to";
    let mut totals: BTreeMap<i64, Vec<TotalRow>> = BTreeMap::new();
    for row in query(sql).bind(known.seq()).fetch_all(&mut *conn).await? {
        totals.entry(row.int("delivery")?).or_default().push(total(&row)?);
    }
    for of_one in totals.values_mut() {
        of_one.sort_by_key(|total| total.measure);
    }
    Ok(totals)
}

fn total(row: &Row) -> Result<TotalRow, db::Error> {
    Ok(TotalRow {
        measure: row.parsed("measure")?,
        total: Money::centimos(row.int("total_centimos")?),
        negatives: row.int("negative_count")?.unsigned_abs(),
    })
}

pub async fn totals(conn: &mut Conn, known: Known, delivery: i64) -> Result<Vec<TotalRow>, db::Error> {
    let sql = "SELECT * FROM budget_totals WHERE rec_from <= $1 AND $1 < rec_to AND delivery = $2";
    let rows = query(sql).bind(known.seq()).bind(delivery).fetch_all(&mut *conn).await?;
    let mut totals: Vec<TotalRow> = rows.iter().map(total).collect::<Result<_, _>>()?;
    totals.sort_by_key(|total| total.measure);
    Ok(totals)
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RepairRow {
    pub rule: String,
    pub dimension: String,
    pub original: String,
    pub repaired: String,
    pub rows: u64,
}

pub async fn repairs(conn: &mut Conn, known: Known, delivery: i64) -> Result<Vec<RepairRow>, db::Error> {
    let sql = "SELECT * FROM budget_repairs WHERE rec_from <= $1 AND $1 < rec_to AND delivery = $2 \
               ORDER BY rule, dimension, original, repaired";
    let rows = query(sql).bind(known.seq()).bind(delivery).fetch_all(&mut *conn).await?;
    rows.iter()
        .map(|row| {
            Ok(RepairRow {
                rule: row.text("rule")?,
                dimension: row.text("dimension")?,
                original: row.text("original")?,
                repaired: row.text("repaired")?,
                rows: row.int("row_count")?.unsigned_abs(),
            })
        })
        .collect()
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FindingRow {
    pub rule: String,
    pub count: u64,
    pub first_line: Option<i64>,
}

pub async fn findings(conn: &mut Conn, known: Known, delivery: i64) -> Result<Vec<FindingRow>, db::Error> {
    let sql =
        "SELECT * FROM budget_findings WHERE rec_from <= $1 AND $1 < rec_to AND delivery = $2 ORDER BY rule";
    let rows = query(sql).bind(known.seq()).bind(delivery).fetch_all(&mut *conn).await?;
    rows.iter()
        .map(|row| {
            Ok(FindingRow {
                rule: row.text("rule")?,
                count: row.int("finding_count")?.unsigned_abs(),
                first_line: row.opt_int("first_line")?,
            })
        })
        .collect()
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RefusedRow {
    pub line: u64,
    pub column: String,
    pub value: String,
    pub reason: String,
}

/// Rows that a partial import left out, in the order of the source.
pub async fn refused(conn: &mut Conn, known: Known, delivery: i64) -> Result<Vec<RefusedRow>, db::Error> {
    let sql = "SELECT * FROM budget_refused WHERE rec_from <= $1 AND $1 < rec_to AND delivery = $2 ORDER BY position";
    let rows = query(sql).bind(known.seq()).bind(delivery).fetch_all(&mut *conn).await?;
    rows.iter()
        .map(|row| {
            Ok(RefusedRow {
                line: row.int("line")?.unsigned_abs(),
                column: row.text("column_name")?,
                value: row.text("value")?,
                reason: row.text("reason")?,
            })
        })
        .collect()
}

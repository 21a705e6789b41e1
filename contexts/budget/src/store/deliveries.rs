//! Deliveries and what they cover.
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use base::{Digest, Known, Money};
use db::{Conn, Files, RowExt, dynamic, memo, query};

use super::{
    TABLES,
    rollups::{StoredRollup, rollup},
};
use crate::domain::{self, Answering, Covered, Piece, UnitTally, UnitYear};

/// A delivery as recorded.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Stored {
    pub delivery: i64,
    pub file_name: String,
    pub source: String,
    pub layout: String,
    pub precedence: i64,
    pub year_first: i16,
    pub year_last: i16,
    pub month_last: u8,
    /// SHA-256 of the source file.
    pub digest: Digest,
    /// SHA-256 of the stored rows.
    pub parquet: Digest,
    pub rows: u64,
    pub refused: u64,
    /// Why a file that holds less than its predecessor was accepted.
    pub shrunk_reason: Option<String>,
    /// Sums made of its rows. Not in the entry's words, which stay short: in what it effects.
    #[serde(skip)]
    pub rollups: Vec<StoredRollup>,
    /// Journal entry that recorded it.
    pub seq: i64,
}

/// Deliveries with their rollups: a delivery has as many rows as rollups, one where it has none.
const DELIVERIES: &str = "SELECT d.*, r.rollup, r.dimensions, r.parquet AS rollup_parquet, r.row_count AS rollup_rows \
     FROM budget_deliveries d LEFT JOIN budget_rollups r \
     ON r.delivery = d.delivery AND r.rec_from <= $1 AND $1 < r.rec_to \
     WHERE d.rec_from <= $1 AND $1 < d.rec_to";

/// The deliveries of [`DELIVERIES`], in the order of their rows.
fn deliveries_of(rows: &[db::Row]) -> Result<Vec<Stored>, db::Error> {
    let mut found: Vec<Stored> = Vec::new();
    for row in rows {
        let number = row.int("delivery")?;
        if found.last().is_none_or(|last| last.delivery != number) {
            found.push(stored(row)?);
        }
        if let (Some(last), Some(rollup)) = (found.last_mut(), rollup(row)?) {
            last.rollups.push(rollup);
        }
    }
    Ok(found)
}

fn stored(row: &db::Row) -> Result<Stored, db::Error> {
    Ok(Stored {
        delivery: row.int("delivery")?,
        file_name: row.text("file_name")?,
        source: row.text("source")?,
        layout: row.text("layout")?,
        precedence: row.int("precedence")?,
        year_first: i16::try_from(row.int("year_first")?).unwrap_or_default(),
        year_last: i16::try_from(row.int("year_last")?).unwrap_or_default(),
        month_last: u8::try_from(row.int("month_last")?).unwrap_or_default(),
        digest: row.digest("digest")?,
        parquet: row.digest("parquet")?,
        rows: row.int("row_count")?.unsigned_abs(),
        refused: row.int("refused_count")?.unsigned_abs(),
        shrunk_reason: row.opt_text("shrunk_reason")?,
        rollups: Vec::new(),
        seq: row.int("rec_from")?,
    })
}

/// In the order of recording.
pub async fn deliveries(conn: &mut Conn, known: Known) -> Result<Vec<Stored>, db::Error> {
    let known = memo::settled(conn, known, TABLES).await?;
    if let Some(found) = memo::recall::<Vec<Stored>>(known, "") {
        return Ok(found.to_vec());
    }
    let sql = format!("{DELIVERIES} ORDER BY d.delivery, r.rollup");
    let rows = dynamic(sql).bind(known.seq()).fetch_all(&mut *conn).await?;
    Ok(memo::keep(known, "", deliveries_of(&rows)?).to_vec())
}

pub async fn delivery(conn: &mut Conn, known: Known, number: i64) -> Result<Option<Stored>, db::Error> {
    let sql = format!("{DELIVERIES} AND d.delivery = $2 ORDER BY r.rollup");
    let rows = dynamic(sql).bind(known.seq()).bind(number).fetch_all(&mut *conn).await?;
    Ok(deliveries_of(&rows)?.pop())
}

/// The last delivery of the same layout before this one with a unit and year in common.
pub async fn delivery_before(conn: &mut Conn, known: Known, number: i64) -> Result<Option<i64>, db::Error> {
    let sql = "SELECT max(old.delivery) AS delivery FROM budget_deliveries old \
               WHERE old.rec_from <= $2 AND $2 < old.rec_to AND old.delivery < $1 \
               AND old.layout = (SELECT layout FROM budget_deliveries WHERE delivery = $1) \
               AND EXISTS (SELECT 1 FROM budget_units unit JOIN budget_units before \
               ON before.delivery = old.delivery AND before.fiscal_year = unit.fiscal_year \
               AND before.sec_ejec = unit.sec_ejec WHERE unit.delivery = $1)";
    let row = query(sql).bind(number).bind(known.seq()).fetch_one(&mut *conn).await?;
    row.opt_int("delivery")
}

/// The last delivery of exactly these bytes with at most so many refused rows. Bytes taken in part may arrive
/// again once a layout or a repair of the country pack reads more of them.
pub async fn delivery_of_digest(
    conn: &mut Conn,
    digest: &Digest,
    refused_max: u64,
) -> Result<Option<i64>, db::Error> {
    let sql = "SELECT delivery FROM budget_deliveries WHERE digest = $1 AND refused_count <= $2 ORDER BY delivery DESC";
    let refused_max = i64::try_from(refused_max).unwrap_or(i64::MAX);
    let row = query(sql).bind(digest.to_string()).bind(refused_max).fetch_optional(&mut *conn).await?;
    row.as_ref().map(|row| row.int("delivery")).transpose()
}

pub async fn next_number(conn: &mut Conn) -> Result<i64, db::Error> {
    let sql = "SELECT coalesce(max(delivery), 0) + 1 AS n FROM budget_deliveries";
    query(sql).fetch_one(&mut *conn).await?.int("n")
}

/// What every unit of a delivery amounts to.
pub async fn unit_tallies(
    conn: &mut Conn,
    known: Known,
    delivery: i64,
) -> Result<BTreeMap<UnitYear, UnitTally>, db::Error> {
    let sql = "SELECT * FROM budget_units WHERE rec_from <= $1 AND $1 < rec_to AND delivery = $2";
    let rows = query(sql).bind(known.seq()).bind(delivery).fetch_all(&mut *conn).await?;
    rows.iter()
        .map(|row| {
            let year = i16::try_from(row.int("fiscal_year")?).unwrap_or_default();
            let tally = UnitTally {
                rows: row.int("row_count")?.unsigned_abs(),
                pim: Money::centimos(row.int("pim_centimos")?),
                accrued: Money::centimos(row.int("accrued_centimos")?),
            };
            Ok((UnitYear { year, sec_ejec: row.text("sec_ejec")? }, tally))
        })
        .collect()
}

/// The scope of every delivery known, for [`crate::domain::pieces`].
pub async fn covered(conn: &mut Conn, files: &Files, known: Known) -> Result<Arc<Vec<Covered>>, db::Error> {
    let known = memo::settled(conn, known, TABLES).await?;
    if let Some(found) = memo::recall(known, "") {
        return Ok(found);
    }
    let units = units(conn, known).await?;
    let deliveries = deliveries(conn, known).await?.into_iter();
    let covered = deliveries.map(|d| Covered {
        delivery: d.delivery,
        layout: d.layout,
        precedence: d.precedence,
        month_last: d.month_last,
        file: files.path(&d.parquet),
        units: units.get(&d.delivery).cloned().unwrap_or_default(),
        rollups: Arc::new(d.rollups.into_iter().map(|rollup| rollup.at(files)).collect()),
    });
    Ok(memo::keep(known, "", covered.collect()))
}

/// What answers for what money, over every delivery known.
pub async fn pieces(conn: &mut Conn, files: &Files, known: Known) -> Result<Arc<Vec<Piece>>, db::Error> {
    let known = memo::settled(conn, known, TABLES).await?;
    if let Some(found) = memo::recall(known, "") {
        return Ok(found);
    }
    let covered = covered(conn, files, known).await?;
    Ok(memo::keep(known, "", domain::pieces(&covered)))
}

/// Which delivery tells the money of each unit.
pub async fn answering(conn: &mut Conn, files: &Files, known: Known) -> Result<Arc<Answering>, db::Error> {
    let known = memo::settled(conn, known, TABLES).await?;
    if let Some(found) = memo::recall(known, "who answers") {
        return Ok(found);
    }
    let (covered, pieces) = (covered(conn, files, known).await?, pieces(conn, files, known).await?);
    Ok(memo::keep(known, "who answers", domain::answering(&covered, &pieces)))
}

/// Rows of each delivery known in which something was repaired, rule by rule.
pub async fn rows_repaired(conn: &mut Conn, known: Known) -> Result<Arc<BTreeMap<i64, u64>>, db::Error> {
    let known = memo::settled(conn, known, TABLES).await?;
    if let Some(found) = memo::recall(known, "rows repaired") {
        return Ok(found);
    }
    let sql = "SELECT delivery, CAST(sum(row_count) AS BIGINT) AS rows FROM budget_repairs \
               WHERE rec_from <= $1 AND $1 < rec_to GROUP BY delivery";
    let rows = query(sql).bind(known.seq()).fetch_all(&mut *conn).await?;
    let repaired = rows.iter().map(|row| Ok((row.int("delivery")?, row.int("rows")?.unsigned_abs())));
    Ok(memo::keep(known, "rows repaired", repaired.collect::<Result<_, db::Error>>()?))
}

/// How many executing units the deliveries known tell of, by fiscal year.
pub async fn units_by_year(conn: &mut Conn, known: Known) -> Result<BTreeMap<i16, usize>, db::Error> {
    let known = memo::settled(conn, known, TABLES).await?;
    if let Some(found) = memo::recall::<BTreeMap<i16, usize>>(known, "units by year") {
        return Ok(BTreeMap::clone(&found));
    }
    let units = units(conn, known).await?;
    let distinct: BTreeSet<&UnitYear> = units.values().flatten().collect();
    let mut by_year = BTreeMap::new();
    for unit in distinct {
        *by_year.entry(unit.year).or_default() += 1;
    }
    Ok(BTreeMap::clone(&memo::keep(known, "units by year", by_year)))
}

/// The executing units and years of which each delivery known tells.
async fn units(conn: &mut Conn, known: Known) -> Result<Arc<BTreeMap<i64, BTreeSet<UnitYear>>>, db::Error> {
    let known = memo::settled(conn, known, TABLES).await?;
    if let Some(found) = memo::recall(known, "") {
        return Ok(found);
    }
    let sql = "SELECT delivery, fiscal_year, sec_ejec FROM budget_units WHERE rec_from <= $1 AND $1 < rec_to";
    let mut units: BTreeMap<i64, BTreeSet<UnitYear>> = BTreeMap::new();
    for row in &query(sql).bind(known.seq()).fetch_all(&mut *conn).await? {
        let year = i16::try_from(row.int("fiscal_year")?).unwrap_or_default();
        let unit = UnitYear { year, sec_ejec: row.text("sec_ejec")? };
        units.entry(row.int("delivery")?).or_default().insert(unit);
    }
    Ok(memo::keep(known, "", units))
}

/// Every file any delivery ever brought, for `verify`.
pub async fn stored_files(conn: &mut Conn) -> Result<Vec<Digest>, db::Error> {
    let sql = "SELECT digest FROM budget_deliveries UNION SELECT parquet FROM budget_deliveries \
               UNION SELECT parquet FROM budget_rollups ORDER BY 1";
    query(sql).fetch_all(&mut *conn).await?.iter().map(|row| row.digest("digest")).collect()
}

//! `budget_attributions`.
use base::{Known, Seq, Share};
use db::{Conn, Row, RowExt, insert_many, query};

use crate::domain::attribution::{Attribution, FiscalYears};

const COLUMNS: [&str; 10] = [
    "source",
    "element",
    "pattern",
    "year_first",
    "year_last",
    "share_millionths",
    "basis",
    "claimed_by",
    "rationale",
    "rec_from",
];

/// A claim and who handed it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    pub source: String,
    pub claim: Attribution,
}

/// Every claim known, in an order of its own: whatever the order of imports, the same.
pub async fn all(conn: &mut Conn, known: Known) -> Result<Vec<Recorded>, db::Error> {
    let sql = "SELECT * FROM budget_attributions WHERE rec_from <= $1 AND $1 < rec_to \
               ORDER BY element, pattern, year_first, year_last, source";
    query(sql).bind(known.seq()).fetch_all(&mut *conn).await?.iter().map(recorded).collect()
}

fn recorded(row: &Row) -> Result<Recorded, db::Error> {
    let year = |column: &str| Ok::<_, db::Error>(i16::try_from(row.int(column)?).unwrap_or_default());
    let corrupt = |column: &str, value: String, expected| db::Error::Corrupt {
        column: column.to_owned(),
        value,
        expected,
    };
    let (first, last) = (year("year_first")?, year("year_last")?);
    let years =
        FiscalYears::new(first, last).map_err(|e| corrupt("year_first", e.to_string(), "fiscal years"))?;
    let millionths = row.int("share_millionths")?;
    let share = u32::try_from(millionths).ok().and_then(Share::millionths);
    let share = share.ok_or_else(|| corrupt("share_millionths", millionths.to_string(), "a share"))?;
    let claim = Attribution {
        element: row.parsed("element")?,
        years,
        pattern: row.parsed("pattern")?,
        share,
        basis: row.parsed("basis")?,
        claimed_by: row.text("claimed_by")?,
        rationale: row.text("rationale")?,
    };
    Ok(Recorded { source: row.text("source")?, claim })
}

/// Opens versions.
pub async fn add<'a>(
    conn: &mut Conn,
    seq: Seq,
    source: &str,
    claims: impl IntoIterator<Item = &'a Attribution>,
) -> Result<(), db::Error> {
    let rows = claims.into_iter().map(|claim| {
        vec![
            source.into(),
            claim.element.to_string().into(),
            claim.pattern.to_string().into(),
            i64::from(claim.years.first()).into(),
            i64::from(claim.years.last()).into(),
            i64::from(claim.share.as_millionths()).into(),
            claim.basis.code().into(),
            claim.claimed_by.clone().into(),
            claim.rationale.clone().into(),
            seq.into(),
        ]
    });
    insert_many(conn, "budget_attributions", &COLUMNS, rows).await?;
    Ok(())
}

/// Closes the open version of a claim.
pub async fn close(conn: &mut Conn, seq: Seq, source: &str, claim: &Attribution) -> Result<(), db::Error> {
    let sql = "UPDATE budget_attributions SET rec_to = $1 WHERE rec_to = $2 AND source = $3 AND element = $4 \
               AND pattern = $5 AND year_first = $6 AND year_last = $7";
    query(sql)
        .bind(seq.0)
        .bind(Seq::OPEN.0)
        .bind(source.to_owned())
        .bind(claim.element.to_string())
        .bind(claim.pattern.to_string())
        .bind(i64::from(claim.years.first()))
        .bind(i64::from(claim.years.last()))
        .execute(&mut *conn)
        .await?;
    Ok(())
}

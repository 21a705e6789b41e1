//! Names of codes, delivery by delivery.
use base::Known;
use db::{Conn, LISTED_MAX, Row, RowExt, dynamic, marks};
use serde::Serialize;

use crate::domain::Dimension;

/// A name as one delivery bore it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NameRow {
    pub within: String,
    pub code: String,
    pub name: String,
    pub delivery: i64,
    pub year_first: i64,
    pub year_last: i64,
    pub rows: u64,
}

/// Codes of which the names are wanted, by dimension; all of them where none is listed.
pub type Wanted<'a> = [(Dimension, Vec<&'a str>)];

/// The names of some codes of some dimensions, oldest delivery first.
pub async fn names_of(
    conn: &mut Conn,
    known: Known,
    wanted: &Wanted<'_>,
) -> Result<Vec<(Dimension, NameRow)>, db::Error> {
    let mut found = Vec::new();
    for part in parts(wanted) {
        let mut conditions = Vec::new();
        let mut values = Vec::new();
        for (dimension, codes) in &part {
            let mark = values.len() + 2;
            let listed = marks(mark + 1, codes.len());
            let of = if codes.is_empty() { String::new() } else { format!(" AND n.code IN ({listed})") };
            conditions.push(format!("(n.dimension = ${mark}{of})"));
            values.push(dimension.code());
            values.extend(codes);
        }
        let sql = format!(
            "SELECT n.dimension, n.within, n.code, n.name, n.delivery, n.row_count, d.year_first, d.year_last \
             FROM budget_names n JOIN budget_deliveries d ON d.delivery = n.delivery \
             WHERE n.rec_from <= $1 AND $1 < n.rec_to AND ({}) \
             ORDER BY n.dimension, n.code, n.within, n.delivery, n.name",
            conditions.join(" OR ")
        );
        let statement = dynamic(sql).bind(known.seq());
        let statement = values.into_iter().fold(statement, |s, value| s.bind(value.to_owned()));
        for row in statement.fetch_all(&mut *conn).await? {
            found.push((row.parsed("dimension")?, read(&row)?));
        }
    }
    Ok(found)
}

/// As few questions as there may be with lists that are not too long.
fn parts<'a>(wanted: &Wanted<'a>) -> Vec<Vec<(Dimension, Vec<&'a str>)>> {
    let mut parts: Vec<Vec<(Dimension, Vec<&str>)>> = Vec::new();
    let mut held = LISTED_MAX;
    for (dimension, codes) in wanted {
        let lists = if codes.is_empty() { vec![&codes[..]] } else { codes.chunks(LISTED_MAX).collect() };
        for list in lists {
            held += list.len() + 1;
            if held > LISTED_MAX {
                parts.push(Vec::new());
                held = list.len() + 1;
            }
            if let Some(part) = parts.last_mut() {
                part.push((*dimension, list.to_vec()));
            }
        }
    }
    parts
}

/// Those of the dimensions of which deliveries of any time bear more than `count` names, repeated ones included.
pub async fn dimensions_named_above(
    conn: &mut Conn,
    dimensions: &[Dimension],
    count: usize,
) -> Result<Vec<Dimension>, db::Error> {
    if dimensions.is_empty() {
        return Ok(Vec::new());
    }
    let limit = i64::try_from(count).unwrap_or(i64::MAX).saturating_add(1);
    let one = |at: usize| {
        format!(
            "SELECT ${at} AS dimension, COUNT(*) AS n FROM \
             (SELECT 1 FROM budget_names WHERE dimension = ${at} LIMIT $1) AS found{at}"
        )
    };
    let all: Vec<String> = (0..dimensions.len()).map(|at| one(at + 2)).collect();
    let statement = dynamic(all.join(" UNION ALL ")).bind(limit);
    let statement = dimensions.iter().fold(statement, |statement, d| statement.bind(d.code()));
    let mut found = Vec::new();
    for row in statement.fetch_all(&mut *conn).await? {
        if row.int("n")? == limit {
            found.push(row.parsed("dimension")?);
        }
    }
    Ok(found)
}

/// Every name of a dimension's codes (or of one code), oldest delivery first.
pub async fn names(
    conn: &mut Conn,
    known: Known,
    dimension: Dimension,
    code: Option<&str>,
) -> Result<Vec<NameRow>, db::Error> {
    let found = names_of(conn, known, &[(dimension, code.into_iter().collect())]).await?;
    Ok(found.into_iter().map(|(_, row)| row).collect())
}

fn read(row: &Row) -> Result<NameRow, db::Error> {
    Ok(NameRow {
        within: row.text("within")?,
        code: row.text("code")?,
        name: row.text("name")?,
        delivery: row.int("delivery")?,
        year_first: row.int("year_first")?,
        year_last: row.int("year_last")?,
        rows: row.int("row_count")?.unsigned_abs(),
    })
}

//! `monitoring_series`.
use std::collections::{BTreeMap, BTreeSet};

use base::{Known, Seq, codes::SeriesCode};
use db::{Conn, LISTED_MAX, Row, RowExt, Value, dynamic, insert_many, marks, query};
use jiff::civil::Date;

use crate::domain::records::Series;

const COLUMNS: [&str; 10] = [
    "series",
    "name",
    "name_en",
    "unit",
    "source",
    "provenance",
    "note",
    "comparable_group",
    "frozen_on",
    "rec_from",
];

/// Every series, by code.
pub async fn all(conn: &mut Conn, known: Known) -> Result<BTreeMap<SeriesCode, Series>, db::Error> {
    let sql = "SELECT series, name, name_en, unit, source, provenance, note, comparable_group, frozen_on \
               FROM monitoring_series WHERE rec_from <= $1 AND $1 < rec_to";
    let rows = query(sql).bind(known.seq()).fetch_all(&mut *conn).await?;
    rows.iter().map(|row| read(row).map(|series| (series.code.clone(), series))).collect()
}

/// One series.
pub async fn one(conn: &mut Conn, known: Known, code: &SeriesCode) -> Result<Option<Series>, db::Error> {
    let sql = "SELECT series, name, name_en, unit, source, provenance, note, comparable_group, frozen_on \
               FROM monitoring_series WHERE series = $2 AND rec_from <= $1 AND $1 < rec_to";
    let row = query(sql).bind(known.seq()).bind(code.to_string()).fetch_optional(&mut *conn).await?;
    row.as_ref().map(read).transpose()
}

/// What of a series bears on how its values compare. Series that state neither are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Traits {
    pub comparable_group: Option<Box<str>>,
    pub frozen_on: Option<Date>,
}

/// Which of the codes are series that are recorded: a card may name one that never was.
pub async fn recorded(
    conn: &mut Conn,
    known: Known,
    codes: &BTreeSet<SeriesCode>,
) -> Result<BTreeSet<SeriesCode>, db::Error> {
    let codes: Vec<&SeriesCode> = codes.iter().collect();
    let mut found = BTreeSet::new();
    for part in codes.chunks(LISTED_MAX) {
        let sql = format!(
            "SELECT series FROM monitoring_series WHERE rec_from <= $1 AND $1 < rec_to AND series IN ({})",
            marks(2, part.len())
        );
        let statement = part.iter().fold(dynamic(sql).bind(known.seq()), |s, code| s.bind(code.to_string()));
        for row in &statement.fetch_all(&mut *conn).await? {
            found.insert(row.parsed("series")?);
        }
    }
    Ok(found)
}

fn read(row: &Row) -> Result<Series, db::Error> {
    Ok(Series {
        code: row.parsed("series")?,
        name: row.text("name")?,
        name_en: row.opt_text("name_en")?,
        unit: row.text("unit")?,
        source: row.text("source")?,
        provenance: row.opt_text("provenance")?,
        note: row.opt_text("note")?,
        comparable_group: row.opt_text("comparable_group")?,
        frozen_on: row.opt_parsed("frozen_on")?,
    })
}

/// Closes the known version.
pub async fn close(conn: &mut Conn, seq: Seq, code: &SeriesCode) -> Result<(), db::Error> {
    query("UPDATE monitoring_series SET rec_to = $1 WHERE series = $2 AND rec_to = $3")
        .bind(seq.0)
        .bind(code.to_string())
        .bind(Seq::OPEN.0)
        .execute(&mut *conn)
        .await?;
    Ok(())
}

/// Opens versions.
pub async fn add(
    conn: &mut Conn,
    seq: Seq,
    series: impl IntoIterator<Item = &Series>,
) -> Result<(), db::Error> {
    let rows: Vec<Vec<Value>> = series
        .into_iter()
        .map(|s| {
            vec![
                s.code.to_string().into(),
                s.name.clone().into(),
                s.name_en.clone().into(),
                s.unit.clone().into(),
                s.source.clone().into(),
                s.provenance.clone().into(),
                s.note.clone().into(),
                s.comparable_group.clone().into(),
                s.frozen_on.map(|d| d.to_string()).into(),
                seq.into(),
            ]
        })
        .collect();
    insert_many(conn, "monitoring_series", &COLUMNS, rows).await?;
    Ok(())
}

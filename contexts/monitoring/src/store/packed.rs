//! `monitoring_packed`: all values of a series, a territory and a group in one text, a line a value:
//! `2016=0.739` or, with its edition, `2016=72.95@EPI 2016`.
use std::collections::{BTreeMap, BTreeSet, HashMap};

use base::{
    Known, Period, Seq,
    codes::{SeriesCode, TerritoryCode},
};
use db::{Conn, LISTED_MAX, Row, RowExt, Value, dynamic, each_row, insert_many, marks, query};
use rust_decimal::Decimal;

use super::observations::{group_columns, read_group};
use crate::domain::records::{Measurement, ObservationKey, Place};

const COLUMNS: [&str; 6] = ["series", "territory", "group_kind", "group_name", "points", "rec_from"];

/// One value of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    pub period: Period,
    pub value: Decimal,
    pub edition: Option<Box<str>>,
}

/// The values of a place, in order of time, and the entry by which they came to be what they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Values {
    pub points: Vec<Point>,
    pub changed: Seq,
}

/// Values by series and territory.
pub type Totals = HashMap<SeriesCode, HashMap<TerritoryCode, Values>>;

/// Values of everyone (no group) for every series and territory. `series` limits the answer.
pub async fn totals(conn: &mut Conn, known: Known, series: Option<&SeriesCode>) -> Result<Totals, db::Error> {
    let all = "SELECT series, territory, points, rec_from FROM monitoring_packed \
               WHERE group_kind = '' AND rec_from <= $1 AND $1 < rec_to";
    let one = "SELECT series, territory, points, rec_from FROM monitoring_packed \
               WHERE series = $2 AND group_kind = '' AND rec_from <= $1 AND $1 < rec_to";
    let statement = match series {
        Some(series) => query(one).bind(known.seq()).bind(series.to_string()),
        None => query(all).bind(known.seq()),
    };
    let mut totals = Totals::new();
    each_row(conn, statement, |row| gather(&mut totals, row)).await?;
    Ok(totals)
}

/// The same of the series named, each asked for once.
pub async fn totals_of(
    conn: &mut Conn,
    known: Known,
    series: &BTreeSet<SeriesCode>,
) -> Result<Totals, db::Error> {
    let all: Vec<&SeriesCode> = series.iter().collect();
    let mut totals = Totals::new();
    for part in all.chunks(LISTED_MAX) {
        let sql = format!(
            "SELECT series, territory, points, rec_from FROM monitoring_packed \
             WHERE group_kind = '' AND rec_from <= $1 AND $1 < rec_to AND series IN ({})",
            marks(2, part.len())
        );
        let statement =
            part.iter().fold(dynamic(sql).bind(known.seq()), |all, one| all.bind(one.to_string()));
        each_row(conn, statement, |row| gather(&mut totals, row)).await?;
    }
    Ok(totals)
}

fn gather(totals: &mut Totals, row: &Row) -> Result<(), db::Error> {
    let places = totals.entry(row.parsed("series")?).or_default();
    let values = Values { points: points(row)?, changed: Seq(row.int("rec_from")?) };
    places.insert(row.parsed("territory")?, values);
    Ok(())
}

/// Territories and groups for which a series has values.
pub async fn places(conn: &mut Conn, known: Known, series: &SeriesCode) -> Result<Vec<Place>, db::Error> {
    let sql = "SELECT series, territory, group_kind, group_name FROM monitoring_packed \
               WHERE series = $2 AND rec_from <= $1 AND $1 < rec_to ORDER BY territory, group_kind, group_name";
    let rows = query(sql).bind(known.seq()).bind(series.to_string()).fetch_all(&mut *conn).await?;
    rows.iter()
        .map(|row| {
            Ok(Place {
                series: row.parsed("series")?,
                territory: row.parsed("territory")?,
                group: read_group(row)?,
            })
        })
        .collect()
}

fn points(row: &Row) -> Result<Vec<Point>, db::Error> {
    let text = row.text("points")?;
    let read = |line: &str| {
        let (period, rest) = line.split_once('=')?;
        let (value, edition) = rest.split_once('@').map_or((rest, None), |(v, e)| (v, Some(e.into())));
        Some(Point { period: period.parse().ok()?, value: value.parse().ok()?, edition })
    };
    text.lines()
        .map(|line| {
            read(line).ok_or_else(|| db::Error::Corrupt {
                column: "points".to_owned(),
                value: line.to_owned(),
                expected: "PERIOD=VALUE@EDITION",
            })
        })
        .collect()
}

/// Opens packs of all values of their places.
pub async fn add(
    conn: &mut Conn,
    seq: Seq,
    packs: BTreeMap<Place, BTreeMap<ObservationKey, Measurement>>,
) -> Result<(), db::Error> {
    // Boxed, so that an act of the web can hold it while it waits.
    let rows: Box<dyn Iterator<Item = Vec<Value>> + Send> =
        Box::new(packs.into_iter().map(|(key, values)| {
            let mut values: Vec<(ObservationKey, Measurement)> = values.into_iter().collect();
            // Of two editions of one period the one published later comes last.
            values.sort_by(|(a, x), (b, y)| {
                (a.period, x.published_on, &a.edition).cmp(&(b.period, y.published_on, &b.edition))
            });
            let lines: Vec<String> = values.iter().map(|(k, m)| line(k, m)).collect();
            let (kind, name) = group_columns(key.group.as_ref());
            vec![
                key.series.to_string().into(),
                key.territory.to_string().into(),
                kind.into(),
                name.into(),
                lines.join("\n").into(),
                seq.into(),
            ]
        }));
    insert_many(conn, "monitoring_packed", &COLUMNS, rows).await?;
    Ok(())
}

fn line(key: &ObservationKey, measurement: &Measurement) -> String {
    let value = format!("{}={}", key.period, measurement.value);
    match &key.edition {
        Some(edition) => format!("{value}@{edition}"),
        None => value,
    }
}

/// Closes the known version.
pub async fn close(conn: &mut Conn, seq: Seq, key: &Place) -> Result<(), db::Error> {
    let (kind, name) = group_columns(key.group.as_ref());
    let sql = "UPDATE monitoring_packed SET rec_to = $1 WHERE series = $2 AND territory = $3 \
               AND group_kind = $4 AND group_name = $5 AND rec_to = $6";
    query(sql)
        .bind(seq.0)
        .bind(key.series.to_string())
        .bind(key.territory.to_string())
        .bind(kind)
        .bind(name)
        .bind(Seq::OPEN.0)
        .execute(&mut *conn)
        .await?;
    Ok(())
}

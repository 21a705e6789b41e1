//! `monitoring_observations`.
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    num::NonZeroUsize,
    sync::Arc,
};

use base::{
    Known, Period, Seq,
    codes::{SeriesCode, TerritoryCode},
};
use db::{Conn, LISTED_MAX, Row, RowExt, Value, dynamic, insert_many, marks, memo, query};

use crate::domain::records::{Group, Measurement, ObservationKey};

const COLUMNS: [&str; 14] = [
    "series",
    "territory",
    "period",
    "group_kind",
    "group_name",
    "edition",
    "value",
    "numerator",
    "denominator",
    "source",
    "provenance",
    "quality_note",
    "published_on",
    "rec_from",
];

/// Series of which the observations are kept, and the longest of them.
const KEPT_MAX: Option<NonZeroUsize> = NonZeroUsize::new(16);
const KEPT_ROWS_MAX: usize = 10_000;

/// What was observed of one series.
type Observed = BTreeMap<ObservationKey, Measurement>;

/// Every observation of a series as known.
pub async fn of_series(
    conn: &mut Conn,
    known: Known,
    series: &SeriesCode,
) -> Result<Arc<Observed>, db::Error> {
    if let Some(found) = memo::recall(known, series.as_str()) {
        return Ok(found);
    }
    let found = of_series_anew(conn, known, series).await?;
    if found.len() > KEPT_ROWS_MAX {
        return Ok(Arc::new(found));
    }
    Ok(memo::keep_of_many(KEPT_MAX, known, series.as_str(), found))
}

async fn of_series_anew(conn: &mut Conn, known: Known, series: &SeriesCode) -> Result<Observed, db::Error> {
    let sql = "SELECT series, territory, period, group_kind, group_name, edition, value, numerator, \
               denominator, source, provenance, quality_note, published_on FROM monitoring_observations \
               WHERE series = $2 AND rec_from <= $1 AND $1 < rec_to";
    let rows = query(sql).bind(known.seq()).bind(series.to_string()).fetch_all(&mut *conn).await?;
    rows.iter().map(read).collect()
}

/// Every version of every fact about everyone in a place that was recorded by then; of each fact oldest first.
pub async fn versions(
    conn: &mut Conn,
    known: Known,
    series: &SeriesCode,
    place: &TerritoryCode,
) -> Result<Vec<(ObservationKey, Seq, Measurement)>, db::Error> {
    let sql = "SELECT series, territory, period, group_kind, group_name, edition, value, numerator, \
               denominator, source, provenance, quality_note, published_on, rec_from \
               FROM monitoring_observations WHERE series = $2 AND territory = $3 AND group_kind = '' \
               AND rec_from <= $1 ORDER BY rec_from";
    let statement = query(sql).bind(known.seq()).bind(series.to_string()).bind(place.to_string());
    let rows = statement.fetch_all(&mut *conn).await?;
    let version = |row: &Row| {
        let (key, measurement) = read(row)?;
        Ok((key, Seq(row.int("rec_from")?), measurement))
    };
    rows.iter().map(version).collect()
}

fn read(row: &Row) -> Result<(ObservationKey, Measurement), db::Error> {
    let key = ObservationKey {
        series: row.parsed("series")?,
        territory: row.parsed("territory")?,
        group: read_group(row)?,
        period: row.parsed("period")?,
        edition: Some(row.text("edition")?).filter(|e| !e.is_empty()),
    };
    let measurement = Measurement {
        value: row.parsed("value")?,
        numerator: row.opt_parsed("numerator")?,
        denominator: row.opt_parsed("denominator")?,
        source: row.text("source")?,
        provenance: row.opt_text("provenance")?,
        quality_note: row.opt_text("quality_note")?,
        published_on: row.opt_parsed("published_on")?,
    };
    Ok((key, measurement))
}

/// The group of a row that has `group_kind` and `group_name`.
pub(super) fn read_group(row: &Row) -> Result<Option<Group>, db::Error> {
    if row.text("group_kind")?.is_empty() {
        return Ok(None);
    }
    Ok(Some(Group { kind: row.parsed("group_kind")?, name: row.text("group_name")? }))
}

/// Kind and name as columns; empty texts for everyone.
pub(super) fn group_columns(group: Option<&Group>) -> (String, String) {
    group.map(|g| (g.kind.to_string(), g.name.clone())).unwrap_or_default()
}

/// Closes the known version.
pub async fn close(conn: &mut Conn, seq: Seq, key: &ObservationKey) -> Result<(), db::Error> {
    let (kind, name) = group_columns(key.group.as_ref());
    let sql = "UPDATE monitoring_observations SET rec_to = $1 WHERE series = $2 AND territory = $3 \
               AND period = $4 AND group_kind = $5 AND group_name = $6 AND edition = $7 AND rec_to = $8";
    query(sql)
        .bind(seq.0)
        .bind(key.series.to_string())
        .bind(key.territory.to_string())
        .bind(key.period.to_string())
        .bind(kind)
        .bind(name)
        .bind(key.edition.clone().unwrap_or_default())
        .bind(Seq::OPEN.0)
        .execute(&mut *conn)
        .await?;
    Ok(())
}

/// Opens versions.
pub async fn add(
    conn: &mut Conn,
    seq: Seq,
    observations: impl IntoIterator<Item = &(ObservationKey, Measurement), IntoIter: Send>,
) -> Result<(), db::Error> {
    // Boxed, so that an act of the web can hold it while it waits.
    let rows: Box<dyn Iterator<Item = Vec<Value>> + Send> =
        Box::new(observations.into_iter().map(|(key, m)| columns(seq, key, m)));
    insert_many(conn, "monitoring_observations", &COLUMNS, rows).await?;
    Ok(())
}

fn columns(seq: Seq, key: &ObservationKey, m: &Measurement) -> Vec<Value> {
    let (kind, name) = group_columns(key.group.as_ref());
    vec![
        key.series.to_string().into(),
        key.territory.to_string().into(),
        key.period.to_string().into(),
        kind.into(),
        name.into(),
        key.edition.clone().unwrap_or_default().into(),
        m.value.to_string().into(),
        m.numerator.map(|n| n.to_string()).into(),
        m.denominator.map(|n| n.to_string()).into(),
        m.source.clone().into(),
        m.provenance.clone().into(),
        m.quality_note.clone().into(),
        m.published_on.map(|d| d.to_string()).into(),
        seq.into(),
    ]
}

/// A value of everyone: series, place and period.
pub type ValueKey = (SeriesCode, TerritoryCode, Period);

/// By which entry the first value of each was recorded; those without any are left out. A value that was corrected later came
/// when its first came.
pub async fn first_recorded(
    conn: &mut Conn,
    known: Known,
    wanted: &[ValueKey],
) -> Result<HashMap<ValueKey, Seq>, db::Error> {
    let mut series: Vec<&str> = wanted.iter().map(|(series, ..)| series.as_str()).collect();
    series.sort_unstable();
    series.dedup();
    let mut found = HashMap::new();
    for part in series.chunks(LISTED_MAX) {
        let sql = format!(
            "SELECT series, territory, period, MIN(rec_from) AS first FROM monitoring_observations \
             WHERE group_kind = '' AND rec_from <= $1 AND series IN ({}) GROUP BY series, territory, period",
            marks(2, part.len())
        );
        let statement = dynamic(sql).bind(known.seq());
        let statement = part.iter().fold(statement, |statement, code| statement.bind((*code).to_owned()));
        for row in statement.fetch_all(&mut *conn).await? {
            let key = (row.parsed("series")?, row.parsed("territory")?, row.parsed("period")?);
            found.insert(key, Seq(row.int("first")?));
        }
    }
    let wanted: HashSet<&ValueKey> = wanted.iter().collect();
    found.retain(|key, _| wanted.contains(key));
    Ok(found)
}

/// Values of everyone recorded last of which the statistician said nothing, the newest first.
pub async fn unvalidated(
    conn: &mut Conn,
    known: Known,
    rows_max: i64,
) -> Result<Vec<(ObservationKey, Measurement)>, db::Error> {
    let sql = "SELECT o.series, o.territory, o.period, o.group_kind, o.group_name, o.edition, o.value, o.numerator, \
               o.denominator, o.source, o.provenance, o.quality_note, o.published_on FROM monitoring_observations o \
               WHERE o.group_kind = '' AND o.rec_from <= $1 AND $1 < o.rec_to AND NOT EXISTS (SELECT 1 FROM \
               monitoring_validations v WHERE v.series = o.series AND v.territory = o.territory AND v.period = o.period \
               AND v.group_kind = '' AND v.edition = o.edition AND v.rec_from <= $1 AND $1 < v.rec_to) \
               ORDER BY o.rec_from DESC, o.series, o.territory, o.period DESC LIMIT $2";
    let rows = query(sql).bind(known.seq()).bind(rows_max).fetch_all(&mut *conn).await?;
    rows.iter().map(read).collect()
}

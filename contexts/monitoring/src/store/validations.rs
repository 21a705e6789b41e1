//! `monitoring_validations`.
use base::{Known, Seq};
use db::{Conn, Error, Row, RowExt, insert_many, query};

use super::observations::{group_columns, read_group};
use crate::domain::records::ObservationKey;
use crate::domain::review::Validation;

const COLUMNS: [&str; 12] = [
    "series",
    "territory",
    "period",
    "group_kind",
    "group_name",
    "edition",
    "value",
    "verdict",
    "words",
    "post",
    "at",
    "rec_from",
];

fn read(row: &Row) -> Result<(ObservationKey, Validation), Error> {
    let key = ObservationKey {
        series: row.parsed("series")?,
        territory: row.parsed("territory")?,
        group: read_group(row)?,
        period: row.parsed("period")?,
        edition: Some(row.text("edition")?).filter(|edition| !edition.is_empty()),
    };
    let validation = Validation {
        verdict: row.parsed("verdict")?,
        words: row.text("words")?,
        value: row.parsed("value")?,
        post: row.text("post")?,
        at: row.parsed("at")?,
    };
    Ok((key, validation))
}

/// What is said of the values of a series.
pub(crate) async fn of_series(
    conn: &mut Conn,
    known: Known,
    series: &str,
) -> Result<Vec<(ObservationKey, Validation)>, Error> {
    let sql = "SELECT * FROM monitoring_validations WHERE rec_from <= $1 AND $1 < rec_to AND series = $2 ORDER BY at";
    let rows = query(sql).bind(known.seq()).bind(series.to_owned()).fetch_all(&mut *conn).await?;
    rows.iter().map(read).collect()
}

/// Ends what was said of a value.
pub(crate) async fn close(conn: &mut Conn, seq: Seq, key: &ObservationKey) -> Result<(), Error> {
    let (kind, name) = group_columns(key.group.as_ref());
    let sql = "UPDATE monitoring_validations SET rec_to = $1 WHERE series = $2 AND territory = $3 \
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

/// Says it, instead of what was said before.
pub(crate) async fn write(
    conn: &mut Conn,
    seq: Seq,
    (key, said): (&ObservationKey, &Validation),
) -> Result<(), Error> {
    close(conn, seq, key).await?;
    let (kind, name) = group_columns(key.group.as_ref());
    let row = vec![
        key.series.to_string().into(),
        key.territory.to_string().into(),
        key.period.to_string().into(),
        kind.into(),
        name.into(),
        key.edition.clone().unwrap_or_default().into(),
        said.value.to_string().into(),
        said.verdict.as_str().into(),
        said.words.as_str().into(),
        said.post.as_str().into(),
        format!("{:.6}", said.at).into(),
        seq.into(),
    ];
    insert_many(conn, "monitoring_validations", &COLUMNS, [row]).await?;
    Ok(())
}

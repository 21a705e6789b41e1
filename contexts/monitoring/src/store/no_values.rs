//! `monitoring_no_values`.
use std::collections::BTreeMap;
use std::sync::Arc;

use base::{Known, Seq, codes::SeriesCode};
use db::{Conn, Error, LISTED_MAX, Row, RowExt, Value, dynamic, insert_many, marks, memo, query};

use crate::domain::answer::{Answer, AnswerKey};

const COLUMNS: [&str; 8] =
    ["series", "territory", "period", "reason", "words", "source", "provenance", "rec_from"];

fn read(row: &Row) -> Result<(AnswerKey, Answer), Error> {
    let key = AnswerKey {
        series: row.parsed("series")?,
        territory: row.parsed("territory")?,
        period: row.parsed("period")?,
    };
    let answer = Answer {
        reason: row.text("reason")?,
        words: row.text("words")?,
        source: row.text("source")?,
        provenance: row.opt_text("provenance")?,
    };
    Ok((key, answer))
}

/// What was answered of some series, each with the entry that recorded it.
pub(crate) async fn of_series(
    conn: &mut Conn,
    known: Known,
    series: &[&SeriesCode],
) -> Result<BTreeMap<AnswerKey, (Answer, Seq)>, Error> {
    let mut found = BTreeMap::new();
    for part in series.chunks(LISTED_MAX) {
        let sql = format!(
            "SELECT series, territory, period, reason, words, source, provenance, rec_from \
             FROM monitoring_no_values WHERE rec_from <= $1 AND $1 < rec_to AND series IN ({})",
            marks(2, part.len())
        );
        let statement = dynamic(sql).bind(known.seq());
        let statement = part.iter().fold(statement, |statement, code| statement.bind(code.to_string()));
        for row in &statement.fetch_all(&mut *conn).await? {
            let (key, answer) = read(row)?;
            found.insert(key, (answer, Seq(row.int("rec_from")?)));
        }
    }
    Ok(found)
}

/// By which entry each period of which something was ever answered was answered first.
pub(crate) async fn first_recorded(
    conn: &mut Conn,
    known: Known,
) -> Result<Arc<BTreeMap<AnswerKey, Seq>>, Error> {
    if let Some(found) = memo::recall(known, "first") {
        return Ok(found);
    }
    let sql = "SELECT series, territory, period, MIN(rec_from) AS first FROM monitoring_no_values \
               WHERE rec_from <= $1 GROUP BY series, territory, period";
    let rows = query(sql).bind(known.seq()).fetch_all(&mut *conn).await?;
    let one = |row: &Row| {
        let key = AnswerKey {
            series: row.parsed("series")?,
            territory: row.parsed("territory")?,
            period: row.parsed("period")?,
        };
        Ok((key, Seq(row.int("first")?)))
    };
    let found: BTreeMap<AnswerKey, Seq> = rows.iter().map(one).collect::<Result<_, Error>>()?;
    Ok(memo::keep(known, "first", found))
}

/// Closes what was answered.
pub(crate) async fn close(conn: &mut Conn, seq: Seq, key: &AnswerKey) -> Result<(), Error> {
    let sql = "UPDATE monitoring_no_values SET rec_to = $1 \
               WHERE series = $2 AND territory = $3 AND period = $4 AND rec_to = $5";
    query(sql)
        .bind(seq.0)
        .bind(key.series.to_string())
        .bind(key.territory.to_string())
        .bind(key.period.to_string())
        .bind(Seq::OPEN.0)
        .execute(&mut *conn)
        .await?;
    Ok(())
}

/// Opens versions.
pub(crate) async fn add(conn: &mut Conn, seq: Seq, answers: &[(AnswerKey, Answer)]) -> Result<(), Error> {
    let row = |(key, answer): &(AnswerKey, Answer)| {
        vec![
            key.series.to_string().into(),
            key.territory.to_string().into(),
            key.period.to_string().into(),
            answer.reason.clone().into(),
            answer.words.clone().into(),
            answer.source.clone().into(),
            Value::from(answer.provenance.clone()),
            seq.into(),
        ]
    };
    let rows: Vec<Vec<Value>> = answers.iter().map(row).collect();
    insert_many(conn, "monitoring_no_values", &COLUMNS, rows).await?;
    Ok(())
}

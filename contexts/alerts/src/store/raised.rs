//! `alerts_raised`.
use std::collections::HashMap;

use base::{Known, Seq};
use db::{Conn, RowExt, Value, insert_many, query};
use jiff::civil::Date;

use crate::domain::{Alert, AlertCode, Cause};

const COLUMNS: [&str; 14] = [
    "alert",
    "kind",
    "cause",
    "triggers",
    "entity",
    "element",
    "indicator",
    "territory",
    "year",
    "name",
    "name_en",
    "sample",
    "since",
    "rec_from",
];

/// What is kept of an alert while it is raised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// Its triggers, the gravest first, joined by `;`.
    pub triggers: String,
    /// The first day on which it held.
    pub since: Date,
}

/// Those raised now, by code.
pub async fn all(conn: &mut Conn, known: Known) -> Result<HashMap<AlertCode, Raised>, db::Error> {
    let sql = "SELECT alert, triggers, since FROM alerts_raised WHERE rec_from <= $1 AND $1 < rec_to";
    let rows = query(sql).bind(known.seq()).fetch_all(&mut *conn).await?;
    rows.iter()
        .map(|row| {
            Ok((
                row.parsed("alert")?,
                Raised { triggers: row.text("triggers")?, since: row.parsed("since")? },
            ))
        })
        .collect()
}

/// Whether there is any version of it.
pub async fn ever(conn: &mut Conn, known: Known, code: &AlertCode) -> Result<bool, db::Error> {
    let sql = "SELECT alert FROM alerts_raised WHERE alert = $2 AND rec_from <= $1 LIMIT 1";
    let row = query(sql).bind(known.seq()).bind(code.as_str().to_owned()).fetch_optional(&mut *conn).await?;
    Ok(row.is_some())
}

/// Triggers as they are kept.
pub fn triggers(alert: &Alert) -> String {
    let mut words: Vec<&str> = alert.signs.iter().map(|sign| sign.trigger.as_str()).collect();
    words.dedup();
    words.join(";")
}

/// Opens versions of alerts, each held since a day.
pub async fn open(conn: &mut Conn, seq: Seq, alerts: &[(&Alert, Date)]) -> Result<(), db::Error> {
    let rows: Vec<Vec<Value>> = alerts.iter().map(|(alert, since)| row(alert, *since, seq)).collect();
    insert_many(conn, "alerts_raised", &COLUMNS, rows).await?;
    Ok(())
}

fn row(alert: &Alert, since: Date, seq: Seq) -> Vec<Value> {
    let (indicator, year) = match &alert.cause {
        Cause::Result { indicator, .. } | Cause::Data { indicator, .. } => {
            (Some(indicator.to_string()), None)
        }
        Cause::Initiative { year, .. } | Cause::Ceiling { year, .. } => (None, Some(i64::from(*year))),
        Cause::Alignment { .. }
        | Cause::Matrix { .. }
        | Cause::Commitment { .. }
        | Cause::Report { .. }
        | Cause::Told { .. } => (None, None),
    };
    vec![
        alert.code().as_str().into(),
        alert.cause.kind().into(),
        alert.cause.to_string().into(),
        triggers(alert).into(),
        alert.entity.as_ref().map(ToString::to_string).into(),
        alert.element.as_ref().map(ToString::to_string).into(),
        indicator.into(),
        alert.territory.as_ref().map(ToString::to_string).into(),
        year.into(),
        alert.name.0.as_str().into(),
        alert.name.1.clone().into(),
        i64::from(alert.sample).into(),
        since.to_string().into(),
        seq.into(),
    ]
}

/// Ends versions of alerts.
pub async fn close(conn: &mut Conn, seq: Seq, codes: &[AlertCode]) -> Result<(), db::Error> {
    let sql = "UPDATE alerts_raised SET rec_to = $1 WHERE alert = $2 AND rec_to = $3";
    for code in codes {
        query(sql).bind(seq.0).bind(code.as_str().to_owned()).bind(Seq::OPEN.0).execute(&mut *conn).await?;
    }
    Ok(())
}

//! `alerts_answers`.
use std::collections::HashMap;

use base::{Known, Seq};
use db::{Conn, Row, RowExt, Value, insert_many, query};

use crate::domain::{AlertCode, Held, Said};

const COLUMNS: [&str; 8] =
    ["alert", "number", "what", "text", "post", "answered_on", "signature", "rec_from"];

/// What was said of each alert, in order.
pub async fn all(conn: &mut Conn, known: Known) -> Result<HashMap<AlertCode, Vec<Said>>, db::Error> {
    let sql = "SELECT alert, what, text, post, answered_on, signature FROM alerts_answers \
               WHERE rec_from <= $1 AND $1 < rec_to ORDER BY alert, number";
    let rows = query(sql).bind(known.seq()).fetch_all(&mut *conn).await?;
    let mut found: HashMap<AlertCode, Vec<Said>> = HashMap::new();
    for row in &rows {
        found.entry(row.parsed("alert")?).or_default().push(said(row)?);
    }
    Ok(found)
}

fn said(row: &Row) -> Result<Said, db::Error> {
    let what = row.text("what")?;
    let what = Held::of(&what).ok_or_else(|| db::Error::Corrupt {
        column: "what".to_owned(),
        value: what,
        expected: "acknowledged, explained or closed",
    })?;
    Ok(Said {
        what,
        text: row.text("text")?,
        post: row.text("post")?,
        on: row.parsed("answered_on")?,
        signature: row.text("signature")?,
    })
}

/// Adds one after those there are.
pub async fn add(
    conn: &mut Conn,
    seq: Seq,
    (alert, before): (&AlertCode, usize),
    said: &Said,
) -> Result<(), db::Error> {
    let number = i64::try_from(before).unwrap_or(i64::MAX).saturating_add(1);
    let row: Vec<Value> = vec![
        alert.as_str().into(),
        number.into(),
        said.what.as_str().into(),
        said.text.as_str().into(),
        said.post.as_str().into(),
        said.on.to_string().into(),
        said.signature.as_str().into(),
        seq.into(),
    ];
    insert_many(conn, "alerts_answers", &COLUMNS, vec![row]).await?;
    Ok(())
}

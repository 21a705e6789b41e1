//! `alerts_answers`.
use std::{collections::HashMap, sync::Arc};

use base::{Known, Seq, codes::EntityCode};
use db::{Conn, Row, RowExt, Value, insert_many, memo, query};
use jiff::civil::Date;

use super::told::Told;
use crate::domain::{AlertCode, Held, Said};

const COLUMNS: [&str; 8] =
    ["alert", "number", "what", "text", "post", "answered_on", "signature", "rec_from"];

/// What posts said: answers of each alert, in order, and what they told of elements; and since when alerts are written down.
#[derive(Debug, Default)]
pub struct AllSaid {
    pub answers: HashMap<AlertCode, Vec<Said>>,
    pub told: Vec<Told>,
    /// Since when, and of which body.
    pub raised: HashMap<AlertCode, (Date, Option<EntityCode>)>,
}

/// All of it, in one question, asked once of a state.
pub async fn all(conn: &mut Conn, known: Known) -> Result<Arc<AllSaid>, db::Error> {
    if let Some(found) = memo::recall(known, "") {
        return Ok(found);
    }
    Ok(memo::keep(known, "", all_anew(conn, known).await?))
}

async fn all_anew(conn: &mut Conn, known: Known) -> Result<AllSaid, db::Error> {
    let sql = "SELECT alert AS subject, number, what, text, post, answered_on AS said_on, signature, \
                      rec_from, '' AS entity, 0 AS is_told \
               FROM alerts_answers WHERE rec_from <= $1 AND $1 < rec_to \
               UNION ALL \
               SELECT element AS subject, rec_from AS number, trigger_code AS what, text, post, told_on AS said_on, \
                      '' AS signature, rec_from, COALESCE(entity, '') AS entity, 1 AS is_told \
               FROM alerts_told WHERE rec_from <= $1 AND $1 < rec_to \
               UNION ALL \
               SELECT alert AS subject, 0 AS number, '' AS what, '' AS text, '' AS post, since AS said_on, \
                      '' AS signature, rec_from, COALESCE(entity, '') AS entity, 2 AS is_told \
               FROM alerts_raised WHERE rec_from <= $1 AND $1 < rec_to \
               ORDER BY subject, number";
    let rows = query(sql).bind(known.seq()).fetch_all(&mut *conn).await?;
    let mut found = AllSaid::default();
    for row in &rows {
        match row.int("is_told")? {
            0 => found.answers.entry(row.parsed("subject")?).or_default().push(said(row)?),
            1 => found.told.push(told(row)?),
            _ => drop(found.raised.insert(row.parsed("subject")?, (row.parsed("said_on")?, entity(row)?))),
        }
    }
    Ok(found)
}

fn entity(row: &Row) -> Result<Option<EntityCode>, db::Error> {
    if row.text("entity")?.is_empty() { Ok(None) } else { row.parsed("entity").map(Some) }
}

fn told(row: &Row) -> Result<Told, db::Error> {
    Ok(Told {
        seq: Seq(row.int("rec_from")?),
        element: row.parsed("subject")?,
        entity: entity(row)?,
        trigger: row.parsed("what")?,
        text: row.text("text")?,
        post: row.text("post")?,
        on: row.parsed("said_on")?,
    })
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
        on: row.parsed("said_on")?,
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

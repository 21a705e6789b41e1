//! Answers to checklists.
use std::collections::BTreeMap;

use base::{Known, Seq};
use db::{Absent, Conn, Error, Row, RowExt, Value, Versioned, instant, known_rows as rows};

use crate::domain::appraisal::{Appraisal, Given};

const APPRAISALS: Versioned = Versioned {
    table: "evaluations_appraisals",
    columns: &["appraised", "item", "checklist", "subject", "answer", "reason", "role", "post", "at"],
    key_columns: 2,
};

fn appraised(checklist: &str, subject: &str) -> String {
    format!("{checklist}:{subject}")
}

/// Takes the place of the appraisal of the same thing by the same checklist.
pub(crate) async fn put(conn: &mut Conn, seq: Seq, of: &Appraisal) -> Result<(), Error> {
    let key = appraised(&of.checklist, &of.subject);
    let row = |given: &Given| {
        vec![
            key.as_str().into(),
            given.item.as_str().into(),
            of.checklist.as_str().into(),
            of.subject.as_str().into(),
            given.answer.as_str().into(),
            Value::from(given.reason.clone()),
            of.role.as_str().into(),
            of.post.as_str().into(),
            instant(of.at).into(),
        ]
    };
    let rows: Vec<Vec<Value>> = of.answers.iter().map(row).collect();
    APPRAISALS.revise_part(conn, seq, &key, rows, Absent::Closed).await?;
    Ok(())
}

fn given(row: &Row) -> Result<Given, Error> {
    Ok(Given { item: row.text("item")?, answer: row.parsed("answer")?, reason: row.opt_text("reason")? })
}

fn gathered(found: &[Row]) -> Result<Vec<Appraisal>, Error> {
    let mut all: BTreeMap<String, Appraisal> = BTreeMap::new();
    for row in found {
        let key = row.text("appraised")?;
        if let Some(known) = all.get_mut(&key) {
            known.answers.push(given(row)?);
            continue;
        }
        let first = Appraisal {
            checklist: row.text("checklist")?,
            subject: row.text("subject")?,
            answers: vec![given(row)?],
            role: row.text("role")?,
            post: row.text("post")?,
            at: row.parsed("at")?,
        };
        all.insert(key, first);
    }
    Ok(all.into_values().collect())
}

/// Every appraisal, by checklist and subject.
pub(crate) async fn all(conn: &mut Conn, known: Known) -> Result<Vec<Appraisal>, Error> {
    gathered(&rows(conn, known, "evaluations_appraisals", None, "appraised, item").await?)
}

pub(crate) async fn one(
    conn: &mut Conn,
    known: Known,
    checklist: &str,
    subject: &str,
) -> Result<Option<Appraisal>, Error> {
    let key = appraised(checklist, subject);
    let of = Some(("appraised", key.as_str()));
    let found = rows(conn, known, "evaluations_appraisals", of, "item").await?;
    Ok(gathered(&found)?.pop())
}

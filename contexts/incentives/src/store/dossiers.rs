//! Evidence, verifications and objections.
use std::collections::BTreeMap;

use base::{Digest, Known, Seq};
use db::{Conn, Error, Row, RowExt, Value, insert_many, instant};

use super::Of;
use crate::domain::{Dossier, Evidence, Objection, OfferRef, Verification};

/// By what goal and municipality they are about.
pub(crate) type Dossiers = BTreeMap<OfferRef, Dossier>;

fn key(at: &OfferRef) -> [Value; 3] {
    [at.goal.to_string().into(), at.entity.as_str().into(), i64::from(at.goal.year()).into()]
}

fn at(row: &Row) -> Result<OfferRef, Error> {
    Ok(OfferRef { goal: row.parsed("goal")?, entity: row.parsed("entity")? })
}

pub(crate) async fn add_evidence(
    conn: &mut Conn,
    seq: Seq,
    (at, of): (&OfferRef, &Evidence),
) -> Result<(), Error> {
    let columns = [
        "goal",
        "entity",
        "year",
        "number",
        "value",
        "document",
        "document_name",
        "text",
        "filed_on",
        "post",
        "at",
        "rec_from",
    ];
    let mut row: Vec<Value> = key(at).to_vec();
    row.extend([
        of.number.into(),
        Value::from(of.value.map(|value| value.to_string())),
        Value::from(of.document.as_ref().map(|(digest, _)| digest.to_string())),
        Value::from(of.document.as_ref().map(|(_, name)| name.clone())),
        of.text.as_str().into(),
        of.filed_on.to_string().into(),
        of.post.as_str().into(),
        instant(of.at).into(),
        seq.into(),
    ]);
    insert_many(conn, "incentives_evidence", &columns, [row]).await?;
    Ok(())
}

pub(crate) async fn add_verification(
    conn: &mut Conn,
    seq: Seq,
    (at, of): (&OfferRef, &Verification),
) -> Result<(), Error> {
    let columns =
        ["goal", "entity", "year", "number", "evidence", "verdict", "reason", "post", "at", "rec_from"];
    let mut row: Vec<Value> = key(at).to_vec();
    row.extend([
        of.number.into(),
        of.evidence.into(),
        of.verdict.as_str().into(),
        of.reason.as_str().into(),
        of.post.as_str().into(),
        instant(of.at).into(),
        seq.into(),
    ]);
    insert_many(conn, "incentives_verifications", &columns, [row]).await?;
    Ok(())
}

pub(crate) async fn add_objection(
    conn: &mut Conn,
    seq: Seq,
    (at, of): (&OfferRef, &Objection),
) -> Result<(), Error> {
    let columns = ["goal", "entity", "year", "text", "post", "at", "rec_from"];
    let mut row: Vec<Value> = key(at).to_vec();
    row.extend([of.text.as_str().into(), of.post.as_str().into(), instant(of.at).into(), seq.into()]);
    insert_many(conn, "incentives_objections", &columns, [row]).await?;
    Ok(())
}

fn evidence(row: &Row) -> Result<Evidence, Error> {
    let digest: Option<Digest> = row.opt_parsed("document")?;
    Ok(Evidence {
        number: row.int("number")?,
        value: row.opt_parsed("value")?,
        document: digest.zip(row.opt_text("document_name")?),
        text: row.text("text")?,
        filed_on: row.parsed("filed_on")?,
        post: row.text("post")?,
        at: row.parsed("at")?,
    })
}

fn verification(row: &Row) -> Result<Verification, Error> {
    Ok(Verification {
        number: row.int("number")?,
        evidence: row.int("evidence")?,
        verdict: row.parsed("verdict")?,
        reason: row.text("reason")?,
        post: row.text("post")?,
        at: row.parsed("at")?,
    })
}

fn objection(row: &Row) -> Result<Objection, Error> {
    Ok(Objection { text: row.text("text")?, post: row.text("post")?, at: row.parsed("at")? })
}

/// Everything that was filed and said; nothing of what nobody filed anything for.
pub(crate) async fn of(conn: &mut Conn, known: Known, of: Of<'_>) -> Result<Dossiers, Error> {
    let mut all = Dossiers::new();
    let order = "goal, entity, number";
    for row in &super::rows(conn, known, ("incentives_evidence", order), of).await? {
        all.entry(at(row)?).or_default().evidence.push(evidence(row)?);
    }
    for row in &super::rows(conn, known, ("incentives_verifications", order), of).await? {
        all.entry(at(row)?).or_default().verifications.push(verification(row)?);
    }
    for row in &super::rows(conn, known, ("incentives_objections", "goal, entity"), of).await? {
        all.entry(at(row)?).or_default().objection = Some(objection(row)?);
    }
    Ok(all)
}

pub(crate) async fn files(conn: &mut Conn) -> Result<Vec<Digest>, Error> {
    let sql = "SELECT document FROM incentives_evidence WHERE document IS NOT NULL";
    let rows = db::query(sql).fetch_all(&mut *conn).await?;
    rows.iter().map(|row| row.digest("document")).collect()
}

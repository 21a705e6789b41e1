//! Recommendations with their steps, and the calendar of audits.
use std::collections::BTreeMap;

use base::{Known, Seq, codes::EntityCode};
use db::{Conn, Error, Row, RowExt, Value, insert_many, instant, known_rows as rows};

use crate::domain::{Audit, Recommendation, RecommendationCode, recommendation::Step};

pub(crate) async fn add(conn: &mut Conn, seq: Seq, of: &Recommendation) -> Result<(), Error> {
    let columns = [
        "code",
        "source",
        "nature",
        "entity",
        "programme",
        "text",
        "document",
        "made_on",
        "due_on",
        "role",
        "post",
        "at",
        "rec_from",
    ];
    let row = vec![
        of.code.as_str().into(),
        of.source.as_str().into(),
        of.nature.as_str().into(),
        of.entity.as_str().into(),
        Value::from(of.programme.clone()),
        of.text.as_str().into(),
        of.document.as_str().into(),
        of.made_on.to_string().into(),
        Value::from(of.due_on.map(|due| due.to_string())),
        of.role.as_str().into(),
        of.post.as_str().into(),
        instant(of.at).into(),
        seq.into(),
    ];
    insert_many(conn, "evaluations_recommendations", &columns, [row]).await?;
    Ok(())
}

fn recommendation(row: &Row) -> Result<Recommendation, Error> {
    Ok(Recommendation {
        code: row.parsed("code")?,
        source: row.parsed("source")?,
        nature: row.parsed("nature")?,
        entity: row.parsed("entity")?,
        programme: row.opt_text("programme")?,
        text: row.text("text")?,
        document: row.text("document")?,
        made_on: row.parsed("made_on")?,
        due_on: row.opt_parsed("due_on")?,
        role: row.text("role")?,
        post: row.text("post")?,
        at: row.parsed("at")?,
    })
}

pub(crate) async fn one(
    conn: &mut Conn,
    known: Known,
    code: &RecommendationCode,
) -> Result<Option<Recommendation>, Error> {
    let of = Some(("code", code.as_str()));
    let found = rows(conn, known, "evaluations_recommendations", of, "code").await?;
    found.first().map(recommendation).transpose()
}

/// Every recommendation, the newest first.
pub(crate) async fn all(conn: &mut Conn, known: Known) -> Result<Vec<Recommendation>, Error> {
    let found = rows(conn, known, "evaluations_recommendations", None, "rec_from DESC").await?;
    found.iter().map(recommendation).collect()
}

/// Those addressed to a body, the newest first.
pub(crate) async fn of_body(
    conn: &mut Conn,
    known: Known,
    entity: &EntityCode,
) -> Result<Vec<Recommendation>, Error> {
    let of = Some(("entity", entity.as_str()));
    let found = rows(conn, known, "evaluations_recommendations", of, "rec_from DESC").await?;
    found.iter().map(recommendation).collect()
}

pub(crate) async fn add_step(
    conn: &mut Conn,
    seq: Seq,
    (code, of): (&RecommendationCode, &Step),
) -> Result<(), Error> {
    let columns = ["recommendation", "number", "step", "text", "post", "at", "rec_from"];
    let row = vec![
        code.as_str().into(),
        of.number.into(),
        of.step.as_str().into(),
        of.text.as_str().into(),
        of.post.as_str().into(),
        instant(of.at).into(),
        seq.into(),
    ];
    insert_many(conn, "evaluations_followups", &columns, [row]).await?;
    Ok(())
}

fn step(row: &Row) -> Result<(RecommendationCode, Step), Error> {
    let of = Step {
        number: row.int("number")?,
        step: row.parsed("step")?,
        text: row.text("text")?,
        post: row.text("post")?,
        at: row.parsed("at")?,
    };
    Ok((row.parsed("recommendation")?, of))
}

pub(crate) async fn steps(
    conn: &mut Conn,
    known: Known,
    code: &RecommendationCode,
) -> Result<Vec<Step>, Error> {
    let of = Some(("recommendation", code.as_str()));
    let found = rows(conn, known, "evaluations_followups", of, "number").await?;
    found.iter().map(|row| Ok(step(row)?.1)).collect()
}

/// Of every recommendation.
pub(crate) async fn all_steps(
    conn: &mut Conn,
    known: Known,
) -> Result<BTreeMap<RecommendationCode, Vec<Step>>, Error> {
    let mut all: BTreeMap<RecommendationCode, Vec<Step>> = BTreeMap::new();
    for row in &rows(conn, known, "evaluations_followups", None, "recommendation, number").await? {
        let (code, one) = step(row)?;
        all.entry(code).or_default().push(one);
    }
    Ok(all)
}

pub(crate) async fn add_audit(conn: &mut Conn, seq: Seq, of: &Audit) -> Result<(), Error> {
    let columns = [
        "code",
        "auditor",
        "entity",
        "matter",
        "title",
        "day_first",
        "day_last",
        "overlap_reason",
        "post",
        "at",
        "rec_from",
    ];
    let row = vec![
        of.code.as_str().into(),
        of.auditor.as_str().into(),
        of.entity.as_str().into(),
        of.matter.as_str().into(),
        of.title.as_str().into(),
        of.from.to_string().into(),
        of.to.to_string().into(),
        of.overlap_reason.as_str().into(),
        of.post.as_str().into(),
        instant(of.at).into(),
        seq.into(),
    ];
    insert_many(conn, "evaluations_audits", &columns, [row]).await?;
    Ok(())
}

fn audit(row: &Row) -> Result<Audit, Error> {
    Ok(Audit {
        code: row.parsed("code")?,
        auditor: row.text("auditor")?,
        entity: row.parsed("entity")?,
        matter: row.parsed("matter")?,
        title: row.text("title")?,
        from: row.parsed("day_first")?,
        to: row.parsed("day_last")?,
        overlap_reason: row.text("overlap_reason")?,
        post: row.text("post")?,
        at: row.parsed("at")?,
    })
}

/// The calendar, the first to begin first.
pub(crate) async fn audits(conn: &mut Conn, known: Known) -> Result<Vec<Audit>, Error> {
    rows(conn, known, "evaluations_audits", None, "day_first, code").await?.iter().map(audit).collect()
}

//! Matrices: what was done with them, their lines, and progress in what was signed.
use std::collections::BTreeMap;

use base::{Known, Seq};
use db::{Absent, Conn, Error, Row, RowExt, Value, Versioned, insert_many, instant, known_rows as rows};
use workflow::{Act, By};

use crate::domain::{Commitment, EvaluationCode, Progress, Verified};

const LINE: &[&str] = &["evaluation", "code", "action", "responsible", "indicator", "target", "deadline"];
const DRAFTS: Versioned = Versioned { table: "evaluations_drafts", columns: LINE, key_columns: 2 };
const COMMITMENTS: Versioned = Versioned { table: "evaluations_commitments", columns: LINE, key_columns: 2 };
const PROGRESS: Versioned = Versioned {
    table: "evaluations_progress",
    columns: &[
        "evaluation",
        "number",
        "commitment",
        "text",
        "evidence",
        "evidence_name",
        "post",
        "at",
        "verdict",
        "verdict_reason",
        "verdict_post",
        "verdict_at",
    ],
    key_columns: 2,
};

/// A document that came with an act: its kind is one that the procedure declares.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Document {
    pub kind: String,
    pub digest: base::Digest,
    pub name: String,
}

/// An act that was taken, and what only the record knows of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    pub act: Act,
    /// Absent where silence acted.
    pub post: Option<String>,
    pub documents: Vec<Document>,
}

fn taken(row: &Row) -> Result<(EvaluationCode, Taken), Error> {
    let who = row.text("who")?;
    let by = match row.text("kind")?.as_str() {
        "role" => By::Role(who),
        "clock" => By::Clock(who),
        other => return Err(Error::corrupt("kind", other.to_owned(), "role or clock")),
    };
    let written = row.text("documents")?;
    let documents: Vec<Document> = serde_json::from_str(&written)
        .map_err(|_| Error::corrupt("documents", written, "a list of documents"))?;
    let mut act = Act::new(&row.text("act")?, row.parsed("at")?, by);
    act.documents = documents.iter().map(|document| document.kind.clone()).collect();
    act.reason = row.text("reason")?;
    act.extend_by = row.opt_int("extend_by")?.and_then(|by| u16::try_from(by).ok());
    Ok((row.parsed("evaluation")?, Taken { act, post: row.opt_text("post")?, documents }))
}

/// What was done with a matrix, in order.
pub(crate) async fn acts(conn: &mut Conn, known: Known, code: &EvaluationCode) -> Result<Vec<Taken>, Error> {
    let of = Some(("evaluation", code.as_str()));
    let found = rows(conn, known, "evaluations_acts", of, "number").await?;
    found.iter().map(|row| Ok(taken(row)?.1)).collect()
}

/// What was done with every matrix, in order.
pub(crate) async fn all_acts(
    conn: &mut Conn,
    known: Known,
) -> Result<BTreeMap<EvaluationCode, Vec<Taken>>, Error> {
    let found = rows(conn, known, "evaluations_acts", None, "evaluation, number").await?;
    grouped(found.iter().map(taken))
}

fn grouped<T>(
    rows: impl Iterator<Item = Result<(EvaluationCode, T), Error>>,
) -> Result<BTreeMap<EvaluationCode, Vec<T>>, Error> {
    let mut all: BTreeMap<EvaluationCode, Vec<T>> = BTreeMap::new();
    for row in rows {
        let (code, one) = row?;
        all.entry(code).or_default().push(one);
    }
    Ok(all)
}

/// Adds acts after those there are.
pub(crate) async fn add_acts(
    conn: &mut Conn,
    seq: Seq,
    code: &EvaluationCode,
    (before, new): (usize, &[Taken]),
) -> Result<(), Error> {
    let columns = [
        "evaluation",
        "number",
        "act",
        "at",
        "kind",
        "who",
        "post",
        "reason",
        "extend_by",
        "documents",
        "rec_from",
    ];
    let rows = new.iter().zip(before + 1..).map(|(taken, number)| {
        let (kind, who) = match &taken.act.by {
            By::Role(role) => ("role", role),
            By::Clock(clock) => ("clock", clock),
        };
        let documents = serde_json::to_string(&taken.documents).unwrap_or_else(|_| "[]".to_owned());
        vec![
            code.as_str().into(),
            i64::try_from(number).unwrap_or(i64::MAX).into(),
            taken.act.code.as_str().into(),
            instant(taken.act.at).into(),
            kind.into(),
            who.as_str().into(),
            Value::from(taken.post.clone()),
            taken.act.reason.as_str().into(),
            Value::from(taken.act.extend_by.map(i64::from)),
            documents.into(),
            seq.into(),
        ]
    });
    let rows: Vec<Vec<Value>> = rows.collect();
    insert_many(conn, "evaluations_acts", &columns, rows).await?;
    Ok(())
}

fn line(code: &EvaluationCode, of: &Commitment) -> Vec<Value> {
    vec![
        code.as_str().into(),
        of.code.as_str().into(),
        of.action.as_str().into(),
        of.responsible.as_str().into(),
        of.indicator.as_str().into(),
        of.target.as_str().into(),
        of.deadline.to_string().into(),
    ]
}

fn commitment(row: &Row) -> Result<(EvaluationCode, Commitment), Error> {
    let of = Commitment {
        code: row.text("code")?,
        action: row.text("action")?,
        responsible: row.text("responsible")?,
        indicator: row.text("indicator")?,
        target: row.text("target")?,
        deadline: row.parsed("deadline")?,
    };
    Ok((row.parsed("evaluation")?, of))
}

/// Makes the lines of a draft what is given.
pub(crate) async fn put_drafts(
    conn: &mut Conn,
    seq: Seq,
    code: &EvaluationCode,
    lines: &[Commitment],
) -> Result<db::Revision, Error> {
    let rows: Vec<Vec<Value>> = lines.iter().map(|of| line(code, of)).collect();
    DRAFTS.revise_part(conn, seq, code.as_str(), rows, Absent::Closed).await
}

pub(crate) async fn drafts(conn: &mut Conn, code: &EvaluationCode) -> Result<Vec<Commitment>, Error> {
    let of = Some(("evaluation", code.as_str()));
    let found = rows(conn, Known::NOW, "evaluations_drafts", of, "code").await?;
    found.iter().map(|row| Ok(commitment(row)?.1)).collect()
}

/// Makes the lines of the draft those of the signed matrix.
pub(crate) async fn sign(
    conn: &mut Conn,
    seq: Seq,
    code: &EvaluationCode,
    lines: &[Commitment],
) -> Result<(), Error> {
    let rows: Vec<Vec<Value>> = lines.iter().map(|of| line(code, of)).collect();
    COMMITMENTS.revise_part(conn, seq, code.as_str(), rows, Absent::Kept).await?;
    Ok(())
}

pub(crate) async fn commitments(
    conn: &mut Conn,
    known: Known,
    code: &EvaluationCode,
) -> Result<Vec<Commitment>, Error> {
    let of = Some(("evaluation", code.as_str()));
    let found = rows(conn, known, "evaluations_commitments", of, "code").await?;
    found.iter().map(|row| Ok(commitment(row)?.1)).collect()
}

/// Of every evaluation.
pub(crate) async fn all_commitments(
    conn: &mut Conn,
    known: Known,
) -> Result<BTreeMap<EvaluationCode, Vec<Commitment>>, Error> {
    let found = rows(conn, known, "evaluations_commitments", None, "evaluation, code").await?;
    grouped(found.iter().map(commitment))
}

pub(crate) async fn put_progress(
    conn: &mut Conn,
    seq: Seq,
    (code, of): (&EvaluationCode, &Progress),
) -> Result<(), Error> {
    let verified = of.verified.as_ref();
    let row = vec![
        code.as_str().into(),
        of.number.into(),
        of.commitment.as_str().into(),
        of.text.as_str().into(),
        of.evidence.to_string().into(),
        of.evidence_name.as_str().into(),
        of.post.as_str().into(),
        instant(of.at).into(),
        Value::from(verified.map(|one| one.verdict.as_str())),
        Value::from(verified.map(|one| one.reason.clone())),
        Value::from(verified.map(|one| one.post.clone())),
        Value::from(verified.map(|one| instant(one.at))),
    ];
    PROGRESS.revise_part(conn, seq, code.as_str(), [row], Absent::Kept).await?;
    Ok(())
}

fn progress(row: &Row) -> Result<(EvaluationCode, Progress), Error> {
    let verified = match row.opt_text("verdict")? {
        None => None,
        Some(_) => Some(Verified {
            verdict: row.parsed("verdict")?,
            reason: row.text("verdict_reason")?,
            post: row.text("verdict_post")?,
            at: row.parsed("verdict_at")?,
        }),
    };
    let of = Progress {
        commitment: row.text("commitment")?,
        number: row.int("number")?,
        text: row.text("text")?,
        evidence: row.digest("evidence")?,
        evidence_name: row.text("evidence_name")?,
        post: row.text("post")?,
        at: row.parsed("at")?,
        verified,
    };
    Ok((row.parsed("evaluation")?, of))
}

/// Progress that was reported of an evaluation's commitments, in order.
pub(crate) async fn progress_of(
    conn: &mut Conn,
    known: Known,
    code: &EvaluationCode,
) -> Result<Vec<Progress>, Error> {
    let of = Some(("evaluation", code.as_str()));
    let found = rows(conn, known, "evaluations_progress", of, "number").await?;
    found.iter().map(|row| Ok(progress(row)?.1)).collect()
}

/// Of every evaluation.
pub(crate) async fn all_progress(
    conn: &mut Conn,
    known: Known,
) -> Result<BTreeMap<EvaluationCode, Vec<Progress>>, Error> {
    let found = rows(conn, known, "evaluations_progress", None, "evaluation, number").await?;
    grouped(found.iter().map(progress))
}

/// Digests of every file that this room names.
pub(crate) async fn files(conn: &mut Conn) -> Result<Vec<base::Digest>, Error> {
    let reports = db::query("SELECT digest FROM evaluations_reports").fetch_all(&mut *conn).await?;
    let mut digests = reports.iter().map(|row| row.digest("digest")).collect::<Result<Vec<_>, Error>>()?;
    let shown = db::query("SELECT evidence FROM evaluations_progress").fetch_all(&mut *conn).await?;
    for row in &shown {
        digests.push(row.digest("evidence")?);
    }
    for row in &db::query("SELECT * FROM evaluations_acts").fetch_all(&mut *conn).await? {
        digests.extend(taken(row)?.1.documents.iter().map(|document| document.digest));
    }
    Ok(digests)
}

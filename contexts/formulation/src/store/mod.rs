//! SQL to and from domain types.
use std::collections::BTreeMap;

use base::Seq;
use db::{Conn, Error, Row, RowExt, Value, insert_many, query};
use jiff::Timestamp;
use workflow::{Act, By};

use crate::domain::{CaseCode, CaseHead, Draft, Taken};

pub(crate) mod consultations;

/// What somebody said of a draft, or of an element of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    pub number: i64,
    pub element: Option<String>,
    pub text: String,
    pub post: String,
    pub at: Timestamp,
}

fn instant(at: Timestamp) -> String {
    format!("{at:.6}")
}

fn head(row: &Row) -> Result<CaseHead, Error> {
    Ok(CaseHead {
        code: row.parsed("code")?,
        procedure: row.text("procedure")?,
        entity: row.parsed("entity")?,
        plan: row.parsed("plan")?,
        version: row.parsed("version")?,
        started_at: row.parsed("started_at")?,
    })
}

pub(crate) async fn one(conn: &mut Conn, code: &CaseCode) -> Result<Option<CaseHead>, Error> {
    let sql = "SELECT * FROM formulation_cases WHERE rec_to = $1 AND code = $2";
    let row = query(sql).bind(Seq::OPEN.0).bind(code.to_string()).fetch_optional(&mut *conn).await?;
    row.as_ref().map(head).transpose()
}

/// Every case, the newest first.
pub(crate) async fn all(conn: &mut Conn) -> Result<Vec<CaseHead>, Error> {
    let sql = "SELECT * FROM formulation_cases WHERE rec_to = $1 ORDER BY rec_from DESC";
    query(sql).bind(Seq::OPEN.0).fetch_all(&mut *conn).await?.iter().map(head).collect()
}

/// Cases of a version of a plan, whatever became of them.
pub(crate) async fn of_version(
    conn: &mut Conn,
    plan: &base::codes::PlanCode,
    version: &base::codes::VersionCode,
) -> Result<Vec<CaseHead>, Error> {
    let sql = "SELECT * FROM formulation_cases WHERE rec_to = $1 AND plan = $2 AND version = $3";
    let query = query(sql).bind(Seq::OPEN.0).bind(plan.to_string()).bind(version.to_string());
    query.fetch_all(&mut *conn).await?.iter().map(head).collect()
}

pub(crate) async fn open(conn: &mut Conn, seq: Seq, case: &CaseHead) -> Result<(), Error> {
    let columns = ["code", "procedure", "entity", "plan", "version", "started_at", "rec_from"];
    let row = vec![
        case.code.as_str().into(),
        case.procedure.as_str().into(),
        case.entity.as_str().into(),
        case.plan.as_str().into(),
        case.version.as_str().into(),
        instant(case.started_at).into(),
        seq.into(),
    ];
    insert_many(conn, "formulation_cases", &columns, [row]).await?;
    Ok(())
}

fn corrupt(column: &str, value: String, expected: &'static str) -> Error {
    Error::Corrupt { column: column.to_owned(), value, expected }
}

fn taken(row: &Row) -> Result<Taken, Error> {
    let who = row.text("who")?;
    let by = match row.text("kind")?.as_str() {
        "role" => By::Role(who),
        "clock" => By::Clock(who),
        other => return Err(corrupt("kind", other.to_owned(), "role or clock")),
    };
    let written = row.text("documents")?;
    let documents: Vec<crate::domain::Document> =
        serde_json::from_str(&written).map_err(|_| corrupt("documents", written, "a list of documents"))?;
    let mut act = Act::new(&row.text("act")?, row.parsed("at")?, by);
    act.documents = documents.iter().map(|document| document.kind.clone()).collect();
    act.reason = row.text("reason")?;
    act.extend_by = row.opt_int("extend_by")?.and_then(|days| u16::try_from(days).ok());
    Ok(Taken { act, post: row.opt_text("post")?, documents })
}

/// What was done in the case, in order, as known then.
pub(crate) async fn acts_known(
    conn: &mut Conn,
    known: base::Known,
    code: &CaseCode,
) -> Result<Vec<Taken>, Error> {
    let sql = "SELECT * FROM formulation_acts WHERE rec_from <= $1 AND $1 < rec_to AND case_code = $2 ORDER BY number";
    let rows = query(sql).bind(known.seq()).bind(code.to_string()).fetch_all(&mut *conn).await?;
    rows.iter().map(taken).collect()
}

/// What was done in the case, in order.
pub(crate) async fn acts(conn: &mut Conn, code: &CaseCode) -> Result<Vec<Taken>, Error> {
    let sql = "SELECT * FROM formulation_acts WHERE rec_to = $1 AND case_code = $2 ORDER BY number";
    let rows = query(sql).bind(Seq::OPEN.0).bind(code.to_string()).fetch_all(&mut *conn).await?;
    rows.iter().map(taken).collect()
}

/// What was done in every case, in order.
pub(crate) async fn acts_of_all(conn: &mut Conn) -> Result<BTreeMap<CaseCode, Vec<Taken>>, Error> {
    let sql = "SELECT * FROM formulation_acts WHERE rec_to = $1 ORDER BY case_code, number";
    let mut all: BTreeMap<CaseCode, Vec<Taken>> = BTreeMap::new();
    for row in &query(sql).bind(Seq::OPEN.0).fetch_all(&mut *conn).await? {
        all.entry(row.parsed("case_code")?).or_default().push(taken(row)?);
    }
    Ok(all)
}

/// Adds acts after those there are.
pub(crate) async fn add_acts(
    conn: &mut Conn,
    seq: Seq,
    code: &CaseCode,
    (before, new): (usize, &[Taken]),
) -> Result<(), Error> {
    let columns = [
        "case_code",
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
    insert_many(conn, "formulation_acts", &columns, rows).await?;
    Ok(())
}

/// The drafts that were put in, the last one last.
pub(crate) async fn drafts(conn: &mut Conn, code: &CaseCode) -> Result<Vec<Draft>, Error> {
    let sql = "SELECT * FROM formulation_drafts WHERE rec_to = $1 AND case_code = $2 ORDER BY number";
    let rows = query(sql).bind(Seq::OPEN.0).bind(code.to_string()).fetch_all(&mut *conn).await?;
    let read = |row: &Row| {
        Ok(Draft {
            number: row.int("number")?,
            digest: row.digest("digest")?,
            name: row.text("name")?,
            post: row.text("post")?,
            at: row.parsed("at")?,
        })
    };
    rows.iter().map(read).collect()
}

pub(crate) async fn add_draft(
    conn: &mut Conn,
    seq: Seq,
    code: &CaseCode,
    draft: &Draft,
) -> Result<(), Error> {
    let columns = ["case_code", "number", "digest", "name", "post", "at", "rec_from"];
    let row = vec![
        code.as_str().into(),
        draft.number.into(),
        draft.digest.to_string().into(),
        draft.name.as_str().into(),
        draft.post.as_str().into(),
        instant(draft.at).into(),
        seq.into(),
    ];
    insert_many(conn, "formulation_drafts", &columns, [row]).await?;
    Ok(())
}

pub(crate) async fn comments(conn: &mut Conn, code: &CaseCode) -> Result<Vec<Comment>, Error> {
    let sql = "SELECT * FROM formulation_comments WHERE rec_to = $1 AND case_code = $2 ORDER BY number";
    let rows = query(sql).bind(Seq::OPEN.0).bind(code.to_string()).fetch_all(&mut *conn).await?;
    let read = |row: &Row| {
        Ok(Comment {
            number: row.int("number")?,
            element: row.opt_text("element")?,
            text: row.text("text")?,
            post: row.text("post")?,
            at: row.parsed("at")?,
        })
    };
    rows.iter().map(read).collect()
}

pub(crate) async fn add_comment(
    conn: &mut Conn,
    seq: Seq,
    code: &CaseCode,
    comment: &Comment,
) -> Result<(), Error> {
    let columns = ["case_code", "number", "element", "text", "post", "at", "rec_from"];
    let row = vec![
        code.as_str().into(),
        comment.number.into(),
        Value::from(comment.element.clone()),
        comment.text.as_str().into(),
        comment.post.as_str().into(),
        instant(comment.at).into(),
        seq.into(),
    ];
    insert_many(conn, "formulation_comments", &columns, [row]).await?;
    Ok(())
}

/// Digests of every file that a case names.
pub(crate) async fn files(conn: &mut Conn) -> Result<Vec<base::Digest>, Error> {
    let rows = query("SELECT digest FROM formulation_drafts").fetch_all(&mut *conn).await?;
    let mut digests = rows.iter().map(|row| row.digest("digest")).collect::<Result<Vec<_>, Error>>()?;
    for row in &query("SELECT * FROM formulation_acts").fetch_all(&mut *conn).await? {
        digests.extend(taken(row)?.documents.iter().map(|document| document.digest));
    }
    Ok(digests)
}

//! What was proposed, and what was answered.
use base::{Digest, Known, Seq, codes::TerritoryCode};
use db::{Conn, Error, Row, RowExt, Value, insert_many, query};
use jiff::Timestamp;

use super::{corrupt, instant};
use crate::domain::{About, NewProposal, Outcome, ProposalCode};

/// A proposal that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Received {
    pub code: String,
    pub study: String,
    pub about: About,
    pub territory: Option<TerritoryCode>,
    pub entity: Option<String>,
    pub received_at: Timestamp,
}

/// A proposal that waits, with its words; none where they were erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub received: Received,
    pub words: Option<String>,
}

/// A proposal that was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    pub received: Received,
    pub outcome: Outcome,
    pub reason: String,
    pub words: Option<String>,
    pub answered_at: Timestamp,
}

pub(crate) async fn receive(
    conn: &mut Conn,
    (seq, at): (Seq, Timestamp),
    (code, new): (ProposalCode, &NewProposal),
) -> Result<(), Error> {
    let columns =
        ["code", "study", "about", "territory", "entity", "words_digest", "received_at", "rec_from"];
    let row = vec![
        code.to_string().into(),
        new.study.as_str().into(),
        new.about.as_str().into(),
        Value::from(new.territory.as_ref().map(|code| code.as_str().to_owned())),
        Value::from(new.entity.clone()),
        Digest::of(new.text.as_bytes()).to_string().into(),
        instant(at).into(),
        seq.into(),
    ];
    insert_many(conn, "foresight_office_proposals", &columns, [row]).await?;
    let words = vec![code.to_string().into(), new.text.as_str().into()];
    insert_many(conn, "foresight_words", &["proposal", "words"], [words]).await?;
    Ok(())
}

fn received(row: &Row, code: &str) -> Result<Received, Error> {
    let about = row.text("about")?;
    Ok(Received {
        code: row.text(code)?,
        study: row.text("study")?,
        about: about.parse().map_err(|()| corrupt("about", about, "topic, trend or risk"))?,
        territory: row.opt_parsed("territory")?,
        entity: row.opt_text("entity")?,
        received_at: row.parsed("received_at")?,
    })
}

fn answered(row: &Row) -> Result<Answered, Error> {
    let outcome = row.text("outcome")?;
    Ok(Answered {
        received: received(row, "proposal")?,
        outcome: outcome.parse().map_err(|()| corrupt("outcome", outcome, "an outcome"))?,
        reason: row.text("reason")?,
        words: row.opt_text("words")?,
        answered_at: row.parsed("answered_at")?,
    })
}

pub(crate) async fn one(conn: &mut Conn, code: &str) -> Result<Option<Waiting>, Error> {
    let sql = "SELECT p.*, w.words FROM foresight_office_proposals p \
               LEFT JOIN foresight_words w ON w.proposal = p.code WHERE p.rec_to = $1 AND p.code = $2";
    let row = query(sql).bind(Seq::OPEN.0).bind(code.to_owned()).fetch_optional(&mut *conn).await?;
    let read = |row: &Row| Ok(Waiting { received: received(row, "code")?, words: row.opt_text("words")? });
    row.as_ref().map(read).transpose()
}

/// Proposals for a study that nobody answered yet, the oldest first.
pub(crate) async fn waiting(conn: &mut Conn, study: &str) -> Result<Vec<Waiting>, Error> {
    let sql = "SELECT p.*, w.words FROM foresight_office_proposals p \
               LEFT JOIN foresight_words w ON w.proposal = p.code \
               LEFT JOIN foresight_answers a ON a.proposal = p.code AND a.rec_to = $1 \
               WHERE p.rec_to = $1 AND p.study = $2 AND a.proposal IS NULL ORDER BY p.rec_from";
    let rows = query(sql).bind(Seq::OPEN.0).bind(study.to_owned()).fetch_all(&mut *conn).await?;
    let read = |row: &Row| Ok(Waiting { received: received(row, "code")?, words: row.opt_text("words")? });
    rows.iter().map(read).collect()
}

/// How many wait for an answer.
pub(crate) async fn waiting_count(conn: &mut Conn, study: &str) -> Result<i64, Error> {
    let sql = "SELECT COUNT(*) AS n FROM foresight_office_proposals p \
               LEFT JOIN foresight_answers a ON a.proposal = p.code AND a.rec_to = $1 \
               WHERE p.rec_to = $1 AND p.study = $2 AND a.proposal IS NULL";
    query(sql).bind(Seq::OPEN.0).bind(study.to_owned()).fetch_one(&mut *conn).await?.int("n")
}

/// Answers, and takes the words out of the office's table: from now on they are public, or nowhere.
pub(crate) async fn answer(conn: &mut Conn, seq: Seq, of: &Answered) -> Result<(), Error> {
    let columns = [
        "study",
        "proposal",
        "about",
        "territory",
        "entity",
        "outcome",
        "reason",
        "words",
        "received_at",
        "answered_at",
        "rec_from",
    ];
    let received = &of.received;
    let row = vec![
        received.study.as_str().into(),
        received.code.as_str().into(),
        received.about.as_str().into(),
        Value::from(received.territory.as_ref().map(|code| code.as_str().to_owned())),
        Value::from(received.entity.clone()),
        of.outcome.as_str().into(),
        of.reason.as_str().into(),
        Value::from(of.words.clone()),
        instant(received.received_at).into(),
        instant(of.answered_at).into(),
        seq.into(),
    ];
    insert_many(conn, "foresight_answers", &columns, [row]).await?;
    query("DELETE FROM foresight_words WHERE proposal = $1")
        .bind(received.code.clone())
        .execute(&mut *conn)
        .await?;
    Ok(())
}

pub(crate) async fn answer_of(conn: &mut Conn, known: Known, code: &str) -> Result<Option<Answered>, Error> {
    let sql = "SELECT * FROM foresight_answers WHERE rec_from <= $1 AND $1 < rec_to AND proposal = $2";
    let row = query(sql).bind(known.seq()).bind(code.to_owned()).fetch_optional(&mut *conn).await?;
    row.as_ref().map(answered).transpose()
}

/// Answered proposals for a study, the last answered first.
pub(crate) async fn answers(conn: &mut Conn, known: Known, study: &str) -> Result<Vec<Answered>, Error> {
    let sql = "SELECT * FROM foresight_answers WHERE rec_from <= $1 AND $1 < rec_to AND study = $2 \
               ORDER BY rec_from DESC, proposal";
    let rows = query(sql).bind(known.seq()).bind(study.to_owned()).fetch_all(&mut *conn).await?;
    rows.iter().map(answered).collect()
}

//! Consultations, what was said in them, and what became of it.
use std::collections::BTreeMap;

use base::{Digest, Known, Seq};
use db::{Conn, Error, Row, RowExt, Value, insert_many, query};

use super::instant;
use crate::domain::{CaseCode, Consultation, ConsultationCode, Response, Voice, proof};

fn consultation(row: &Row) -> Result<Consultation, Error> {
    Ok(Consultation {
        code: row.parsed("code")?,
        case: row.parsed("case_code")?,
        entity: row.parsed("entity")?,
        plan: row.parsed("plan")?,
        version: row.parsed("version")?,
        plan_type: row.text("plan_type")?,
        title: row.text("title")?,
        draft: (row.digest("draft")?, row.text("draft_name")?),
        opened_at: row.parsed("opened_at")?,
    })
}

pub(crate) async fn all(conn: &mut Conn, known: Known) -> Result<Vec<Consultation>, Error> {
    let sql =
        "SELECT * FROM formulation_consultations WHERE rec_from <= $1 AND $1 < rec_to ORDER BY rec_from DESC";
    query(sql).bind(known.seq()).fetch_all(&mut *conn).await?.iter().map(consultation).collect()
}

pub(crate) async fn one(
    conn: &mut Conn,
    known: Known,
    code: &ConsultationCode,
) -> Result<Option<Consultation>, Error> {
    let sql = "SELECT * FROM formulation_consultations WHERE rec_from <= $1 AND $1 < rec_to AND code = $2";
    let row = query(sql).bind(known.seq()).bind(code.to_string()).fetch_optional(&mut *conn).await?;
    row.as_ref().map(consultation).transpose()
}

/// Those of a case, the newest first.
pub(crate) async fn of_case(conn: &mut Conn, code: &CaseCode) -> Result<Vec<Consultation>, Error> {
    let sql =
        "SELECT * FROM formulation_consultations WHERE rec_to = $1 AND case_code = $2 ORDER BY rec_from DESC";
    let rows = query(sql).bind(Seq::OPEN.0).bind(code.to_string()).fetch_all(&mut *conn).await?;
    rows.iter().map(consultation).collect()
}

pub(crate) async fn open(conn: &mut Conn, seq: Seq, new: &Consultation) -> Result<(), Error> {
    let columns = [
        "code",
        "case_code",
        "entity",
        "plan",
        "version",
        "plan_type",
        "title",
        "draft",
        "draft_name",
        "opened_at",
        "rec_from",
    ];
    let row = vec![
        new.code.as_str().into(),
        new.case.as_str().into(),
        new.entity.as_str().into(),
        new.plan.as_str().into(),
        new.version.as_str().into(),
        new.plan_type.as_str().into(),
        new.title.as_str().into(),
        new.draft.0.to_string().into(),
        new.draft.1.as_str().into(),
        instant(new.opened_at).into(),
        seq.into(),
    ];
    insert_many(conn, "formulation_consultations", &columns, [row]).await?;
    Ok(())
}

/// A voice with what the record keeps of it.
pub(crate) struct NewVoice<'a> {
    pub voice: &'a Voice,
    pub text: &'a str,
    pub salt: &'a str,
    /// Digest of the code by which whoever spoke follows it.
    pub follow: Digest,
}

pub(crate) async fn voices_count(conn: &mut Conn, code: &ConsultationCode) -> Result<i64, Error> {
    let sql = "SELECT count(*) AS n FROM formulation_voices WHERE consultation = $1";
    query(sql).bind(code.to_string()).fetch_one(&mut *conn).await?.int("n")
}

pub(crate) async fn add_voice(
    conn: &mut Conn,
    seq: Seq,
    code: &ConsultationCode,
    new: NewVoice<'_>,
) -> Result<(), Error> {
    let NewVoice { voice, text, salt, follow } = new;
    let columns =
        ["consultation", "number", "element", "region", "text_digest", "follow_digest", "at", "rec_from"];
    let row = vec![
        code.as_str().into(),
        voice.number.into(),
        Value::from(voice.element.as_ref().map(ToString::to_string)),
        Value::from(voice.region.as_ref().map(ToString::to_string)),
        proof(salt, text).to_string().into(),
        follow.to_string().into(),
        instant(voice.at).into(),
        seq.into(),
    ];
    insert_many(conn, "formulation_voices", &columns, [row]).await?;
    let row = vec![code.as_str().into(), voice.number.into(), salt.into(), text.into()];
    insert_many(conn, "formulation_voice_texts", &["consultation", "number", "salt", "text"], [row]).await?;
    Ok(())
}

/// What was said, in order, with what became of it as known. As of an earlier state only what had been read by then.
pub(crate) async fn voices(
    conn: &mut Conn,
    known: Known,
    code: &ConsultationCode,
) -> Result<Vec<Voice>, Error> {
    let sql = "SELECT v.*, t.salt AS salt, t.text AS text FROM formulation_voices v \
               LEFT JOIN formulation_voice_texts t ON t.consultation = v.consultation AND t.number = v.number \
               WHERE v.rec_from <= $1 AND $1 < v.rec_to AND v.consultation = $2 ORDER BY v.number";
    let rows = query(sql).bind(known.seq()).bind(code.to_string()).fetch_all(&mut *conn).await?;
    let mut responses = responses(conn, known, code).await?;
    rows.iter()
        .map(|row| {
            let number = row.int("number")?;
            Ok(Voice {
                number,
                element: row.opt_parsed("element")?,
                region: row.opt_parsed("region")?,
                at: row.parsed("at")?,
                text: proved(row)?,
                response: responses.remove(&number),
            })
        })
        .collect()
}

/// The text, where it is the one that was recorded.
fn proved(row: &Row) -> Result<Option<String>, Error> {
    let Some((salt, text)) = row.opt_text("salt")?.zip(row.opt_text("text")?) else { return Ok(None) };
    Ok((proof(&salt, &text) == row.digest("text_digest")?).then_some(text))
}

async fn responses(
    conn: &mut Conn,
    known: Known,
    code: &ConsultationCode,
) -> Result<BTreeMap<i64, Response>, Error> {
    let sql =
        "SELECT * FROM formulation_responses WHERE rec_from <= $1 AND $1 < rec_to AND consultation = $2";
    let rows = query(sql).bind(known.seq()).bind(code.to_string()).fetch_all(&mut *conn).await?;
    let read = |row: &Row| {
        let taken_up = row.opt_text("taken_up")?;
        let answer = match taken_up {
            None => None,
            Some(text) => {
                let taken_up =
                    text.parse().map_err(|()| super::corrupt("taken_up", text, "yes, partly or no"))?;
                Some((taken_up, row.text("answer")?))
            }
        };
        let response = Response { is_shown: row.flag("is_shown")?, reason: row.text("reason")?, answer };
        Ok((row.int("number")?, response))
    };
    rows.iter().map(read).collect()
}

/// The voice that a follow code names.
pub(crate) async fn followed(
    conn: &mut Conn,
    code: &ConsultationCode,
    follow: Digest,
) -> Result<Option<i64>, Error> {
    let sql = "SELECT number FROM formulation_voices WHERE consultation = $1 AND follow_digest = $2";
    let row = query(sql).bind(code.to_string()).bind(follow.to_string()).fetch_optional(&mut *conn).await?;
    row.map(|row| row.int("number")).transpose()
}

/// Makes the response the one that is known; what was answered before stays in the record.
pub(crate) async fn respond(
    conn: &mut Conn,
    seq: Seq,
    code: &ConsultationCode,
    (voice, new, post): (&Voice, &Response, &str),
) -> Result<(), Error> {
    let sql = "UPDATE formulation_responses SET rec_to = $1 WHERE rec_to = $2 AND consultation = $3 AND number = $4";
    let close = query(sql).bind(seq.0).bind(Seq::OPEN.0).bind(code.to_string()).bind(voice.number);
    close.execute(&mut *conn).await?;
    let columns = [
        "consultation",
        "number",
        "element",
        "region",
        "at",
        "is_shown",
        "reason",
        "taken_up",
        "answer",
        "post",
        "rec_from",
    ];
    let (taken_up, words) = match &new.answer {
        Some((taken_up, words)) => (Some(taken_up.as_str().to_owned()), words.as_str()),
        None => (None, ""),
    };
    let row = vec![
        code.as_str().into(),
        voice.number.into(),
        Value::from(voice.element.as_ref().map(ToString::to_string)),
        Value::from(voice.region.as_ref().map(ToString::to_string)),
        instant(voice.at).into(),
        new.is_shown.into(),
        new.reason.as_str().into(),
        Value::from(taken_up),
        words.into(),
        post.into(),
        seq.into(),
    ];
    insert_many(conn, "formulation_responses", &columns, [row]).await?;
    Ok(())
}

/// Forgets the words of a comment; that there was one, and what became of it, stays.
pub(crate) async fn erase_text(conn: &mut Conn, code: &ConsultationCode, number: i64) -> Result<(), Error> {
    let sql = "DELETE FROM formulation_voice_texts WHERE consultation = $1 AND number = $2";
    query(sql).bind(code.to_string()).bind(number).execute(&mut *conn).await?;
    Ok(())
}

//! `reviews_draft_minutes` and `reviews_minutes`.
use base::{Known, Seq};
use db::{Conn, Error, Row, RowExt, insert_many, instant, known_rows, query};

use super::{joined, split};
use crate::domain::{Attendance, Minutes, ReviewCode};

fn attendance(row: &Row) -> Result<Attendance, Error> {
    let present = row.text("present")?;
    Ok(Attendance { text: row.text("text")?, present: split(&present).map(str::to_owned).collect() })
}

/// What is written so far.
pub(crate) async fn draft(
    conn: &mut Conn,
    known: Known,
    code: &ReviewCode,
) -> Result<Option<Attendance>, Error> {
    let of = Some(("review", code.as_str()));
    known_rows(conn, known, "reviews_draft_minutes", of, "review").await?.first().map(attendance).transpose()
}

/// Takes the place of what was written.
pub(crate) async fn put_draft(
    conn: &mut Conn,
    seq: Seq,
    (code, post): (&ReviewCode, &str),
    of: &Attendance,
) -> Result<(), Error> {
    end_draft(conn, seq, code).await?;
    let columns = ["review", "text", "present", "post", "rec_from"];
    let present = joined(of.present.iter().map(String::as_str));
    let row = vec![code.as_str().into(), of.text.as_str().into(), present.into(), post.into(), seq.into()];
    insert_many(conn, "reviews_draft_minutes", &columns, [row]).await?;
    Ok(())
}

pub(crate) async fn end_draft(conn: &mut Conn, seq: Seq, code: &ReviewCode) -> Result<(), Error> {
    let sql = "UPDATE reviews_draft_minutes SET rec_to = $1 WHERE review = $2 AND rec_to = $3";
    query(sql).bind(seq.0).bind(code.as_str().to_owned()).bind(Seq::OPEN.0).execute(&mut *conn).await?;
    Ok(())
}

pub(crate) async fn sign(
    conn: &mut Conn,
    seq: Seq,
    (code, of): (&ReviewCode, &Minutes),
) -> Result<(), Error> {
    let columns = ["review", "text", "present", "post", "at", "rec_from"];
    let row = vec![
        code.as_str().into(),
        of.attendance.text.as_str().into(),
        joined(of.attendance.present.iter().map(String::as_str)).into(),
        of.post.as_str().into(),
        instant(of.at).into(),
        seq.into(),
    ];
    insert_many(conn, "reviews_minutes", &columns, [row]).await?;
    Ok(())
}

fn minutes(row: &Row) -> Result<(ReviewCode, Minutes), Error> {
    let minutes = Minutes { attendance: attendance(row)?, post: row.text("post")?, at: row.parsed("at")? };
    Ok((row.parsed("review")?, minutes))
}

/// Signed minutes of a session.
pub(crate) async fn of_review(
    conn: &mut Conn,
    known: Known,
    code: &ReviewCode,
) -> Result<Option<Minutes>, Error> {
    let of = Some(("review", code.as_str()));
    let rows = known_rows(conn, known, "reviews_minutes", of, "review").await?;
    Ok(rows.first().map(minutes).transpose()?.map(|(_, minutes)| minutes))
}

/// Signed minutes of every session.
pub(crate) async fn all(conn: &mut Conn, known: Known) -> Result<Vec<(ReviewCode, Minutes)>, Error> {
    known_rows(conn, known, "reviews_minutes", None, "review").await?.iter().map(minutes).collect()
}

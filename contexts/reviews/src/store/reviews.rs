//! `reviews_reviews`.
use base::{Known, Seq};
use db::{Absent, Conn, Error, Revision, Row, RowExt, Value, Versioned, instant, known_rows};

use crate::domain::{Review, ReviewCode};

const REVIEWS: Versioned = Versioned {
    table: "reviews_reviews",
    columns: &["code", "body", "held_on", "agenda_on", "agenda_known", "post", "at", "cancelled"],
    key_columns: 1,
};

/// Opens a session, or another version of it.
pub(crate) async fn put(conn: &mut Conn, seq: Seq, of: &Review) -> Result<Revision, Error> {
    let row = vec![
        of.code.as_str().into(),
        of.body.to_string().into(),
        of.held_on.to_string().into(),
        of.agenda_on.to_string().into(),
        of.agenda_known.into(),
        of.post.as_str().into(),
        instant(of.at).into(),
        Value::from(of.cancelled.clone()),
    ];
    REVIEWS.revise_part(conn, seq, of.code.as_str(), [row], Absent::Closed).await
}

fn review(row: &Row) -> Result<Review, Error> {
    Ok(Review {
        code: row.parsed("code")?,
        body: row.parsed("body")?,
        held_on: row.parsed("held_on")?,
        agenda_on: row.parsed("agenda_on")?,
        agenda_known: Seq(row.int("agenda_known")?),
        post: row.text("post")?,
        at: row.parsed("at")?,
        cancelled: row.opt_text("cancelled")?,
    })
}

pub(crate) async fn one(conn: &mut Conn, known: Known, code: &ReviewCode) -> Result<Option<Review>, Error> {
    let of = Some(("code", code.as_str()));
    known_rows(conn, known, "reviews_reviews", of, "code").await?.first().map(review).transpose()
}

/// Every session, the last held first.
pub(crate) async fn all(conn: &mut Conn, known: Known) -> Result<Vec<Review>, Error> {
    let rows = known_rows(conn, known, "reviews_reviews", None, "held_on DESC, rec_from DESC").await?;
    rows.iter().map(review).collect()
}

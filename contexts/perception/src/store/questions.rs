//! `perception_questions`.
use std::collections::BTreeSet;

use base::{Known, Seq};
use db::{Conn, Error, Row, RowExt, insert_many, instant, known_rows};

use super::{joined, split};
use crate::domain::{Question, Scale};

pub(crate) async fn add(conn: &mut Conn, seq: Seq, of: &Question) -> Result<(), Error> {
    let columns = ["code", "scale", "favourable", "text", "text_en", "post", "at", "rec_from"];
    let row = vec![
        of.code.as_str().into(),
        of.scale.as_str().into(),
        joined(of.favourable.iter().map(ToString::to_string)).into(),
        of.text.0.as_str().into(),
        of.text.1.as_str().into(),
        of.post.as_str().into(),
        instant(of.at).into(),
        seq.into(),
    ];
    insert_many(conn, "perception_questions", &columns, [row]).await?;
    Ok(())
}

fn question(row: &Row) -> Result<Question, Error> {
    let (scale, favourable) = (row.text("scale")?, row.text("favourable")?);
    let scale: Scale = scale.parse().map_err(|()| Error::corrupt("scale", scale, "a scale"))?;
    let read = |text: &str| text.parse::<i64>().ok();
    let answers: Option<BTreeSet<i64>> = split(&favourable).map(read).collect();
    Ok(Question {
        code: row.parsed("code")?,
        scale,
        favourable: answers.ok_or_else(|| Error::corrupt("favourable", favourable, "answers"))?,
        text: (row.text("text")?, row.text("text_en")?),
        post: row.text("post")?,
        at: row.parsed("at")?,
    })
}

/// Every question, the last written first.
pub(crate) async fn all(conn: &mut Conn, known: Known) -> Result<Vec<Question>, Error> {
    known_rows(conn, known, "perception_questions", None, "rec_from DESC, code")
        .await?
        .iter()
        .map(question)
        .collect()
}

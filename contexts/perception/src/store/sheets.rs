//! `perception_sheets`: single sheets, of the office and of nobody else.
use std::collections::{BTreeMap, BTreeSet};

use base::{Digest, Known, Seq};
use db::{Conn, Error, Row, RowExt, Value, insert_many, known_rows, query};

use super::{joined, split};
use crate::domain::{Answers, Channel, Sheet, WaveCode};

/// Adds sheets. `chance` seals each row, so that its digest in the journal tells nothing of the answers.
pub(crate) async fn add(
    conn: &mut Conn,
    seq: Seq,
    (code, sheets): (&WaveCode, &[Sheet]),
    chance: &[u8; 32],
) -> Result<(), Error> {
    let columns = ["wave", "channel", "number", "territory", "answers", "seal", "rec_from"];
    let row = |of: &Sheet| {
        let seal = [chance.as_slice(), of.channel.as_str().as_bytes(), of.number.as_bytes()].concat();
        vec![
            code.as_str().into(),
            of.channel.as_str().into(),
            of.number.as_str().into(),
            Value::from(of.territory.as_ref().map(ToString::to_string)),
            joined(of.answers.iter().map(|(question, answer)| format!("{question}={answer}"))).into(),
            Digest::of(&seal).to_string().into(),
            seq.into(),
        ]
    };
    let rows: Vec<Vec<Value>> = sheets.iter().map(row).collect();
    insert_many(conn, "perception_sheets", &columns, rows).await?;
    Ok(())
}

fn answers(text: &str) -> Option<Answers> {
    let read = |pair: &str| {
        let (question, answer) = pair.split_once('=')?;
        Some((question.parse().ok()?, answer.parse().ok()?))
    };
    split(text).map(read).collect()
}

fn channel(row: &Row) -> Result<Channel, Error> {
    let text = row.text("channel")?;
    text.parse().map_err(|()| Error::corrupt("channel", text, "a channel"))
}

fn sheet(row: &Row) -> Result<Sheet, Error> {
    let text = row.text("answers")?;
    Ok(Sheet {
        channel: channel(row)?,
        number: row.text("number")?,
        territory: row.opt_parsed("territory")?,
        answers: answers(&text).ok_or_else(|| Error::corrupt("answers", text, "answers"))?,
    })
}

/// Every sheet of a wave.
pub(crate) async fn all(conn: &mut Conn, code: &WaveCode) -> Result<Vec<Sheet>, Error> {
    let of = Some(("wave", code.as_str()));
    known_rows(conn, Known::NOW, "perception_sheets", of, "channel, number")
        .await?
        .iter()
        .map(sheet)
        .collect()
}

/// Numbers that are taken in each channel.
pub(crate) async fn numbers(conn: &mut Conn, code: &WaveCode) -> Result<BTreeSet<(Channel, String)>, Error> {
    let sql = "SELECT channel, number FROM perception_sheets WHERE wave = $1 AND rec_to = $2";
    let rows = query(sql).bind(code.as_str().to_owned()).bind(Seq::OPEN.0).fetch_all(&mut *conn).await?;
    rows.iter().map(|row| Ok((channel(row)?, row.text("number")?))).collect()
}

/// How many sheets came over each channel.
pub(crate) async fn counts(conn: &mut Conn, code: &WaveCode) -> Result<BTreeMap<Channel, u64>, Error> {
    let sql = "SELECT channel, COUNT(*) AS n FROM perception_sheets WHERE wave = $1 AND rec_to = $2 GROUP BY channel";
    let rows = query(sql).bind(code.as_str().to_owned()).bind(Seq::OPEN.0).fetch_all(&mut *conn).await?;
    rows.iter().map(|row| Ok((channel(row)?, u64::try_from(row.int("n")?).unwrap_or(0)))).collect()
}

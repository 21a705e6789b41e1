//! Editions and what became of them.
use std::collections::BTreeMap;

use base::{Known, Seq};
use db::{Conn, Error, Row, RowExt, Value, dynamic, insert_many};
use jiff::Timestamp;

use crate::{
    Country,
    domain::{Edition, EditionCode, Taken},
};

fn instant(at: Timestamp) -> String {
    format!("{at:.6}")
}

async fn rows(conn: &mut Conn, known: Known, sql: &'static str) -> Result<Vec<Row>, Error> {
    Ok(dynamic(sql.to_owned()).bind(known.seq()).fetch_all(&mut *conn).await?)
}

/// Every edition as known, in the order of preparing.
pub(crate) async fn all(conn: &mut Conn, country: Country, known: Known) -> Result<Vec<Edition>, Error> {
    let found = rows(
        conn,
        known,
        "SELECT * FROM reports_editions WHERE rec_from <= $1 AND $1 < rec_to ORDER BY rec_from",
    )
    .await?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let mut steps: BTreeMap<EditionCode, Vec<Taken>> = BTreeMap::new();
    let taken = rows(
        conn,
        known,
        "SELECT * FROM reports_steps WHERE rec_from <= $1 AND $1 < rec_to ORDER BY rec_from",
    )
    .await?;
    for row in &taken {
        let (code, step) = step(row, country)?;
        steps.entry(code).or_default().push(step);
    }
    let with = |row: &Row| {
        let mut one = edition(row, country)?;
        one.steps = steps.remove(&one.code).unwrap_or_default();
        Ok(one)
    };
    found.iter().map(with).collect()
}

fn edition(row: &Row, country: Country) -> Result<Edition, Error> {
    let at: Timestamp = row.parsed("at")?;
    Ok(Edition {
        code: row.parsed("code")?,
        duty: row.text("duty")?,
        period: row.parsed("period")?,
        number: row.int("number")?,
        template: row.text("template")?,
        version: row.int("version")?,
        known_at: row.parsed("known_at")?,
        known: Known(Seq(row.int("known_seq")?)),
        checksum: row.digest("checksum")?,
        replaces: row.opt_parsed("replaces")?,
        reason: row.text("reason")?,
        post: row.text("post")?,
        at,
        on: country.date(at),
        seq: Seq(row.int("rec_from")?),
        steps: Vec::new(),
    })
}

fn step(row: &Row, country: Country) -> Result<(EditionCode, Taken), Error> {
    let at: Timestamp = row.parsed("at")?;
    let taken = Taken {
        step: row.parsed("step")?,
        reason: row.text("reason")?,
        checksum: row.digest("checksum")?,
        post: row.text("post")?,
        at,
        on: country.date(at),
        seq: Seq(row.int("rec_from")?),
    };
    Ok((row.parsed("edition")?, taken))
}

pub(crate) async fn add(conn: &mut Conn, seq: Seq, of: &Edition) -> Result<(), Error> {
    let columns = [
        "code",
        "duty",
        "period",
        "number",
        "template",
        "version",
        "known_at",
        "known_seq",
        "checksum",
        "replaces",
        "reason",
        "post",
        "at",
        "rec_from",
    ];
    let row = vec![
        of.code.as_str().into(),
        of.duty.as_str().into(),
        of.period.to_string().into(),
        of.number.into(),
        of.template.as_str().into(),
        of.version.into(),
        instant(of.known_at).into(),
        of.known.seq().into(),
        of.checksum.to_string().into(),
        Value::from(of.replaces.as_ref().map(ToString::to_string)),
        of.reason.as_str().into(),
        of.post.as_str().into(),
        instant(of.at).into(),
        seq.into(),
    ];
    insert_many(conn, "reports_editions", &columns, [row]).await?;
    Ok(())
}

pub(crate) async fn add_step(conn: &mut Conn, code: &EditionCode, of: &Taken) -> Result<(), Error> {
    let columns = ["edition", "step", "reason", "checksum", "post", "at", "rec_from"];
    let row = vec![
        code.as_str().into(),
        of.step.as_str().into(),
        of.reason.as_str().into(),
        of.checksum.to_string().into(),
        of.post.as_str().into(),
        instant(of.at).into(),
        of.seq.into(),
    ];
    insert_many(conn, "reports_steps", &columns, [row]).await?;
    Ok(())
}

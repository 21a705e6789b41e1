//! Reading the journal.
use std::collections::{BTreeMap, BTreeSet};

use base::{Known, Seq};
use db::{Conn, LISTED_MAX, Row, RowExt, dynamic, marks, query};
use jiff::{Timestamp, civil::Date, tz::Offset};
use serde::Serialize;

use crate::Error;

/// One entry as it is shown; `leaf` is the exact text that was hashed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    pub seq: Seq,
    pub at: Timestamp,
    pub actor: String,
    pub command: String,
    pub subject: String,
    pub leaf: String,
    /// The last entry, up to and with this one, that changed what the public is shown.
    pub shown: Seq,
}

/// An entry without its text, as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Head {
    pub seq: Seq,
    pub at: Timestamp,
    pub actor: String,
    pub command: String,
    pub subject: String,
}

/// Microseconds and `Z`, always 27 characters, so that text order is time order.
pub(crate) fn instant(at: Timestamp) -> String {
    format!("{at:.6}")
}

/// The last sequence number; 0 before the first entry.
pub async fn last_seq(conn: &mut Conn) -> Result<Seq, Error> {
    let sql = "SELECT coalesce(max(seq), 0) AS seq FROM journal_entries";
    let row = query(sql).fetch_one(&mut *conn).await.map_err(db::Error::from)?;
    Ok(Seq(row.int("seq")?))
}

pub(crate) async fn last(conn: &mut Conn) -> Result<Option<Entry>, Error> {
    let sql = "SELECT * FROM journal_entries ORDER BY seq DESC LIMIT 1";
    let row = query(sql).fetch_optional(&mut *conn).await.map_err(db::Error::from)?;
    row.as_ref().map(entry_of).transpose()
}

/// The last entry that changed what the public is shown; 0 before the first. Entries after it are acts of the office.
pub async fn last_shown(conn: &mut Conn) -> Result<Seq, Error> {
    let sql = "SELECT shown FROM journal_entries ORDER BY seq DESC LIMIT 1";
    let row = query(sql).fetch_optional(&mut *conn).await.map_err(db::Error::from)?;
    row.map_or(Ok(Seq(0)), |row| Ok(Seq(row.int("shown")?)))
}

/// What the public could be shown up to and including the instant.
pub async fn known_at(conn: &mut Conn, at: Timestamp) -> Result<Known, Error> {
    let entry = last_by(conn, at).await?;
    Ok(Known(entry.map_or(Seq(0), |(_, shown)| shown)))
}

/// The entries of the journal up to and including the instant, those of the office among them.
pub async fn recorded_at(conn: &mut Conn, at: Timestamp) -> Result<Seq, Error> {
    let entry = last_by(conn, at).await?;
    Ok(entry.map_or(Seq(0), |(seq, _)| seq))
}

/// Times never go back along the journal, so the last entry by an instant is the one with the greatest number.
async fn last_by(conn: &mut Conn, at: Timestamp) -> Result<Option<(Seq, Seq)>, Error> {
    let sql = "SELECT seq, shown FROM journal_entries WHERE at <= $1 ORDER BY at DESC, seq DESC LIMIT 1";
    let row = query(sql).bind(instant(at)).fetch_optional(&mut *conn).await.map_err(db::Error::from)?;
    row.map(|row| Ok((Seq(row.int("seq")?), Seq(row.int("shown")?)))).transpose()
}

/// When an entry was recorded.
pub async fn time_of(conn: &mut Conn, seq: Seq) -> Result<Option<Timestamp>, Error> {
    Ok(entry(conn, seq).await?.map(|entry| entry.at))
}

/// The days on which entries were recorded, where days begin at `offset`; entries that are not there are left out.
pub async fn days_of(
    conn: &mut Conn,
    seqs: &BTreeSet<Seq>,
    offset: Offset,
) -> Result<BTreeMap<Seq, Date>, Error> {
    let all: Vec<i64> = seqs.iter().map(|seq| seq.0).collect();
    let mut days = BTreeMap::new();
    for part in all.chunks(LISTED_MAX) {
        let sql = format!("SELECT seq, at FROM journal_entries WHERE seq IN ({})", marks(1, part.len()));
        let statement = part.iter().fold(dynamic(sql), |statement, seq| statement.bind(*seq));
        for row in statement.fetch_all(&mut *conn).await.map_err(db::Error::from)? {
            let at: Timestamp = row.parsed("at")?;
            days.insert(Seq(row.int("seq")?), offset.to_datetime(at).date());
        }
    }
    Ok(days)
}

/// Some entries, oldest first; those that are not there are left out.
pub async fn entries(conn: &mut Conn, seqs: &[Seq]) -> Result<Vec<Entry>, Error> {
    let mut found = Vec::new();
    for part in seqs.chunks(LISTED_MAX) {
        let sql =
            format!("SELECT * FROM journal_entries WHERE seq IN ({}) ORDER BY seq", marks(1, part.len()));
        let statement = part.iter().fold(dynamic(sql), |statement, seq| statement.bind(seq.0));
        let rows = statement.fetch_all(&mut *conn).await.map_err(db::Error::from)?;
        found.extend(rows.iter().map(entry_of).collect::<Result<Vec<_>, Error>>()?);
    }
    Ok(found)
}

pub async fn entry(conn: &mut Conn, seq: Seq) -> Result<Option<Entry>, Error> {
    let sql = "SELECT * FROM journal_entries WHERE seq = $1";
    let row = query(sql).bind(seq.0).fetch_optional(&mut *conn).await.map_err(db::Error::from)?;
    row.as_ref().map(entry_of).transpose()
}

/// The newest `count_max` entries known, newest first.
pub async fn heads(conn: &mut Conn, known: Known, count_max: i64) -> Result<Vec<Head>, Error> {
    let sql = "SELECT seq, at, actor, command, subject FROM journal_entries WHERE seq <= $1 \
               ORDER BY seq DESC LIMIT $2";
    let rows =
        query(sql).bind(known.seq()).bind(count_max).fetch_all(&mut *conn).await.map_err(db::Error::from)?;
    rows.iter().map(head_of).collect()
}

fn head_of(row: &Row) -> Result<Head, Error> {
    Ok(Head {
        seq: Seq(row.int("seq")?),
        at: row.parsed("at")?,
        actor: row.text("actor")?,
        command: row.text("command")?,
        subject: row.text("subject")?,
    })
}

/// The hashed texts from one entry to another, every one.
pub(crate) async fn leaves(conn: &mut Conn, first: Seq, last: Seq) -> Result<Vec<(i64, String)>, Error> {
    let sql = "SELECT seq, leaf FROM journal_entries WHERE seq >= $1 AND seq <= $2 ORDER BY seq";
    let rows = query(sql).bind(first.0).bind(last.0).fetch_all(&mut *conn).await.map_err(db::Error::from)?;
    let mut leaves = Vec::new();
    for (row, seq) in rows.iter().zip(first.0..) {
        if row.int("seq")? != seq {
            return Err(Error::MissingEntry { seq });
        }
        leaves.push((seq, row.text("leaf")?));
    }
    match first.0 + i64::try_from(leaves.len()).unwrap_or(i64::MAX) {
        next if next > last.0 => Ok(leaves),
        seq => Err(Error::MissingEntry { seq }),
    }
}

pub(crate) fn entry_of(row: &Row) -> Result<Entry, Error> {
    Ok(Entry {
        seq: Seq(row.int("seq")?),
        at: row.parsed("at")?,
        actor: row.text("actor")?,
        command: row.text("command")?,
        subject: row.text("subject")?,
        leaf: row.text("leaf")?,
        shown: Seq(row.int("shown")?),
    })
}

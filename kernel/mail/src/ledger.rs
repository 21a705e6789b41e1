//! SQL to and from letters.
use base::Seq;
use db::{Conn, Row, RowExt, query};
use jiff::Timestamp;

use crate::{Error, Handed, Letter, retry};

/// What posting did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Posted {
    /// The letter stands in the ledger once the act is committed.
    New,
    /// One of this id was there, and is as it was.
    Already,
}

/// A letter that waits, and how often it was handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    pub letter: Letter,
    pub attempts: i64,
}

/// What became of one handing over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Outcome {
    pub id: String,
    /// Before this one.
    pub attempts: i64,
    pub handed: Handed,
    pub at: Timestamp,
}

/// Where an outcome leaves its letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Waiting,
    Sent,
    Refused,
}

impl State {
    const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Refused => "refused",
        }
    }
}

/// Microseconds and `Z`, always 27 characters, so that text order is time order.
fn instant(at: Timestamp) -> String {
    format!("{at:.6}")
}

/// Puts the letter into the ledger, within the caller's act `seq`. Refuses what could not be sent.
pub async fn post(conn: &mut Conn, seq: Seq, letter: &Letter) -> Result<Posted, Error> {
    letter.check()?;
    let sql = "INSERT INTO mail_letters \
               (id, made_seq, recipient, lang, subject, body, not_before, state, attempts, next_try) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting', 0, $7) ON CONFLICT (id) DO NOTHING";
    let done = query(sql)
        .bind(letter.id.clone())
        .bind(seq.0)
        .bind(letter.recipient.clone())
        .bind(letter.lang.clone())
        .bind(letter.subject.clone())
        .bind(letter.body.clone())
        .bind(instant(letter.not_before))
        .execute(&mut *conn)
        .await
        .map_err(db::Error::from)?;
    Ok(if done.rows_affected() == 0 { Posted::Already } else { Posted::New })
}

/// At most `count_max` letters that are due, those that have been so longest first.
pub async fn due(conn: &mut Conn, now: Timestamp, count_max: i64) -> Result<Vec<Due>, Error> {
    let sql = "SELECT id, recipient, lang, subject, body, not_before, attempts FROM mail_letters \
               WHERE state = 'waiting' AND next_try <= $1 ORDER BY next_try, made_seq, id LIMIT $2";
    let rows =
        query(sql).bind(instant(now)).bind(count_max).fetch_all(&mut *conn).await.map_err(db::Error::from)?;
    rows.iter().map(due_of).collect()
}

fn due_of(row: &Row) -> Result<Due, Error> {
    let letter = Letter {
        id: row.text("id")?,
        recipient: row.text("recipient")?,
        lang: row.text("lang")?,
        subject: row.text("subject")?,
        body: row.text("body")?,
        not_before: row.parsed("not_before")?,
    };
    Ok(Due { letter, attempts: row.int("attempts")? })
}

/// Writes an outcome down; `None` where that was done before.
pub(crate) async fn record(conn: &mut Conn, outcome: &Outcome) -> Result<Option<State>, Error> {
    let (state, next_try, error) = settle(outcome);
    let sent_at = (state == State::Sent).then(|| instant(outcome.at));
    let sql = "UPDATE mail_letters SET state = $1, attempts = attempts + 1, next_try = $2, sent_at = $3, error = $4 \
               WHERE id = $5 AND state = 'waiting' AND attempts = $6";
    let done = query(sql)
        .bind(state.code())
        .bind(instant(next_try))
        .bind(sent_at)
        .bind(error)
        .bind(outcome.id.clone())
        .bind(outcome.attempts)
        .execute(&mut *conn)
        .await
        .map_err(db::Error::from)?;
    Ok((done.rows_affected() > 0).then_some(state))
}

/// What servers write about themselves can be long.
const ERROR_CHARS_MAX: usize = 500;

/// The state, when the letter is due while it waits, and what was said.
fn settle(outcome: &Outcome) -> (State, Timestamp, Option<String>) {
    let at = outcome.at;
    let (wait, why) = match &outcome.handed {
        Handed::Sent => return (State::Sent, at, None),
        Handed::Later(why) => (retry(outcome.attempts.saturating_add(1)), why),
        Handed::Never(why) => (None, why),
    };
    let said = Some(why.chars().take(ERROR_CHARS_MAX).collect());
    match wait {
        Some(wait) => (State::Waiting, at.checked_add(wait).unwrap_or(Timestamp::MAX), said),
        None => (State::Refused, at, said),
    }
}

/// Blanks what letters to an address held, those that were sent or refused, within the caller's act; the rows stay, so
/// that none is posted again. Returns how many. A letter that waits is still owed, and is blanked by a later call.
pub async fn forget(conn: &mut Conn, recipient: &str) -> Result<u64, Error> {
    // Of two spellings in capitals both are meant: to forget too little is worse.
    let sql = "UPDATE mail_letters SET recipient = '', subject = '', body = '', error = NULL \
               WHERE lower(recipient) = lower($1) AND recipient <> '' AND state <> 'waiting'";
    let done = query(sql).bind(recipient.to_owned()).execute(&mut *conn).await.map_err(db::Error::from)?;
    Ok(done.rows_affected())
}

/// Makes letters that were refused wait again from `now`, within the caller's act: for an operator who has mended what
/// refused them, such as a sender that the server did not admit. Returns how many; what was forgotten stays so.
pub async fn again(conn: &mut Conn, now: Timestamp) -> Result<u64, Error> {
    let sql = "UPDATE mail_letters SET state = 'waiting', attempts = 0, next_try = $1, error = NULL \
               WHERE state = 'refused' AND recipient <> ''";
    let done = query(sql).bind(instant(now)).execute(&mut *conn).await.map_err(db::Error::from)?;
    Ok(done.rows_affected())
}

#[cfg(test)]
#[path = "ledger_tests.rs"]
mod tests;

use base::Seq;
use db::{Conn, Error, Row, RowExt, query};
use jiff::Timestamp;

use super::{close, instant, open};
use crate::domain::{Means, Stage};

/// That somebody logged in: from when, until when, how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// Digest of what the browser holds.
    pub id: String,
    pub account: String,
    pub stage: Stage,
    pub means: Means,
    pub started_at: Timestamp,
    pub expires_at: Timestamp,
    /// Absent once erased.
    pub place: Option<Place>,
    /// Whether it was ended before its time.
    pub is_ended: bool,
}

/// From where: shown to its owner alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    pub address: String,
    pub agent: String,
}

const COLUMNS: [&str; 6] = ["id", "account", "stage", "means", "started_at", "expires_at"];
const JOINED: &str = "SELECT s.*, p.address, p.agent FROM accounts_sessions s \
                      LEFT JOIN accounts_places p ON p.session = s.id";

fn read(row: &Row) -> Result<Session, Error> {
    let address = row.opt_text("address")?;
    let place = address.map(|address| Ok::<_, Error>(Place { address, agent: row.text("agent")? }));
    Ok(Session {
        id: row.text("id")?,
        account: row.text("account")?,
        stage: row.parsed("stage")?,
        means: row.parsed("means")?,
        started_at: row.parsed("started_at")?,
        expires_at: row.parsed("expires_at")?,
        place: place.transpose()?,
        is_ended: row.int("rec_to")? != Seq::OPEN.0,
    })
}

/// The session of that digest, where it stands and its time is not over.
pub(crate) async fn standing(conn: &mut Conn, id: &str, now: Timestamp) -> Result<Option<Session>, Error> {
    let sql = "SELECT s.*, p.address, p.agent FROM accounts_sessions s \
               LEFT JOIN accounts_places p ON p.session = s.id \
               WHERE s.id = $1 AND s.rec_to = $2 AND s.expires_at > $3";
    let statement = query(sql).bind(id.to_owned()).bind(Seq::OPEN.0).bind(instant(now));
    statement.fetch_optional(&mut *conn).await?.as_ref().map(read).transpose()
}

/// Sessions of an account that nobody ended.
pub(crate) async fn open_of_account(conn: &mut Conn, account: &str) -> Result<Vec<String>, Error> {
    let sql = "SELECT id FROM accounts_sessions WHERE account = $1 AND rec_to = $2";
    let rows = query(sql).bind(account.to_owned()).bind(Seq::OPEN.0).fetch_all(&mut *conn).await?;
    rows.iter().map(|row| row.text("id")).collect()
}

/// The last logins of an account, ended ones among them, the newest first.
pub(crate) async fn of_account(
    conn: &mut Conn,
    account: &str,
    count_max: i64,
) -> Result<Vec<Session>, Error> {
    let sql = format!("{JOINED} WHERE s.account = $1 ORDER BY s.started_at DESC, s.id LIMIT $2");
    let rows = db::dynamic(sql).bind(account.to_owned()).bind(count_max).fetch_all(&mut *conn).await?;
    rows.iter().map(read).collect()
}

pub(crate) async fn start(conn: &mut Conn, seq: Seq, session: &Session) -> Result<(), Error> {
    let values = vec![
        session.id.as_str().into(),
        session.account.as_str().into(),
        session.stage.as_str().into(),
        session.means.as_str().into(),
        instant(session.started_at).into(),
        instant(session.expires_at).into(),
    ];
    open(conn, seq, "accounts_sessions", &COLUMNS, values).await?;
    if let Some(place) = &session.place {
        query("INSERT INTO accounts_places (session, account, address, agent) VALUES ($1, $2, $3, $4)")
            .bind(session.id.clone())
            .bind(session.account.clone())
            .bind(place.address.clone())
            .bind(place.agent.clone())
            .execute(&mut *conn)
            .await?;
    }
    Ok(())
}

/// Ends a session; what it knew of an identity provider is erased.
pub(crate) async fn end(conn: &mut Conn, seq: Seq, id: &str) -> Result<u64, Error> {
    query("DELETE FROM accounts_id_tokens WHERE session = $1")
        .bind(id.to_owned())
        .execute(&mut *conn)
        .await?;
    close(conn, seq, "accounts_sessions", "id", id).await
}

pub(crate) async fn end_all(conn: &mut Conn, seq: Seq, account: &str) -> Result<u64, Error> {
    let sql = "DELETE FROM accounts_id_tokens WHERE session IN \
               (SELECT id FROM accounts_sessions WHERE account = $1 AND rec_to = $2)";
    query(sql).bind(account.to_owned()).bind(Seq::OPEN.0).execute(&mut *conn).await?;
    close(conn, seq, "accounts_sessions", "account", account).await
}

/// Whether the browser with that digest logged in to the account before.
pub(crate) async fn is_device_of(conn: &mut Conn, id: &str, account: &str) -> Result<bool, Error> {
    let sql = "SELECT count(*) AS n FROM accounts_devices WHERE id = $1 AND account = $2 AND rec_to = $3";
    let statement = query(sql).bind(id.to_owned()).bind(account.to_owned()).bind(Seq::OPEN.0);
    Ok(statement.fetch_one(&mut *conn).await?.int("n")? > 0)
}

pub(crate) async fn add_device(conn: &mut Conn, seq: Seq, id: &str, account: &str) -> Result<(), Error> {
    open(conn, seq, "accounts_devices", &["id", "account"], vec![id.into(), account.into()]).await
}

/// No browser is known any more.
pub(crate) async fn forget_devices(conn: &mut Conn, seq: Seq, account: &str) -> Result<u64, Error> {
    close(conn, seq, "accounts_devices", "account", account).await
}

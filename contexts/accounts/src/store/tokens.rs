use authz::Grant;
use base::Seq;
use db::{Conn, Error, Row, RowExt, query};
use jiff::Timestamp;

use super::{close, instant, open};
use crate::domain::{grant_words, grants_of};

/// A token of a program: through which post it acts, what it lets do, until when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgramToken {
    /// Digest of what the program holds.
    pub id: String,
    pub account: String,
    /// Code of the post; none where it acts through none.
    pub post: Option<String>,
    pub grants: Vec<Grant>,
    pub made_at: Timestamp,
    pub expires_at: Timestamp,
    /// As its owner calls it.
    pub name: String,
    /// The last signs of it.
    pub tail: String,
    pub last_use: Option<Use>,
    pub is_ended: bool,
}

/// When a program used a token, and from which network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Use {
    pub at: Timestamp,
    pub address: String,
}

const COLUMNS: [&str; 6] = ["id", "account", "post", "grants", "made_at", "expires_at"];
const JOINED: &str = "SELECT t.id, t.account, t.post, t.grants, t.made_at, t.expires_at, t.rec_to, n.name, n.tail, n.used_at, \
                      n.address FROM accounts_tokens t JOIN accounts_token_notes n ON n.token = t.id";

fn read(row: &Row) -> Result<ProgramToken, Error> {
    let post = row.text("post")?;
    let used: Option<Timestamp> = row.opt_parsed("used_at")?;
    let address = row.opt_text("address")?.unwrap_or_default();
    Ok(ProgramToken {
        id: row.text("id")?,
        account: row.text("account")?,
        post: (!post.is_empty()).then_some(post),
        // What is no list of them lets do nothing.
        grants: grants_of(&row.text("grants")?).unwrap_or_default(),
        made_at: row.parsed("made_at")?,
        expires_at: row.parsed("expires_at")?,
        name: row.text("name")?,
        tail: row.text("tail")?,
        last_use: used.map(|at| Use { at, address }),
        is_ended: row.int("rec_to")? != Seq::OPEN.0,
    })
}

/// The token of that digest, where nobody ended it and its time is not over.
pub(crate) async fn standing(
    conn: &mut Conn,
    id: &str,
    now: Timestamp,
) -> Result<Option<ProgramToken>, Error> {
    let sql = format!("{JOINED} WHERE t.id = $1 AND t.rec_to = $2 AND t.expires_at > $3");
    let statement = db::dynamic(sql).bind(id.to_owned()).bind(Seq::OPEN.0).bind(instant(now));
    statement.fetch_optional(&mut *conn).await?.as_ref().map(read).transpose()
}

/// The tokens of an account: those that nobody ended first, then the newest.
pub(crate) async fn of_account(
    conn: &mut Conn,
    account: &str,
    count_max: i64,
) -> Result<Vec<ProgramToken>, Error> {
    let sql = format!("{JOINED} WHERE t.account = $1 ORDER BY t.rec_to DESC, t.made_at DESC, t.id LIMIT $2");
    let rows = db::dynamic(sql).bind(account.to_owned()).bind(count_max).fetch_all(&mut *conn).await?;
    rows.iter().map(read).collect()
}

/// How many of the account stand.
pub(crate) async fn count(conn: &mut Conn, account: &str, now: Timestamp) -> Result<i64, Error> {
    let sql =
        "SELECT count(*) AS n FROM accounts_tokens WHERE account = $1 AND rec_to = $2 AND expires_at > $3";
    let statement = query(sql).bind(account.to_owned()).bind(Seq::OPEN.0).bind(instant(now));
    statement.fetch_one(&mut *conn).await?.int("n")
}

pub(crate) async fn make(conn: &mut Conn, seq: Seq, new: &ProgramToken) -> Result<(), Error> {
    let values = vec![
        new.id.as_str().into(),
        new.account.as_str().into(),
        new.post.as_deref().unwrap_or_default().into(),
        grant_words(&new.grants).into(),
        instant(new.made_at).into(),
        instant(new.expires_at).into(),
    ];
    open(conn, seq, "accounts_tokens", &COLUMNS, values).await?;
    query("INSERT INTO accounts_token_notes (token, account, name, tail) VALUES ($1, $2, $3, $4)")
        .bind(new.id.clone())
        .bind(new.account.clone())
        .bind(new.name.clone())
        .bind(new.tail.clone())
        .execute(&mut *conn)
        .await?;
    Ok(())
}

pub(crate) async fn end(conn: &mut Conn, seq: Seq, id: &str) -> Result<u64, Error> {
    close(conn, seq, "accounts_tokens", "id", id).await
}

pub(crate) async fn end_all(conn: &mut Conn, seq: Seq, account: &str) -> Result<u64, Error> {
    close(conn, seq, "accounts_tokens", "account", account).await
}

/// What tokens were called, and from where they were used, is erased.
pub(crate) async fn forget(conn: &mut Conn, account: &str) -> Result<(), Error> {
    query("DELETE FROM accounts_token_notes WHERE account = $1")
        .bind(account.to_owned())
        .execute(&mut *conn)
        .await?;
    Ok(())
}

pub(crate) async fn note_use(conn: &mut Conn, id: &str, last: &Use) -> Result<(), Error> {
    query("UPDATE accounts_token_notes SET used_at = $1, address = $2 WHERE token = $3")
        .bind(instant(last.at))
        .bind(last.address.clone())
        .bind(id.to_owned())
        .execute(&mut *conn)
        .await?;
    Ok(())
}

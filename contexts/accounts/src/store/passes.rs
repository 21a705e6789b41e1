use base::Seq;
use db::{Conn, Error, RowExt, query};
use jiff::Timestamp;

use super::{close, instant, open};
use crate::domain::PassKind;

/// What a letter lets do once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pass {
    /// Digest of what stands in the letter.
    pub id: String,
    pub account: String,
    pub kind: PassKind,
    pub expires_at: Timestamp,
}

/// The pass of that digest, where it was not used and its time is not over.
pub(crate) async fn standing(conn: &mut Conn, id: &str, now: Timestamp) -> Result<Option<Pass>, Error> {
    let sql = "SELECT id, account, kind, expires_at FROM accounts_passes \
               WHERE id = $1 AND rec_to = $2 AND expires_at > $3";
    let statement = query(sql).bind(id.to_owned()).bind(Seq::OPEN.0).bind(instant(now));
    let row = statement.fetch_optional(&mut *conn).await?;
    row.map(|row| {
        Ok(Pass {
            id: row.text("id")?,
            account: row.text("account")?,
            kind: row.parsed("kind")?,
            expires_at: row.parsed("expires_at")?,
        })
    })
    .transpose()
}

/// How many of the account stand.
pub(crate) async fn count(conn: &mut Conn, account: &str, now: Timestamp) -> Result<i64, Error> {
    let sql =
        "SELECT count(*) AS n FROM accounts_passes WHERE account = $1 AND rec_to = $2 AND expires_at > $3";
    let statement = query(sql).bind(account.to_owned()).bind(Seq::OPEN.0).bind(instant(now));
    statement.fetch_one(&mut *conn).await?.int("n")
}

/// Gives a pass beside those that stand.
pub(crate) async fn give(conn: &mut Conn, seq: Seq, pass: &Pass) -> Result<(), Error> {
    let values = vec![
        pass.id.as_str().into(),
        pass.account.as_str().into(),
        pass.kind.as_str().into(),
        instant(pass.expires_at).into(),
    ];
    open(conn, seq, "accounts_passes", &["id", "account", "kind", "expires_at"], values).await
}

pub(crate) async fn close_all(conn: &mut Conn, seq: Seq, account: &str) -> Result<u64, Error> {
    close(conn, seq, "accounts_passes", "account", account).await
}

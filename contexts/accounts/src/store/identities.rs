use base::Seq;
use db::{Conn, Error, RowExt, query};
use jiff::Timestamp;

use super::{close, instant, open};
use crate::domain::digest_of;

/// Somebody whom a provider knows, to be linked to an account.
pub(crate) struct Link<'a> {
    /// Digest of chance.
    pub id: String,
    pub account: &'a str,
    pub issuer: &'a str,
    pub subject: &'a str,
    pub salt: &'a str,
}

impl Link<'_> {
    /// What the journal's row keeps of them: cannot be guessed without the salt.
    fn who(&self) -> String {
        let parts = [self.salt, self.issuer, self.subject];
        digest_of(&parts.map(|part| format!("{}:{part}", part.len())).concat())
    }
}

/// The account that is linked to that person.
pub(crate) async fn account_of(
    conn: &mut Conn,
    issuer: &str,
    subject: &str,
) -> Result<Option<String>, Error> {
    let sql = "SELECT i.account FROM accounts_subjects s JOIN accounts_identities i ON i.id = s.identity \
               WHERE s.issuer = $1 AND s.subject = $2 AND i.rec_to = $3";
    let statement = query(sql).bind(issuer.to_owned()).bind(subject.to_owned()).bind(Seq::OPEN.0);
    statement.fetch_optional(&mut *conn).await?.map(|row| row.text("account")).transpose()
}

/// Whether somebody whom a provider knows is linked to the account.
pub(crate) async fn is_linked(conn: &mut Conn, account: &str) -> Result<bool, Error> {
    let sql = "SELECT count(*) AS n FROM accounts_identities WHERE account = $1 AND rec_to = $2";
    let statement = query(sql).bind(account.to_owned()).bind(Seq::OPEN.0);
    Ok(statement.fetch_one(&mut *conn).await?.int("n")? > 0)
}

pub(crate) async fn link(conn: &mut Conn, seq: Seq, new: &Link<'_>) -> Result<(), Error> {
    let values = vec![new.id.as_str().into(), new.account.into(), new.who().into()];
    open(conn, seq, "accounts_identities", &["id", "account", "who"], values).await?;
    query("INSERT INTO accounts_subjects (identity, account, issuer, subject, salt) VALUES ($1, $2, $3, $4, $5)")
        .bind(new.id.clone())
        .bind(new.account.to_owned())
        .bind(new.issuer.to_owned())
        .bind(new.subject.to_owned())
        .bind(new.salt.to_owned())
        .execute(&mut *conn)
        .await?;
    Ok(())
}

/// Nobody is linked to the account any more; who it was is erased.
pub(crate) async fn unlink(conn: &mut Conn, seq: Seq, account: &str) -> Result<(), Error> {
    close(conn, seq, "accounts_identities", "account", account).await?;
    query("DELETE FROM accounts_subjects WHERE account = $1")
        .bind(account.to_owned())
        .execute(&mut *conn)
        .await?;
    Ok(())
}

/// Keeps the provider's token for as long as the session, and forgets those of sessions that ended by themselves.
pub(crate) async fn keep_token(
    conn: &mut Conn,
    (session, token): (&str, &str),
    expires_at: Timestamp,
    now: Timestamp,
) -> Result<(), Error> {
    query("DELETE FROM accounts_id_tokens WHERE expires_at < $1")
        .bind(instant(now))
        .execute(&mut *conn)
        .await?;
    query("INSERT INTO accounts_id_tokens (session, token, expires_at) VALUES ($1, $2, $3)")
        .bind(session.to_owned())
        .bind(token.to_owned())
        .bind(instant(expires_at))
        .execute(&mut *conn)
        .await?;
    Ok(())
}

/// The provider's token of a session that began with it.
pub(crate) async fn token_of(conn: &mut Conn, session: &str) -> Result<Option<String>, Error> {
    let statement = query("SELECT token FROM accounts_id_tokens WHERE session = $1").bind(session.to_owned());
    statement.fetch_optional(&mut *conn).await?.map(|row| row.text("token")).transpose()
}

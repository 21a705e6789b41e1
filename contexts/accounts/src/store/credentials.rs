use base::Seq;
use db::{Conn, Error, Row, RowExt, query};

use super::{close, open};
use crate::domain::digest_of;

/// By what an account is entered: a password, a second factor.
#[derive(Clone, PartialEq, Eq)]
pub struct Credential {
    pub id: String,
    pub account: String,
    pub kind: CredentialKind,
    /// Of a password its slow hash, of a telephone's application its secret, of written codes their digests.
    pub secret: String,
    /// As its owner calls it.
    pub name: String,
    /// What was last seen of it: a step of time, a count.
    pub used: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CredentialKind {
    Password,
    Totp,
    Recovery,
    Passkey,
}

impl CredentialKind {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Totp => "totp",
            Self::Recovery => "recovery",
            Self::Passkey => "passkey",
        }
    }
}

impl std::str::FromStr for CredentialKind {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        [Self::Password, Self::Totp, Self::Recovery, Self::Passkey]
            .into_iter()
            .find(|k| k.as_str() == text)
            .ok_or(())
    }
}

impl std::fmt::Debug for Credential {
    /// Not in a log by accident.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Credential").field("id", &self.id).field("kind", &self.kind).finish_non_exhaustive()
    }
}

const COLUMNS: [&str; 4] = ["id", "account", "kind", "secret"];
const JOINED: &str = "SELECT c.id, c.account, c.kind, s.secret, s.name, s.used FROM accounts_credentials c \
                      JOIN accounts_secrets s ON s.credential = c.id WHERE c.rec_to = $1 AND c.account = $2 ORDER BY c.id";

fn read(row: &Row) -> Result<Credential, Error> {
    Ok(Credential {
        id: row.text("id")?,
        account: row.text("account")?,
        kind: row.parsed("kind")?,
        secret: row.text("secret")?,
        name: row.text("name")?,
        used: row.int("used")?,
    })
}

pub(crate) async fn of_account(conn: &mut Conn, account: &str) -> Result<Vec<Credential>, Error> {
    let rows = query(JOINED).bind(Seq::OPEN.0).bind(account.to_owned()).fetch_all(&mut *conn).await?;
    rows.iter().map(read).collect()
}

/// The credential of that id, whosever it is.
pub(crate) async fn by_id(conn: &mut Conn, id: &str) -> Result<Option<Credential>, Error> {
    let sql = "SELECT c.id, c.account, c.kind, s.secret, s.name, s.used FROM accounts_credentials c \
               JOIN accounts_secrets s ON s.credential = c.id WHERE c.rec_to = $1 AND c.id = $2";
    let row = query(sql).bind(Seq::OPEN.0).bind(id.to_owned()).fetch_optional(&mut *conn).await?;
    row.as_ref().map(read).transpose()
}

/// Whether who knows the password is asked for something else.
pub(crate) fn asks_second(own: &[Credential]) -> bool {
    own.iter().any(|own| matches!(own.kind, CredentialKind::Totp | CredentialKind::Passkey))
}

/// Adds one. The versioned row keeps a digest alone: a secret of long ago stands nowhere.
pub(crate) async fn add(conn: &mut Conn, seq: Seq, new: &Credential) -> Result<(), Error> {
    let values = vec![
        new.id.as_str().into(),
        new.account.as_str().into(),
        new.kind.as_str().into(),
        digest_of(&new.secret).into(),
    ];
    open(conn, seq, "accounts_credentials", &COLUMNS, values).await?;
    query("INSERT INTO accounts_secrets (credential, secret, name, used) VALUES ($1, $2, $3, $4)")
        .bind(new.id.clone())
        .bind(new.secret.clone())
        .bind(new.name.clone())
        .bind(new.used)
        .execute(&mut *conn)
        .await?;
    Ok(())
}

/// Takes one away; its secret is erased.
pub(crate) async fn remove(conn: &mut Conn, seq: Seq, id: &str) -> Result<(), Error> {
    close(conn, seq, "accounts_credentials", "id", id).await?;
    query("DELETE FROM accounts_secrets WHERE credential = $1")
        .bind(id.to_owned())
        .execute(&mut *conn)
        .await?;
    Ok(())
}

/// Notes what was last seen of it; false where as much was seen before.
pub(crate) async fn use_once(conn: &mut Conn, id: &str, used: i64) -> Result<bool, Error> {
    let sql = "UPDATE accounts_secrets SET used = $1 WHERE credential = $2 AND used < $1";
    let done = query(sql).bind(used).bind(id.to_owned()).execute(&mut *conn).await?;
    Ok(done.rows_affected() > 0)
}

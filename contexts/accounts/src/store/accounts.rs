use base::Seq;
use db::{Conn, Error, LISTED_MAX, Row, RowExt, dynamic, marks, query};

use super::{close, open};
use crate::domain::{AccountCode, AccountStatus, Person};

/// An account as it stands, with who it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub code: AccountCode,
    pub status: AccountStatus,
    pub person: Person,
}

const COLUMNS: [&str; 3] = ["code", "status", "person"];
const JOINED: &str = "SELECT a.code, a.status, p.name, p.email, p.lang, p.salt FROM accounts_accounts a \
                      JOIN accounts_people p ON p.account = a.code WHERE a.rec_to = $1";

fn read(row: &Row) -> Result<Account, Error> {
    Ok(Account {
        code: row.parsed("code")?,
        status: row.parsed("status")?,
        person: Person { name: row.text("name")?, email: row.text("email")?, lang: row.text("lang")? },
    })
}

pub(crate) async fn one(conn: &mut Conn, code: &str) -> Result<Option<Account>, Error> {
    let sql = format!("{JOINED} AND a.code = $2");
    let row = dynamic(sql).bind(Seq::OPEN.0).bind(code.to_owned()).fetch_optional(&mut *conn).await?;
    row.as_ref().map(read).transpose()
}

pub(crate) async fn by_email(conn: &mut Conn, email: &str) -> Result<Option<Account>, Error> {
    let sql = format!("{JOINED} AND p.email_folded = $2");
    let folded = Person::folded(email);
    let row = dynamic(sql).bind(Seq::OPEN.0).bind(folded).fetch_optional(&mut *conn).await?;
    row.as_ref().map(read).transpose()
}

pub(crate) async fn some(conn: &mut Conn, codes: &[String]) -> Result<Vec<Account>, Error> {
    let mut found = Vec::new();
    for part in codes.chunks(LISTED_MAX) {
        let sql = format!("{JOINED} AND a.code IN ({})", marks(2, part.len()));
        let statement = part.iter().fold(dynamic(sql).bind(Seq::OPEN.0), |s, code| s.bind(code.clone()));
        let rows = statement.fetch_all(&mut *conn).await?;
        found.extend(rows.iter().map(read).collect::<Result<Vec<_>, Error>>()?);
    }
    Ok(found)
}

/// Every account, by name.
pub(crate) async fn all(conn: &mut Conn) -> Result<Vec<Account>, Error> {
    let sql = format!("{JOINED} ORDER BY p.name, a.code");
    let rows = dynamic(sql).bind(Seq::OPEN.0).fetch_all(&mut *conn).await?;
    rows.iter().map(read).collect()
}

/// Makes an account, or puts it into another status; the person's row is written first.
pub(crate) async fn put(conn: &mut Conn, seq: Seq, account: &Account) -> Result<(), Error> {
    let sql = "SELECT salt FROM accounts_people WHERE account = $1";
    let salt = query(sql).bind(account.code.to_string()).fetch_one(&mut *conn).await?.text("salt")?;
    close(conn, seq, "accounts_accounts", "code", account.code.as_str()).await?;
    let values = vec![
        account.code.as_str().into(),
        account.status.as_str().into(),
        account.person.digest(&salt).into(),
    ];
    open(conn, seq, "accounts_accounts", &COLUMNS, values).await
}

/// Writes who it is, of a new account or anew.
pub(crate) async fn put_person(
    conn: &mut Conn,
    code: &AccountCode,
    person: &Person,
    salt: &str,
) -> Result<(), Error> {
    query("DELETE FROM accounts_people WHERE account = $1")
        .bind(code.to_string())
        .execute(&mut *conn)
        .await?;
    query(
        "INSERT INTO accounts_people (account, name, email, email_folded, lang, salt) \
         VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(code.to_string())
    .bind(person.name.clone())
    .bind(person.email.clone())
    .bind(Person::folded(&person.email))
    .bind(person.lang.clone())
    .bind(salt.to_owned())
    .execute(&mut *conn)
    .await?;
    Ok(())
}

/// Accounts whose person's row no longer is what the journal's rows say, for whoever audits.
pub(crate) async fn altered(conn: &mut Conn) -> Result<Vec<AccountCode>, Error> {
    let sql = "SELECT a.code, a.status, a.person, p.name, p.email, p.lang, p.salt FROM accounts_accounts a \
               JOIN accounts_people p ON p.account = a.code WHERE a.rec_to = $1";
    let rows = query(sql).bind(Seq::OPEN.0).fetch_all(&mut *conn).await?;
    let mut altered = Vec::new();
    for row in &rows {
        let account = read(row)?;
        if account.person.digest(&row.text("salt")?) != row.text("person")? {
            altered.push(account.code);
        }
    }
    Ok(altered)
}

use std::collections::{BTreeMap, BTreeSet};

use base::Seq;
use db::{Conn, Error, RowExt, Value, insert_many, query};

use crate::domain::Followed;

/// Who follows what.
pub(crate) async fn all(conn: &mut Conn) -> Result<BTreeMap<String, BTreeSet<Followed>>, Error> {
    let sql = "SELECT account, kind, code FROM office_followed WHERE rec_to = $1";
    let mut found: BTreeMap<String, BTreeSet<Followed>> = BTreeMap::new();
    for row in &query(sql).bind(Seq::OPEN.0).fetch_all(&mut *conn).await? {
        let followed = Followed { kind: row.parsed("kind")?, code: row.text("code")? };
        found.entry(row.text("account")?).or_default().insert(followed);
    }
    Ok(found)
}

/// What somebody follows.
pub(crate) async fn of_account(conn: &mut Conn, account: &str) -> Result<BTreeSet<Followed>, Error> {
    let sql = "SELECT kind, code FROM office_followed WHERE rec_to = $1 AND account = $2";
    let rows = query(sql).bind(Seq::OPEN.0).bind(account.to_owned()).fetch_all(&mut *conn).await?;
    rows.iter().map(|row| Ok(Followed { kind: row.parsed("kind")?, code: row.text("code")? })).collect()
}

pub(crate) async fn add(conn: &mut Conn, seq: Seq, account: &str, one: &Followed) -> Result<(), Error> {
    let row = vec![account.into(), one.kind.as_str().into(), one.code.as_str().into(), seq.into()];
    insert_many(conn, "office_followed", &["account", "kind", "code", "rec_from"], [row]).await?;
    Ok(())
}

pub(crate) async fn end(conn: &mut Conn, seq: Seq, account: &str, one: &Followed) -> Result<(), Error> {
    let sql = "UPDATE office_followed SET rec_to = $1 WHERE rec_to = $2 AND account = $3 AND kind = $4 AND code = $5";
    let statement = query(sql).bind(seq.0).bind(Seq::OPEN.0).bind(account.to_owned());
    statement.bind(one.kind.as_str()).bind(one.code.clone()).execute(&mut *conn).await?;
    Ok(())
}

/// What each was told.
pub(crate) async fn told(conn: &mut Conn) -> Result<BTreeMap<String, BTreeSet<String>>, Error> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in &query("SELECT account, identity FROM office_followed_told").fetch_all(&mut *conn).await? {
        found.entry(row.text("account")?).or_default().insert(row.text("identity")?);
    }
    Ok(found)
}

pub(crate) async fn add_told(
    conn: &mut Conn,
    seq: Seq,
    account: &str,
    identities: impl Iterator<Item = String>,
) -> Result<(), Error> {
    let rows: Vec<Vec<Value>> =
        identities.map(|identity| vec![account.into(), identity.into(), seq.into()]).collect();
    insert_many(conn, "office_followed_told", &["account", "identity", "rec_from"], rows).await?;
    Ok(())
}

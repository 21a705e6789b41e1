use std::collections::BTreeMap;

use base::Seq;
use db::{Conn, Error, RowExt, insert_many, query};

use crate::domain::Often;

/// Who said how often.
pub(crate) async fn all(conn: &mut Conn) -> Result<BTreeMap<String, Often>, Error> {
    let sql = "SELECT account, often FROM office_letters WHERE rec_to = $1";
    let rows = query(sql).bind(Seq::OPEN.0).fetch_all(&mut *conn).await?;
    rows.iter().map(|row| Ok((row.text("account")?, row.parsed("often")?))).collect()
}

pub(crate) async fn one(conn: &mut Conn, account: &str) -> Result<Often, Error> {
    let sql = "SELECT often FROM office_letters WHERE rec_to = $1 AND account = $2";
    let row = query(sql).bind(Seq::OPEN.0).bind(account.to_owned()).fetch_optional(&mut *conn).await?;
    row.map_or(Ok(Often::default()), |row| row.parsed("often"))
}

pub(crate) async fn put(conn: &mut Conn, seq: Seq, account: &str, often: Often) -> Result<(), Error> {
    let close = "UPDATE office_letters SET rec_to = $1 WHERE rec_to = $2 AND account = $3";
    query(close).bind(seq.0).bind(Seq::OPEN.0).bind(account.to_owned()).execute(&mut *conn).await?;
    let row = vec![account.into(), often.as_str().into(), seq.into()];
    insert_many(conn, "office_letters", &["account", "often", "rec_from"], [row]).await?;
    Ok(())
}

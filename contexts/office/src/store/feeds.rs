use base::Seq;
use db::{Conn, Error, RowExt, insert_many, query};
use jiff::Timestamp;

/// Whose calendar and feed the secret of that digest opens.
pub(crate) async fn account(conn: &mut Conn, digest: &str) -> Result<Option<String>, Error> {
    let sql = "SELECT account FROM office_feeds WHERE rec_to = $1 AND digest = $2";
    let row = query(sql).bind(Seq::OPEN.0).bind(digest.to_owned()).fetch_optional(&mut *conn).await?;
    row.map(|row| row.text("account")).transpose()
}

/// When the addresses that somebody has were made; none where they have none.
pub(crate) async fn made_at(conn: &mut Conn, account: &str) -> Result<Option<Timestamp>, Error> {
    let sql = "SELECT made_at FROM office_feeds WHERE rec_to = $1 AND account = $2";
    let row = query(sql).bind(Seq::OPEN.0).bind(account.to_owned()).fetch_optional(&mut *conn).await?;
    row.map(|row| row.parsed("made_at")).transpose()
}

/// Ends the addresses that somebody has.
pub(crate) async fn close(conn: &mut Conn, seq: Seq, account: &str) -> Result<(), Error> {
    let close = "UPDATE office_feeds SET rec_to = $1 WHERE rec_to = $2 AND account = $3";
    query(close).bind(seq.0).bind(Seq::OPEN.0).bind(account.to_owned()).execute(&mut *conn).await?;
    Ok(())
}

pub(crate) async fn open(
    conn: &mut Conn,
    (seq, at): (Seq, Timestamp),
    account: &str,
    digest: &str,
) -> Result<(), Error> {
    let row = vec![digest.into(), account.into(), format!("{at:.6}").into(), seq.into()];
    insert_many(conn, "office_feeds", &["digest", "account", "made_at", "rec_from"], [row]).await?;
    Ok(())
}

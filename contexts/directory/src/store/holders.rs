use base::Known;
use db::{Conn, Error, LISTED_MAX, Row, RowExt, Value, Versioned, dynamic, marks, query};

use super::{HELD, validity};
use crate::domain::{Holder, PostCode};
use jiff::civil::Date;

pub(crate) const TABLE: Versioned = Versioned {
    table: "directory_holders",
    columns: &["post", "valid_from", "valid_to", "kind", "account", "norm"],
    key_columns: 5,
};

pub(crate) fn row(holder: &Holder) -> Vec<Value> {
    vec![
        holder.post.as_str().into(),
        holder.validity.from().to_string().into(),
        holder.validity.to().map(|date| date.to_string()).into(),
        holder.kind.as_str().into(),
        holder.account.as_str().into(),
        holder.norm.as_str().into(),
    ]
}

fn read(row: &Row) -> Result<Holder, Error> {
    Ok(Holder {
        post: row.parsed("post")?,
        kind: row.parsed("kind")?,
        account: row.text("account")?,
        validity: validity(row)?,
        norm: row.text("norm")?,
    })
}

/// Everybody who held or will hold the posts, the first first.
pub(crate) async fn of_posts(
    conn: &mut Conn,
    known: Known,
    posts: &[PostCode],
) -> Result<Vec<Holder>, Error> {
    let mut found = Vec::new();
    for part in posts.chunks(LISTED_MAX) {
        let sql = format!(
            "SELECT * FROM directory_holders WHERE rec_from <= $1 AND $1 < rec_to AND post IN ({}) \
             ORDER BY post, valid_from",
            marks(2, part.len())
        );
        let statement = part.iter().fold(dynamic(sql).bind(known.seq()), |s, post| s.bind(post.to_string()));
        let rows = statement.fetch_all(&mut *conn).await?;
        found.extend(rows.iter().map(read).collect::<Result<Vec<_>, Error>>()?);
    }
    Ok(found)
}

/// Everybody who holds a post on the day.
pub(crate) async fn on(conn: &mut Conn, known: Known, on: Date) -> Result<Vec<Holder>, Error> {
    let sql = format!("SELECT * FROM directory_holders WHERE {HELD} ORDER BY post, valid_from");
    let rows = dynamic(sql).bind(known.seq()).bind(on.to_string()).fetch_all(&mut *conn).await?;
    rows.iter().map(read).collect()
}

/// Every post the account held or will hold.
pub(crate) async fn of_account(conn: &mut Conn, known: Known, account: &str) -> Result<Vec<Holder>, Error> {
    let sql = "SELECT * FROM directory_holders WHERE rec_from <= $1 AND $1 < rec_to AND account = $2 \
               ORDER BY valid_from, post";
    let rows = query(sql).bind(known.seq()).bind(account.to_owned()).fetch_all(&mut *conn).await?;
    rows.iter().map(read).collect()
}

/// Closes the version of a holding, which another replaces.
pub(crate) async fn close(conn: &mut Conn, seq: base::Seq, holder: &Holder) -> Result<(), Error> {
    let sql = "UPDATE directory_holders SET rec_to = $1 WHERE rec_to = $2 AND post = $3 AND valid_from = $4 \
               AND account = $5 AND kind = $6";
    query(sql)
        .bind(seq.0)
        .bind(base::Seq::OPEN.0)
        .bind(holder.post.to_string())
        .bind(holder.validity.from().to_string())
        .bind(holder.account.clone())
        .bind(holder.kind.as_str())
        .execute(&mut *conn)
        .await?;
    Ok(())
}

/// Opens a holding.
pub(crate) async fn open(conn: &mut Conn, seq: base::Seq, holder: &Holder) -> Result<(), Error> {
    let columns: Vec<&'static str> = TABLE.columns.iter().copied().chain(["rec_from"]).collect();
    let mut values = row(holder);
    values.push(seq.into());
    db::insert_many(conn, TABLE.table, &columns, [values]).await?;
    Ok(())
}

use base::{Known, codes::EntityCode};
use db::{Conn, Error, Row, RowExt, Value, Versioned, dynamic};
use jiff::civil::Date;

use super::{HELD, validity};
use crate::domain::{Post, PostCode, role};

pub(crate) const TABLE: Versioned = Versioned {
    table: "directory_posts",
    columns: &["code", "valid_from", "valid_to", "entity", "role", "scope", "superior", "source"],
    key_columns: 2,
};

pub(crate) fn row(post: &Post) -> Vec<Value> {
    vec![
        post.code.as_str().into(),
        post.validity.from().to_string().into(),
        post.validity.to().map(|date| date.to_string()).into(),
        post.entity.as_str().into(),
        post.role.into(),
        post.scope.to_string().into(),
        post.superior.as_ref().map(|code| code.as_str().to_owned()).into(),
        post.source.as_str().into(),
    ]
}

fn read(row: &Row) -> Result<Post, Error> {
    let written = row.text("role")?;
    let role = role(&written).ok_or_else(|| Error::Corrupt {
        column: "role".into(),
        value: written.clone(),
        expected: "a role of the policies",
    })?;
    Ok(Post {
        code: row.parsed("code")?,
        entity: row.parsed("entity")?,
        role,
        scope: row.parsed("scope")?,
        superior: row.opt_parsed("superior")?,
        validity: validity(row)?,
        source: row.text("source")?,
    })
}

/// Every version that is known, whatever the day.
pub(crate) async fn ever(conn: &mut Conn, known: Known) -> Result<Vec<Post>, Error> {
    let sql = "SELECT * FROM directory_posts WHERE rec_from <= $1 AND $1 < rec_to ORDER BY code, valid_from";
    db::query(sql).bind(known.seq()).fetch_all(&mut *conn).await?.iter().map(read).collect()
}

/// Every post of the day, by code.
pub(crate) async fn on(conn: &mut Conn, known: Known, on: Date) -> Result<Vec<Post>, Error> {
    let sql = format!("SELECT * FROM directory_posts WHERE {HELD} ORDER BY code");
    let query = dynamic(sql).bind(known.seq()).bind(on.to_string());
    query.fetch_all(&mut *conn).await?.iter().map(read).collect()
}

pub(crate) async fn of_entity(
    conn: &mut Conn,
    known: Known,
    on: Date,
    entity: &EntityCode,
) -> Result<Vec<Post>, Error> {
    let sql = format!("SELECT * FROM directory_posts WHERE {HELD} AND entity = $3 ORDER BY code");
    let query = dynamic(sql).bind(known.seq()).bind(on.to_string()).bind(entity.to_string());
    query.fetch_all(&mut *conn).await?.iter().map(read).collect()
}

/// The post as it stands on the day.
pub(crate) async fn one(
    conn: &mut Conn,
    known: Known,
    on: Date,
    code: &PostCode,
) -> Result<Option<Post>, Error> {
    let sql = format!("SELECT * FROM directory_posts WHERE {HELD} AND code = $3");
    let query = dynamic(sql).bind(known.seq()).bind(on.to_string()).bind(code.to_string());
    query.fetch_optional(&mut *conn).await?.as_ref().map(read).transpose()
}

/// Posts whose holder on the day is the account.
pub(crate) async fn held_by(
    conn: &mut Conn,
    known: Known,
    on: Date,
    account: &str,
) -> Result<Vec<Post>, Error> {
    let sql = "SELECT p.* FROM directory_posts p JOIN directory_holders h ON h.post = p.code \
               WHERE h.account = $3 \
               AND h.rec_from <= $1 AND $1 < h.rec_to AND h.valid_from <= $2 AND (h.valid_to IS NULL OR $2 < h.valid_to) \
               AND p.rec_from <= $1 AND $1 < p.rec_to AND p.valid_from <= $2 AND (p.valid_to IS NULL OR $2 < p.valid_to) \
               ORDER BY p.code";
    let query = db::query(sql).bind(known.seq()).bind(on.to_string()).bind(account.to_owned());
    query.fetch_all(&mut *conn).await?.iter().map(read).collect()
}

use base::{Known, text::fold};
use db::{Conn, Error, Row, RowExt, Value, Versioned, dynamic};
use jiff::civil::Date;

use super::{HELD, like, validity};
use crate::domain::{Entity, Level};

pub(crate) const TABLE: Versioned = Versioned {
    table: "directory_entities",
    columns: &[
        "code",
        "valid_from",
        "valid_to",
        "kind",
        "name",
        "folded",
        "level",
        "sector",
        "pliego",
        "territory",
        "parent",
        "source",
    ],
    key_columns: 2,
};

pub(crate) fn row(entity: &Entity) -> Vec<Value> {
    vec![
        entity.code.as_str().into(),
        entity.validity.from().to_string().into(),
        entity.validity.to().map(|date| date.to_string()).into(),
        entity.kind.as_str().into(),
        entity.name.as_str().into(),
        fold(&entity.name).into(),
        entity.level.map(Level::as_str).into(),
        entity.sector.clone().into(),
        entity.pliego.clone().into(),
        entity.territory.as_str().into(),
        entity.parent.as_ref().map(|code| code.as_str().to_owned()).into(),
        entity.source.as_str().into(),
    ]
}

fn read(row: &Row) -> Result<Entity, Error> {
    Ok(Entity {
        code: row.parsed("code")?,
        kind: row.text("kind")?,
        name: row.text("name")?,
        level: row.opt_parsed("level")?,
        sector: row.opt_text("sector")?,
        pliego: row.opt_text("pliego")?,
        territory: row.parsed("territory")?,
        parent: row.opt_parsed("parent")?,
        validity: validity(row)?,
        source: row.text("source")?,
    })
}

pub(crate) async fn all(conn: &mut Conn, known: Known, on: Date) -> Result<Vec<Entity>, Error> {
    let sql = format!("SELECT * FROM directory_entities WHERE {HELD} ORDER BY code");
    let query = dynamic(sql).bind(known.seq()).bind(on.to_string());
    query.fetch_all(&mut *conn).await?.iter().map(read).collect()
}

pub(crate) async fn named(
    conn: &mut Conn,
    known: Known,
    on: Date,
    words: &str,
    count_max: i64,
) -> Result<Vec<Entity>, Error> {
    let sql = format!(
        "SELECT * FROM directory_entities WHERE {HELD} AND folded LIKE $3 ESCAPE '\\' ORDER BY length(name), code LIMIT $4"
    );
    let query = dynamic(sql).bind(known.seq()).bind(on.to_string()).bind(like(&fold(words))).bind(count_max);
    query.fetch_all(&mut *conn).await?.iter().map(read).collect()
}

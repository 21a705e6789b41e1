use base::{Known, text::fold};
use db::{Conn, Error, Row, RowExt, Value, Versioned, dynamic};
use jiff::civil::Date;

use super::{HELD, like, validity};
use crate::domain::Territory;

pub(crate) const TABLE: Versioned = Versioned {
    table: "directory_territories",
    columns: &[
        "code",
        "valid_from",
        "valid_to",
        "kind",
        "name",
        "folded",
        "parent",
        "capital",
        "population",
        "latitude",
        "longitude",
        "source",
    ],
    key_columns: 2,
};

pub(crate) fn row(territory: &Territory) -> Vec<Value> {
    vec![
        territory.code.as_str().into(),
        territory.validity.from().to_string().into(),
        territory.validity.to().map(|date| date.to_string()).into(),
        territory.kind.as_str().into(),
        territory.name.as_str().into(),
        fold(&territory.name).into(),
        territory.parent.as_ref().map(|code| code.as_str().to_owned()).into(),
        territory.capital.clone().into(),
        territory.population.into(),
        territory.latitude.clone().into(),
        territory.longitude.clone().into(),
        territory.source.as_str().into(),
    ]
}

fn read(row: &Row) -> Result<Territory, Error> {
    Ok(Territory {
        code: row.parsed("code")?,
        kind: row.parsed("kind")?,
        name: row.text("name")?,
        parent: row.opt_parsed("parent")?,
        validity: validity(row)?,
        capital: row.opt_text("capital")?,
        population: row.opt_int("population")?,
        latitude: row.opt_text("latitude")?,
        longitude: row.opt_text("longitude")?,
        source: row.text("source")?,
    })
}

pub(crate) async fn all(conn: &mut Conn, known: Known, on: Date) -> Result<Vec<Territory>, Error> {
    let sql = format!("SELECT * FROM directory_territories WHERE {HELD} ORDER BY code");
    let query = dynamic(sql).bind(known.seq()).bind(on.to_string());
    query.fetch_all(&mut *conn).await?.iter().map(read).collect()
}

pub(crate) async fn named(
    conn: &mut Conn,
    known: Known,
    on: Date,
    words: &str,
    count_max: i64,
) -> Result<Vec<Territory>, Error> {
    let sql = format!(
        "SELECT * FROM directory_territories WHERE {HELD} AND folded LIKE $3 ESCAPE '\\' ORDER BY length(code), code LIMIT $4"
    );
    let query = dynamic(sql).bind(known.seq()).bind(on.to_string()).bind(like(&fold(words))).bind(count_max);
    query.fetch_all(&mut *conn).await?.iter().map(read).collect()
}

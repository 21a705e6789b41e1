use base::Known;
use db::{Conn, Error, LISTED_MAX, Row, RowExt, Value, Versioned, dynamic, marks};
use jiff::civil::Date;

use super::{HELD, validity};
use crate::domain::Unit;

pub(crate) const TABLE: Versioned = Versioned {
    table: "directory_units",
    columns: &["sec_ejec", "valid_from", "valid_to", "name", "entity", "ejecutora", "territory", "source"],
    key_columns: 2,
};

pub(crate) fn row(unit: &Unit) -> Vec<Value> {
    vec![
        unit.sec_ejec.as_str().into(),
        unit.validity.from().to_string().into(),
        unit.validity.to().map(|date| date.to_string()).into(),
        unit.name.as_str().into(),
        unit.entity.as_str().into(),
        unit.ejecutora.clone().into(),
        unit.territory.as_str().into(),
        unit.source.as_str().into(),
    ]
}

fn read(row: &Row) -> Result<Unit, Error> {
    Ok(Unit {
        sec_ejec: row.text("sec_ejec")?,
        name: row.text("name")?,
        entity: row.parsed("entity")?,
        ejecutora: row.opt_text("ejecutora")?,
        territory: row.parsed("territory")?,
        validity: validity(row)?,
        source: row.text("source")?,
    })
}

pub(crate) async fn one(
    conn: &mut Conn,
    known: Known,
    on: Date,
    sec_ejec: &str,
) -> Result<Option<Unit>, Error> {
    let sql = format!("SELECT * FROM directory_units WHERE {HELD} AND sec_ejec = $3");
    let query = dynamic(sql).bind(known.seq()).bind(on.to_string()).bind(sec_ejec.to_owned());
    query.fetch_optional(&mut *conn).await?.as_ref().map(read).transpose()
}

pub(crate) async fn all(conn: &mut Conn, known: Known, on: Date) -> Result<Vec<Unit>, Error> {
    let sql = format!("SELECT * FROM directory_units WHERE {HELD} ORDER BY sec_ejec");
    let query = dynamic(sql).bind(known.seq()).bind(on.to_string());
    query.fetch_all(&mut *conn).await?.iter().map(read).collect()
}

pub(crate) async fn of_entity(
    conn: &mut Conn,
    known: Known,
    on: Date,
    entity: &str,
) -> Result<Vec<Unit>, Error> {
    let sql = format!("SELECT * FROM directory_units WHERE {HELD} AND entity = $3 ORDER BY sec_ejec");
    let query = dynamic(sql).bind(known.seq()).bind(on.to_string()).bind(entity.to_owned());
    query.fetch_all(&mut *conn).await?.iter().map(read).collect()
}

/// Those of a list of codes; who is not there is left out.
pub(crate) async fn some(
    conn: &mut Conn,
    known: Known,
    on: Date,
    codes: &[&str],
) -> Result<Vec<Unit>, Error> {
    let mut found = Vec::new();
    for part in codes.chunks(LISTED_MAX) {
        let listed = marks(3, part.len());
        let sql = format!(
            "SELECT * FROM directory_units WHERE {HELD} AND sec_ejec IN ({listed}) ORDER BY sec_ejec"
        );
        let statement = dynamic(sql).bind(known.seq()).bind(on.to_string());
        let statement = part.iter().fold(statement, |statement, code| statement.bind((*code).to_owned()));
        let rows = statement.fetch_all(&mut *conn).await?;
        found.extend(rows.iter().map(read).collect::<Result<Vec<_>, Error>>()?);
    }
    Ok(found)
}

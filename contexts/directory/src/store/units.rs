use base::Known;
use db::{Conn, Error, Row, RowExt, Value, Versioned, dynamic};
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

pub(crate) async fn all(conn: &mut Conn, known: Known, on: Date) -> Result<Vec<Unit>, Error> {
    let sql = format!("SELECT * FROM directory_units WHERE {HELD} ORDER BY sec_ejec");
    let query = dynamic(sql).bind(known.seq()).bind(on.to_string());
    query.fetch_all(&mut *conn).await?.iter().map(read).collect()
}

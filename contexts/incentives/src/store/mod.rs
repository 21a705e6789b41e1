//! SQL to and from domain types.
pub(crate) mod dossiers;
pub(crate) mod goals;
pub(crate) mod offers;
pub mod origin;
pub(crate) mod transfers;

use base::{Known, codes::EntityCode};
use db::{Conn, Error, Row};

use crate::domain::GoalRef;

/// Of what rows are asked for.
#[derive(Clone, Copy, Debug)]
pub enum Of<'a> {
    Year(i16),
    Goal(&'a GoalRef),
    Entity(&'a EntityCode),
}

/// Rows of a table that has goal, entity and year, in that order of its key.
async fn rows(
    conn: &mut Conn,
    known: Known,
    (table, order): (&'static str, &'static str),
    of: Of<'_>,
) -> Result<Vec<Row>, Error> {
    match of {
        Of::Goal(goal) => db::known_rows(conn, known, table, Some(("goal", &goal.to_string())), order).await,
        Of::Entity(entity) => {
            db::known_rows(conn, known, table, Some(("entity", entity.as_str())), order).await
        }
        Of::Year(year) => of_year(conn, known, (table, order), year).await,
    }
}

async fn of_year(
    conn: &mut Conn,
    known: Known,
    (table, order): (&'static str, &'static str),
    year: i16,
) -> Result<Vec<Row>, Error> {
    let sql =
        format!("SELECT * FROM {table} WHERE rec_from <= $1 AND $1 < rec_to AND year = $2 ORDER BY {order}");
    Ok(db::dynamic(sql).bind(known.seq()).bind(i64::from(year)).fetch_all(&mut *conn).await?)
}

fn year(row: &Row) -> Result<i16, Error> {
    use db::RowExt as _;
    Ok(i16::try_from(row.int("year")?).unwrap_or_default())
}

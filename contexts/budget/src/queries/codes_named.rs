use std::collections::BTreeSet;

use base::{Known, text::fold};
use db::Conn;
use jiff::civil::Date;

use crate::{domain::Dimension, store};

/// Codes of a dimension that have ever had the words in their name, accents and case aside.
pub async fn codes_named(
    conn: &mut Conn,
    known: Known,
    on: Date,
    dimension: Dimension,
    words: &str,
) -> Result<BTreeSet<String>, db::Error> {
    let words = fold(words);
    let holds = |name: &str| fold(name).contains(&words);
    if dimension == Dimension::Entity {
        let entities = directory::queries::entities(conn, known, on).await?;
        // Others than pliegos and local governments have no money of their own.
        let spends = |code: &str| ["E:", "R:", "M:"].iter().any(|level| code.starts_with(level));
        let found = entities.iter().filter(|e| spends(e.code.as_str()) && holds(&e.name));
        return Ok(found.map(|entity| entity.code.to_string()).collect());
    }
    if dimension == Dimension::SecEjec {
        // The name of a unit stands at its number, which holds within the unit.
        let rows = store::names(conn, known, Dimension::Ejecutora, None).await?;
        return Ok(rows.into_iter().filter(|row| holds(&row.name)).map(|row| row.within).collect());
    }
    let rows = store::names(conn, known, dimension, None).await?;
    Ok(rows.into_iter().filter(|row| holds(&row.name)).map(|row| row.code).collect())
}

//! `monitoring_designs`.
use base::{Known, Seq};
use db::{Absent, Conn, Error, Row, RowExt, Value, Versioned, instant, known_rows as rows};

use crate::domain::design::{Amount, Statement};

const DESIGNS: Versioned = Versioned {
    table: "monitoring_designs",
    columns: &["programme", "product", "aspect", "words", "quantity", "unit", "year", "source", "post", "at"],
    key_columns: 3,
};

/// Takes the place of what was said of the same aspect of the same thing; that stays known.
pub(crate) async fn put(conn: &mut Conn, seq: Seq, said: &Statement) -> Result<(), Error> {
    let amount = said.amount.as_ref();
    let row: Vec<Value> = vec![
        said.programme.as_str().into(),
        said.product.clone().unwrap_or_default().into(),
        said.aspect.as_str().into(),
        said.words.as_str().into(),
        amount.map(|amount| amount.quantity.to_string()).into(),
        amount.map(|amount| amount.unit.clone()).into(),
        amount.map(|amount| i64::from(amount.year)).into(),
        said.source.as_str().into(),
        said.post.as_str().into(),
        instant(said.at).into(),
    ];
    DESIGNS.revise_part(conn, seq, &said.programme, [row], Absent::Kept).await?;
    Ok(())
}

/// What is said of the design of a programme, by product and aspect.
pub(crate) async fn of_programme(
    conn: &mut Conn,
    known: Known,
    programme: &str,
) -> Result<Vec<Statement>, Error> {
    let of = Some(("programme", programme));
    rows(conn, known, "monitoring_designs", of, "product, aspect").await?.iter().map(read).collect()
}

fn year(row: &Row) -> Result<i16, Error> {
    let value = row.int("year")?;
    i16::try_from(value).map_err(|_| Error::Corrupt {
        column: "year".to_owned(),
        value: value.to_string(),
        expected: "a year",
    })
}

fn read(row: &Row) -> Result<Statement, Error> {
    let amount = match row.opt_parsed("quantity")? {
        Some(quantity) => Some(Amount { quantity, unit: row.text("unit")?, year: year(row)? }),
        None => None,
    };
    Ok(Statement {
        programme: row.text("programme")?,
        product: Some(row.text("product")?).filter(|code| !code.is_empty()),
        aspect: row.parsed("aspect")?,
        words: row.text("words")?,
        amount,
        source: row.text("source")?,
        post: row.text("post")?,
        at: row.parsed("at")?,
    })
}

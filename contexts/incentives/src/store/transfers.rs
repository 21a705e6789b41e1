//! `incentives_transfers`.
use base::{Known, Money, Seq};
use db::{Conn, Error, Row, RowExt, Value, insert_many, instant};

use super::{Of, year};
use crate::domain::Transfer;

pub(crate) async fn add(conn: &mut Conn, seq: Seq, all: &[Transfer]) -> Result<(), Error> {
    let columns =
        ["code", "entity", "year", "amount_centimos", "norm", "approved_on", "post", "at", "rec_from"];
    let row = |of: &Transfer| -> Vec<Value> {
        vec![
            of.code.as_str().into(),
            of.entity.as_str().into(),
            i64::from(of.year).into(),
            of.amount.as_centimos().into(),
            of.norm.as_str().into(),
            of.approved_on.to_string().into(),
            of.post.as_str().into(),
            instant(of.at).into(),
            seq.into(),
        ]
    };
    insert_many(conn, "incentives_transfers", &columns, all.iter().map(row)).await?;
    Ok(())
}

fn transfer(row: &Row) -> Result<Transfer, Error> {
    Ok(Transfer {
        code: row.parsed("code")?,
        entity: row.parsed("entity")?,
        year: year(row)?,
        amount: Money::centimos(row.int("amount_centimos")?),
        norm: row.text("norm")?,
        approved_on: row.parsed("approved_on")?,
        post: row.text("post")?,
        at: row.parsed("at")?,
    })
}

/// In the order of approval and of bodies.
pub(crate) async fn of(conn: &mut Conn, known: Known, of: Of<'_>) -> Result<Vec<Transfer>, Error> {
    let table = ("incentives_transfers", "rec_from, entity");
    super::rows(conn, known, table, of).await?.iter().map(transfer).collect()
}

//! `incentives_offers`.
use base::{Known, Money, Seq};
use db::{Absent, Conn, Error, Row, RowExt, Value, Versioned};

use super::Of;
use crate::domain::{GoalRef, Offer};

const OFFERS: Versioned = Versioned {
    table: "incentives_offers",
    columns: &["goal", "entity", "year", "class", "offered_centimos"],
    key_columns: 2,
};

/// What a goal offers, whole.
pub(crate) async fn put(conn: &mut Conn, seq: Seq, (at, all): (&GoalRef, &[Offer])) -> Result<(), Error> {
    let goal = at.to_string();
    let row = |of: &Offer| -> Vec<Value> {
        vec![
            goal.as_str().into(),
            of.entity.as_str().into(),
            i64::from(at.year()).into(),
            of.class.as_str().into(),
            of.offered.as_centimos().into(),
        ]
    };
    OFFERS.revise_part(conn, seq, &goal, all.iter().map(row), Absent::Closed).await?;
    Ok(())
}

fn offer(row: &Row) -> Result<Offer, Error> {
    Ok(Offer {
        goal: row.parsed("goal")?,
        entity: row.parsed("entity")?,
        class: row.text("class")?,
        offered: Money::centimos(row.int("offered_centimos")?),
    })
}

/// In the order of goals and bodies.
pub(crate) async fn of(conn: &mut Conn, known: Known, of: Of<'_>) -> Result<Vec<Offer>, Error> {
    super::rows(conn, known, (OFFERS.table, "goal, entity"), of).await?.iter().map(offer).collect()
}

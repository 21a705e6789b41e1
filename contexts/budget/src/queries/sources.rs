use std::collections::BTreeSet;

use base::Known;
use db::{Conn, Files};

use crate::store::{self, Stored};

/// A delivery that tells of some of the money asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MoneySource {
    pub delivery: Stored,
    /// Rows of it in which something was repaired.
    pub rows_repaired: u64,
}

/// The deliveries that answer for the money of a fiscal year, of all years where `None`.
pub async fn money_sources(
    conn: &mut Conn,
    files: &Files,
    known: Known,
    year: Option<i16>,
) -> Result<Vec<MoneySource>, db::Error> {
    let pieces = store::pieces(conn, files, known).await?;
    let asked = pieces.iter().filter(|piece| year.is_none() || piece.year == year);
    sources_of(conn, known, &asked.map(|piece| piece.delivery).collect()).await
}

/// The deliveries of those numbers.
pub async fn sources_of(
    conn: &mut Conn,
    known: Known,
    numbers: &BTreeSet<i64>,
) -> Result<Vec<MoneySource>, db::Error> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    let repaired = store::rows_repaired(conn, known).await?;
    let deliveries = store::deliveries(conn, known).await?.into_iter();
    let told = deliveries.filter(|delivery| numbers.contains(&delivery.delivery));
    let source = |delivery: Stored| MoneySource {
        rows_repaired: repaired.get(&delivery.delivery).copied().unwrap_or_default(),
        delivery,
    };
    Ok(told.map(source).collect())
}

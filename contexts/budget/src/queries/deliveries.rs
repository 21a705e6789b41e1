use std::collections::BTreeMap;

use base::Known;
use db::{Conn, Files, memo};
use serde::Serialize;

use crate::{
    domain::Units,
    store::{self, FindingRow, RefusedRow, RepairRow, Stored, TotalRow},
};

/// A delivery with its control totals and what it still answers for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeliveryView {
    #[serde(flatten)]
    pub delivery: Stored,
    /// Executing units by fiscal year that it holds.
    pub units: usize,
    /// Those of which no other delivery tells better: 0 means superseded.
    pub units_answering: usize,
    pub totals: Vec<TotalRow>,
}

impl DeliveryView {
    pub const fn is_superseded(&self) -> bool {
        self.units_answering == 0
    }
}

/// Every delivery known, in the order of recording.
pub async fn deliveries(
    conn: &mut Conn,
    files: &Files,
    known: Known,
) -> Result<Vec<DeliveryView>, db::Error> {
    if let Some(found) = memo::recall::<Vec<DeliveryView>>(known, "") {
        return Ok(found.to_vec());
    }
    let covered = store::covered(conn, files, known).await?;
    let held: BTreeMap<i64, usize> = covered.iter().map(|c| (c.delivery, c.units.len())).collect();
    let mut answering: BTreeMap<i64, usize> = BTreeMap::new();
    for piece in store::pieces(conn, files, known).await?.iter() {
        let of_year = covered
            .iter()
            .find(|c| c.delivery == piece.delivery)
            .map_or(0, |c| c.units.iter().filter(|unit| Some(unit.year) == piece.year).count());
        *answering.entry(piece.delivery).or_default() += match &piece.units {
            Units::All => of_year,
            Units::Only(units) => units.len(),
            Units::Except(units) => of_year.saturating_sub(units.len()),
        };
    }
    let mut totals = store::all_totals(conn, known).await?;
    let mut views = Vec::new();
    for delivery in store::deliveries(conn, known).await? {
        let number = delivery.delivery;
        views.push(DeliveryView {
            units: held.get(&number).copied().unwrap_or(0),
            units_answering: answering.get(&number).copied().unwrap_or(0),
            totals: totals.remove(&number).unwrap_or_default(),
            delivery,
        });
    }
    Ok(memo::keep(known, "", views).to_vec())
}

/// What was repaired in a delivery: original, repaired, rows.
pub async fn delivery_repairs(
    conn: &mut Conn,
    known: Known,
    delivery: i64,
) -> Result<Vec<RepairRow>, db::Error> {
    store::repairs(conn, known, delivery).await
}

/// Doubts about a delivery's data.
pub async fn delivery_findings(
    conn: &mut Conn,
    known: Known,
    delivery: i64,
) -> Result<Vec<FindingRow>, db::Error> {
    store::findings(conn, known, delivery).await
}

/// Rows that a partial import left out.
pub async fn delivery_refused(
    conn: &mut Conn,
    known: Known,
    delivery: i64,
) -> Result<Vec<RefusedRow>, db::Error> {
    store::refused(conn, known, delivery).await
}

/// The delivery of the same layout, last before this one, that tells of any of the same units and years.
pub async fn delivery_before(conn: &mut Conn, known: Known, delivery: i64) -> Result<Option<i64>, db::Error> {
    store::delivery_before(conn, known, delivery).await
}

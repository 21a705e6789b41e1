use std::collections::{BTreeMap, BTreeSet};

use base::Known;
use db::{Conn, Files};

use crate::store::{self, Stored};

/// A delivery and the fiscal years of which it tells the money of some units.
pub type Told = (Stored, BTreeSet<i16>);

/// The deliveries that answer for any of these executing units, in the order of recording. One that another
/// replaces for all of them answers for nothing and is absent.
pub async fn deliveries_answering(
    conn: &mut Conn,
    files: &Files,
    known: Known,
    units: &BTreeSet<String>,
) -> Result<Vec<Told>, db::Error> {
    let mut years: BTreeMap<i64, BTreeSet<i16>> = BTreeMap::new();
    for (year, told) in store::answering(conn, files, known).await?.iter() {
        for delivery in units.iter().filter_map(|unit| told.get(unit)) {
            years.entry(*delivery).or_default().insert(*year);
        }
    }
    let deliveries = store::deliveries(conn, known).await?;
    Ok(deliveries.into_iter().filter_map(|d| years.remove(&d.delivery).map(|years| (d, years))).collect())
}

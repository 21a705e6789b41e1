//! The values of a territory made of its parts.
use std::collections::{BTreeMap, BTreeSet, HashMap};

use base::codes::{SeriesCode, TerritoryCode};
use base::{Known, Period};
use db::Conn;
use rust_decimal::Decimal;

use crate::domain::records::{Measurement, ObservationKey};
use crate::domain::territory::{Part, aggregate};
use crate::domain::{Aggregation, Refusal};
use crate::store;

/// The whole, period by period; a refusal names what is missing.
pub type Whole = BTreeMap<Period, Result<Decimal, Refusal>>;

/// Values of the whole whose parts are `parts`, for every period for which any part has a value.
/// Of several editions the one published last counts; parts on different scales make no whole.
pub async fn whole(
    conn: &mut Conn,
    known: Known,
    series: &SeriesCode,
    aggregation: Aggregation,
    parts: &[TerritoryCode],
) -> Result<Whole, db::Error> {
    let one_scale =
        store::series::one(conn, known, series).await?.is_some_and(|s| s.comparable_group.is_some());
    let observed = store::observations::of_series(conn, known, series).await?;
    let mut periods: BTreeMap<Period, HashMap<TerritoryCode, (ObservationKey, Measurement)>> =
        BTreeMap::new();
    for (key, measurement) in observed.iter() {
        if key.group.is_some() || !parts.contains(&key.territory) {
            continue;
        }
        let places = periods.entry(key.period).or_default();
        let later = places.get(&key.territory).is_none_or(|(before, m)| {
            (m.published_on, &before.edition) < (measurement.published_on, &key.edition)
        });
        if later {
            places.insert(key.territory.clone(), (key.clone(), measurement.clone()));
        }
    }
    Ok(periods
        .into_iter()
        .map(|(period, places)| {
            let editions: BTreeSet<_> = places.values().map(|(key, _)| &key.edition).collect();
            if editions.len() > 1 && !one_scale {
                return (period, Err(Refusal::ScalesMixed(period)));
            }
            let of = |part| places.get(part).map(|(_, m): &(_, Measurement)| m.part());
            let found: Vec<Option<Part>> = parts.iter().map(of).collect();
            (period, aggregate(aggregation, &found))
        })
        .collect())
}

//! A series with what was observed, and how each value came to be what it is.
use base::{
    Known, Seq,
    codes::{SeriesCode, TerritoryCode},
};
use db::Conn;

use crate::domain::records::{Measurement, ObservationKey, Place, Series};
use crate::store;

/// A series and its values.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct SeriesView {
    pub series: Series,
    /// In order of territory, group, period and edition.
    pub observations: Vec<(ObservationKey, Measurement)>,
}

/// Every series as known.
pub async fn all(conn: &mut Conn, known: Known) -> Result<Vec<Series>, db::Error> {
    Ok(store::series::all(conn, known).await?.into_values().collect())
}

/// One series with its values as known; `None` if there is no such series.
pub async fn series(
    conn: &mut Conn,
    known: Known,
    code: &SeriesCode,
) -> Result<Option<SeriesView>, db::Error> {
    let Some(series) = store::series::one(conn, known, code).await? else { return Ok(None) };
    let observations = store::observations::of_series(conn, known, code).await?;
    let observations = observations.iter().map(|(key, value)| (key.clone(), value.clone())).collect();
    Ok(Some(SeriesView { series, observations }))
}

/// What was said of the facts about everyone in a place, each with the journal entry that recorded it; of each
/// fact oldest first.
pub async fn histories(
    conn: &mut Conn,
    known: Known,
    series: &SeriesCode,
    place: &TerritoryCode,
) -> Result<Vec<(ObservationKey, Seq, Measurement)>, db::Error> {
    store::observations::versions(conn, known, series, place).await
}

/// Territories and groups for which a series has values.
pub async fn places(conn: &mut Conn, known: Known, code: &SeriesCode) -> Result<Vec<Place>, db::Error> {
    store::packed::places(conn, known, code).await
}

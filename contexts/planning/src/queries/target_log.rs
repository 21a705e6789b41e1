//! How the targets of an indicator changed, and whether one was lowered after its result was known.
use std::collections::HashMap;

use base::codes::IndicatorCode;
use base::{Known, Seq};
use db::Conn;
use jiff::civil::Date;
use jiff::tz::Offset;

use crate::domain::reference::PlanRef;
use crate::domain::target_log::{Change, Recorded, ResultDates, changes};
use crate::store::{content, recorded_targets};

/// The log as known. `results`: first day on which the result of each target was published.
/// Days begin at the country's midnight: `offset`.
pub async fn target_log(
    conn: &mut Conn,
    known: Known,
    version: &PlanRef,
    indicator: &IndicatorCode,
    results: &ResultDates,
    offset: Offset,
) -> Result<Vec<Change>, journal::Error> {
    let mut recorded = Vec::new();
    for (key, target, rec_from, rec_to) in recorded_targets(conn, known, version, indicator).await? {
        let closed_on = if rec_to == Seq::OPEN { None } else { day(conn, rec_to, offset).await? };
        let Some(recorded_on) = day(conn, rec_from, offset).await? else { continue };
        recorded.push(Recorded { key, target, rec_from, rec_to, recorded_on, closed_on });
    }
    let content = content::one(conn, known, version).await?;
    let cards = content.into_iter().flat_map(|c| c.indicators.into_values());
    let senses: HashMap<_, _> = cards.filter_map(|card| Some((card.code, card.sense?))).collect();
    Ok(changes(recorded, &senses, results))
}

async fn day(conn: &mut Conn, seq: Seq, offset: Offset) -> Result<Option<Date>, journal::Error> {
    let entry = journal::entry(conn, seq).await?;
    Ok(entry.map(|entry| offset.to_datetime(entry.at).date()))
}

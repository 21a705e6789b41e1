//! How targets changed, of an indicator or of a whole version, and whether one was lowered after its result
//! was known.
use std::collections::{BTreeMap, HashMap};

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
    log(conn, known, version, Some(indicator), results, offset).await
}

/// Every change of a target of the version after its first were recorded, in order of recording. Results are
/// another room's: none is said to be lowered after its result was known.
pub async fn target_changes(
    conn: &mut Conn,
    known: Known,
    version: &PlanRef,
    offset: Offset,
) -> Result<Vec<Change>, journal::Error> {
    let mut log = log(conn, known, version, None, &ResultDates::new(), offset).await?;
    let first = log.first().map(|change| change.seq);
    log.retain(|change| Some(change.seq) != first);
    Ok(log)
}

async fn log(
    conn: &mut Conn,
    known: Known,
    version: &PlanRef,
    indicator: Option<&IndicatorCode>,
    results: &ResultDates,
    offset: Offset,
) -> Result<Vec<Change>, journal::Error> {
    let mut recorded = Vec::new();
    let mut days = BTreeMap::new();
    for (key, target, rec_from, rec_to) in recorded_targets(conn, known, version, indicator).await? {
        let closed_on = if rec_to == Seq::OPEN { None } else { day(conn, rec_to, offset, &mut days).await? };
        let Some(recorded_on) = day(conn, rec_from, offset, &mut days).await? else { continue };
        recorded.push(Recorded { key, target, rec_from, rec_to, recorded_on, closed_on });
    }
    let content = content::one(conn, known, version).await?;
    let cards = content.into_iter().flat_map(|c| c.indicators.into_values());
    let senses: HashMap<_, _> = cards.filter_map(|card| Some((card.code, card.sense?))).collect();
    Ok(changes(recorded, &senses, results))
}

/// The day of an entry; one that recorded many targets is looked up once.
async fn day(
    conn: &mut Conn,
    seq: Seq,
    offset: Offset,
    days: &mut BTreeMap<Seq, Option<Date>>,
) -> Result<Option<Date>, journal::Error> {
    if let Some(day) = days.get(&seq) {
        return Ok(*day);
    }
    let day = journal::time_of(conn, seq).await?.map(|at| offset.to_datetime(at).date());
    days.insert(seq, day);
    Ok(day)
}

//! How targets changed, of an indicator or of a whole version, and whether one was lowered after its result
//! was known.
use std::collections::HashMap;

use base::codes::IndicatorCode;
use base::{Known, Seq};
use db::Conn;
use jiff::tz::Offset;

use crate::domain::card::Indicator;
use crate::domain::content::Content;
use crate::domain::reference::PlanRef;
use crate::domain::target_log::{Change, Recorded, ResultDates, changes};
use crate::domain::words::Sense;
use crate::store::recorded_targets;

/// The log as known. `results`: first day on which the result of each target was published.
/// Days begin at the country's midnight: `offset`.
pub async fn target_log(
    conn: &mut Conn,
    known: Known,
    version: &PlanRef,
    card: &Indicator,
    results: &ResultDates,
    offset: Offset,
) -> Result<Vec<Change>, journal::Error> {
    let senses = senses([card]);
    log(conn, known, version, Some(&card.code), &senses, results, offset).await
}

/// Every change of a target of the version after its first were recorded, in order of recording. Results are
/// another room's: none is said to be lowered after its result was known.
pub async fn target_changes(
    conn: &mut Conn,
    known: Known,
    content: &Content,
    offset: Offset,
) -> Result<Vec<Change>, journal::Error> {
    let version = content.version.reference(&content.plan.code);
    let senses = senses(content.indicators.values());
    let mut log = log(conn, known, &version, None, &senses, &ResultDates::new(), offset).await?;
    let first = log.first().map(|change| change.seq);
    log.retain(|change| Some(change.seq) != first);
    Ok(log)
}

async fn log(
    conn: &mut Conn,
    known: Known,
    version: &PlanRef,
    indicator: Option<&IndicatorCode>,
    senses: &HashMap<IndicatorCode, Sense>,
    results: &ResultDates,
    offset: Offset,
) -> Result<Vec<Change>, journal::Error> {
    let found = recorded_targets(conn, known, version, indicator).await?;
    let seqs = found.iter().flat_map(|(_, _, from, to)| [*from, *to]).filter(|seq| *seq != Seq::OPEN);
    let days = journal::days_of(conn, &seqs.collect(), offset).await?;
    let mut recorded = Vec::new();
    for (key, target, rec_from, rec_to) in found {
        let Some(recorded_on) = days.get(&rec_from).copied() else { continue };
        let closed_on = days.get(&rec_to).copied();
        recorded.push(Recorded { key, target, rec_from, rec_to, recorded_on, closed_on });
    }
    Ok(changes(recorded, senses, results))
}

fn senses<'a>(cards: impl IntoIterator<Item = &'a Indicator>) -> HashMap<IndicatorCode, Sense> {
    cards.into_iter().filter_map(|card| Some((card.code.clone(), card.sense?))).collect()
}

//! Records what was measured. A changed value closes the version that was known and opens a new
//! one: what the source said before stays readable.
use std::collections::{BTreeMap, BTreeSet};

use base::codes::{IndicatorCode, PlanCode, SeriesCode};
use base::{Known, RowErrors};
use journal::{Act, Ctx};

use super::{Delivery, Outcome, Record, Refusal, Row, admit, unique};
use crate::domain::difference::{Difference, difference};
use crate::domain::records::{Binding, BindingKey, Measurement, ObservationKey, Place, Series};
use crate::store;

/// One row of `observations.csv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observed {
    /// Of the series; for a value reported straight to an indicator, [`own_series`] of it.
    pub key: ObservationKey,
    pub measurement: Measurement,
    /// The indicator to which the value was reported, if no series was named.
    pub reported_to: Option<(PlanCode, IndicatorCode)>,
}

/// The series of what is reported straight to an indicator: its own public identity.
///
/// # Errors
/// If the identity is longer than a code may be.
pub fn own_series(plan: &PlanCode, indicator: &IndicatorCode) -> Result<SeriesCode, base::codes::CodeError> {
    SeriesCode::new(&format!("{plan}/{indicator}"))
}

/// Adds new observations and new versions of changed ones; those not mentioned stay. The same
/// import again writes nothing.
pub async fn import_observations(ctx: &Ctx, delivery: Delivery<Observed>) -> Result<Outcome, Refusal> {
    let Delivery { source, rows, mut refused, partial } = delivery;
    let mut act = ctx.open("monitoring.import_observations").await?;
    let (added, changed, unchanged) = record(&mut act, &source, rows, (&mut refused, partial)).await?;
    if added + changed == 0 {
        return Ok(Outcome { unchanged, refused, ..Outcome::default() });
    }
    let record = Record { source: &source, added, changed, unchanged, refused: refused.0.len() };
    let seq = act.commit("observations", &record).await?;
    Ok(Outcome { added, changed, unchanged, refused, seq: Some(seq) })
}

/// Writes rows within an act; how many are new, changed, and said before.
pub(super) async fn record(
    act: &mut Act,
    source: &str,
    rows: Vec<Row<Observed>>,
    (refused, partial): (&mut RowErrors, bool),
) -> Result<(usize, usize, usize), Refusal> {
    let series = store::series::all(act.conn(), Known::NOW).await?;
    let rows = of_known_series(rows, &series, refused);
    let own = own_bindings(&rows);
    let keyed = rows.into_iter().map(|row| Row {
        file: row.file,
        line: row.line,
        content: (row.content.key, row.content.measurement),
    });
    let name = |key: &ObservationKey| format!("{} {} {}", key.series, key.territory, key.period);
    let new = unique(keyed.collect(), "value", name, refused);
    admit(refused, partial, new.len())?;
    open_own_series(act, &own, &series, source).await?;
    let changes = changes(act, new).await?;
    let Difference { added, changed, unchanged } = &changes.found;
    let counts = (added.len(), changed.len(), *unchanged);
    if counts.0 + counts.1 > 0 {
        write(act, changes).await?;
    }
    Ok(counts)
}

fn of_known_series(
    rows: Vec<Row<Observed>>,
    series: &BTreeMap<SeriesCode, Series>,
    refused: &mut RowErrors,
) -> Vec<Row<Observed>> {
    let (known, unknown): (Vec<_>, Vec<_>) = rows
        .into_iter()
        .partition(|row| row.content.reported_to.is_some() || series.contains_key(&row.content.key.series));
    for row in unknown {
        let code = row.content.key.series.clone();
        refused.push(row.refuse("series", code.as_str(), "no such series: import series.csv first"));
    }
    known
}

/// Bindings of the series that reports to an indicator need.
fn own_bindings(rows: &[Row<Observed>]) -> BTreeSet<BindingKey> {
    rows.iter()
        .filter_map(|row| {
            let (plan, indicator) = row.content.reported_to.clone()?;
            Some(BindingKey { plan, indicator, series: row.content.key.series.clone() })
        })
        .collect()
}

async fn open_own_series(
    act: &mut Act,
    own: &BTreeSet<BindingKey>,
    known: &BTreeMap<SeriesCode, Series>,
    source: &str,
) -> Result<(), Refusal> {
    let seq = act.seq();
    let new: Vec<&BindingKey> = own.iter().filter(|key| !known.contains_key(&key.series)).collect();
    let series: Vec<Series> = new
        .iter()
        .map(|key| Series {
            code: key.series.clone(),
            name: key.series.to_string(),
            name_en: None,
            unit: String::new(),
            source: source.to_owned(),
            provenance: None,
            note: None,
            comparable_group: None,
            frozen_on: None,
        })
        .collect();
    store::series::add(act.conn(), seq, &series).await?;
    let bindings: Vec<(BindingKey, Binding)> = new
        .into_iter()
        .map(|key| {
            let plain = Binding { targets_group: None, programme: None, product: None, note: None };
            (key.clone(), plain)
        })
        .collect();
    store::bindings::add(act.conn(), seq, &bindings).await?;
    Ok(())
}

fn by_series(
    new: BTreeMap<ObservationKey, Measurement>,
) -> BTreeMap<SeriesCode, BTreeMap<ObservationKey, Measurement>> {
    let mut parts: BTreeMap<SeriesCode, BTreeMap<ObservationKey, Measurement>> = BTreeMap::new();
    for (key, measurement) in new {
        parts.entry(key.series.clone()).or_default().insert(key, measurement);
    }
    parts
}

/// What an import changes, and all values of the places where it changes any.
struct Changes {
    found: Difference<ObservationKey, Measurement>,
    /// Places that had values before.
    known: BTreeSet<Place>,
    packs: BTreeMap<Place, BTreeMap<ObservationKey, Measurement>>,
}

async fn changes(act: &mut Act, new: BTreeMap<ObservationKey, Measurement>) -> Result<Changes, Refusal> {
    let found = Difference { added: Vec::new(), changed: Vec::new(), unchanged: 0 };
    let mut all = Changes { found, known: BTreeSet::new(), packs: BTreeMap::new() };
    for (code, new) in by_series(new) {
        let known = store::observations::of_series(act.conn(), Known::NOW, &code).await?;
        let found = difference(&known, new);
        let touched: BTreeSet<Place> = found.written().map(|(key, _)| key.into()).collect();
        for (key, measurement) in known.iter() {
            let place = Place::from(key);
            if touched.contains(&place) {
                all.packs.entry(place.clone()).or_default().insert(key.clone(), measurement.clone());
                all.known.insert(place);
            }
        }
        for (key, measurement) in found.written().cloned() {
            all.packs.entry((&key).into()).or_default().insert(key, measurement);
        }
        all.found.added.extend(found.added);
        all.found.changed.extend(found.changed);
        all.found.unchanged += found.unchanged;
    }
    Ok(all)
}

async fn write(act: &mut Act, changes: Changes) -> Result<(), Refusal> {
    let seq = act.seq();
    for (key, _) in &changes.found.changed {
        store::observations::close(act.conn(), seq, key).await?;
    }
    store::observations::add(act.conn(), seq, changes.found.written()).await?;
    for place in &changes.known {
        store::packed::close(act.conn(), seq, place).await?;
    }
    store::packed::add(act.conn(), seq, changes.packs).await?;
    Ok(())
}

//! Records what was measured. A changed value closes the version that was known and opens a new
//! one: what the source said before stays readable.
use std::collections::{BTreeMap, BTreeSet};

use base::codes::{IndicatorCode, PlanCode, SeriesCode};
use base::{Known, RowErrors};
use db::Files;
use journal::{Act, Ctx};

use super::entered::{self, Entered};
use super::reviews::{self, Submitter};
use super::{Delivery, Outcome, Record, Refusal, Row, admit, no_values, unique};
use crate::domain::answer::AnswerKey;
use crate::domain::difference::{Difference, difference};
use crate::domain::records::{Binding, BindingKey, Measurement, ObservationKey, Place, Series};
use crate::store;

/// A value of `observations.csv`.
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

/// Adds new observations and new versions of changed ones, and reasons why there are none; those not mentioned stay. The same
/// import again writes nothing.
///
/// # Errors
/// Rows that do not fit, all of them: also those that would change a value that is under review.
pub async fn import_observations<T: Into<Entered>>(
    ctx: &Ctx,
    delivery: Delivery<T>,
) -> Result<Outcome, Refusal> {
    let Delivery { source, rows, mut refused, partial } = delivery;
    let enter = |row: Row<T>| Row { file: row.file, line: row.line, content: row.content.into() };
    let rows: Vec<Row<Entered>> = rows.into_iter().map(enter).collect();
    let mut act = ctx.open("monitoring.import_observations").await?;
    let found = record(&mut act, &ctx.files, (&source, None), rows, (&mut refused, partial)).await?;
    let (added, changed, unchanged) = found;
    if added + changed == 0 {
        return Ok(Outcome { unchanged, refused, ..Outcome::default() });
    }
    let record = Record { source: &source, added, changed, unchanged, refused: refused.0.len() };
    let seq = act.commit("observations", &record).await?;
    Ok(Outcome { added, changed, unchanged, refused, seq: Some(seq) })
}

/// Writes rows within an act; how many are new, changed, and said before. What a submitter records goes up where the pack says so.
pub(super) async fn record(
    act: &mut Act,
    files: &Files,
    (source, submitter): (&str, Option<&Submitter<'_>>),
    rows: Vec<Row<Entered>>,
    (refused, partial): (&mut RowErrors, bool),
) -> Result<(usize, usize, usize), Refusal> {
    let series = store::series::all(act.conn(), Known::NOW).await?;
    let rows = of_known_series(rows, &series, refused);
    let own = own_bindings(&rows);
    let (values, answers) = entered::apart(rows, refused);
    let values = reviews::unlocked(act, files, values, (refused, submitter)).await?;
    let answers = no_values::changes(act, files, answers, refused).await?;
    let keyed = values.into_iter().map(|row| Row {
        file: row.file,
        line: row.line,
        content: (row.content.key, row.content.measurement),
    });
    let name = |key: &ObservationKey| format!("{} {} {}", key.series, key.territory, key.period);
    let new = unique(keyed.collect(), "value", name, refused);
    let said = answers.added.len() + answers.changed.len() + answers.unchanged;
    admit(refused, partial, new.len() + said)?;
    open_own_series(act, &own, &series, source).await?;
    let changes = changes(act, new).await?;
    let Difference { added, changed, unchanged } = &changes.found;
    let values = added.len() + changed.len();
    let counts = (
        added.len() + answers.added.len(),
        changed.len() + answers.changed.len(),
        unchanged + answers.unchanged,
    );
    if values > 0 {
        let written: Vec<(ObservationKey, Measurement)> = changes.found.written().cloned().collect();
        write(act, changes).await?;
        no_values::superseded(act, &of_everyone(&written)).await?;
        if let Some(submitter) = submitter {
            reviews::submit(act, files, (submitter, &own), &written).await?;
        }
    }
    no_values::write(act, answers).await?;
    Ok(counts)
}

fn of_everyone(written: &[(ObservationKey, Measurement)]) -> Vec<AnswerKey> {
    let everyone = written.iter().filter(|(key, _)| key.group.is_none());
    let key = |(key, _): &(ObservationKey, Measurement)| AnswerKey {
        series: key.series.clone(),
        territory: key.territory.clone(),
        period: key.period,
    };
    everyone.map(key).collect()
}

fn of_known_series(
    rows: Vec<Row<Entered>>,
    series: &BTreeMap<SeriesCode, Series>,
    refused: &mut RowErrors,
) -> Vec<Row<Entered>> {
    let (known, unknown): (Vec<_>, Vec<_>) = rows
        .into_iter()
        .partition(|row| row.content.reported_to().is_some() || series.contains_key(row.content.series()));
    for row in unknown {
        let code = row.content.series().clone();
        refused.push(row.refuse("series", code.as_str(), "no such series: import series.csv first"));
    }
    known
}

/// Bindings of the series that reports to an indicator need.
fn own_bindings(rows: &[Row<Entered>]) -> BTreeSet<BindingKey> {
    rows.iter()
        .filter_map(|row| {
            let (plan, indicator) = row.content.reported_to().cloned()?;
            Some(BindingKey { plan, indicator, series: row.content.series().clone() })
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
        // What the statistician said belonged to the other value.
        store::validations::close(act.conn(), seq, key).await?;
    }
    store::observations::add(act.conn(), seq, changes.found.written()).await?;
    for place in &changes.known {
        store::packed::close(act.conn(), seq, place).await?;
    }
    store::packed::add(act.conn(), seq, changes.packs).await?;
    Ok(())
}

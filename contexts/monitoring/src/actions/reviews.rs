//! Values that are to be accepted, within an act that records a table: what is locked, what begins, what is submitted again.
use std::collections::{BTreeMap, BTreeSet};

use base::codes::{EntityCode, IndicatorCode, PlanCode, SeriesCode};
use base::{Known, RowErrors};
use db::Files;
use journal::Act;
use workflow::{Act as CaseAct, By};

use super::import_observations::Observed;
use super::{Refusal, Row};
use crate::domain::records::{BindingKey, Measurement, ObservationKey};
use crate::domain::review::{Phase, Review, ReviewCode};
use crate::queries::reviews::{Laws, case, phase_of, standing};
use crate::store::{
    self,
    reviews::{Taken, Which},
};

/// Who records values for a body, and which of its indicators are accepted by which procedure.
#[derive(Clone, Debug)]
pub struct Recorder {
    pub post: String,
    /// Of the post.
    pub role: &'static str,
    pub account: String,
}

/// A recorder with the ways that values of the body's indicators take.
pub(super) struct Submitter<'a> {
    pub by: &'a Recorder,
    pub entity: &'a EntityCode,
    pub routes: BTreeMap<(PlanCode, IndicatorCode), String>,
}

/// Whether two values are of the same people, place and period: an edition more is no way around a lock.
fn is_same(one: &ObservationKey, other: &ObservationKey) -> bool {
    (&one.series, &one.territory, one.period, &one.group)
        == (&other.series, &other.territory, other.period, &other.group)
}

/// Reviews in a phase, of some series.
async fn in_phase(
    act: &mut Act,
    phase: Phase,
    series: &BTreeSet<SeriesCode>,
) -> Result<Vec<Review>, Refusal> {
    let mut all = store::reviews::all(act.conn(), Known::NOW, Which::In(phase)).await?;
    all.retain(|review| series.contains(&review.key.series));
    Ok(all)
}

/// Rows that change nothing locked. While a value is under review nobody changes it; one that was returned is corrected by those
/// who owe it, and by no import.
pub(super) async fn unlocked(
    act: &mut Act,
    files: &Files,
    rows: Vec<Row<Observed>>,
    (refused, submitter): (&mut RowErrors, Option<&Submitter<'_>>),
) -> Result<Vec<Row<Observed>>, Refusal> {
    let series: BTreeSet<SeriesCode> = rows.iter().map(|row| row.content.key.series.clone()).collect();
    settle(act, files, Some(&series)).await?;
    let mut locked = in_phase(act, Phase::Review, &series).await?;
    if submitter.is_none() {
        locked.extend(in_phase(act, Phase::Returned, &series).await?);
    }
    let mut free = Vec::new();
    for row in rows {
        let Observed { key, measurement, reported_to } = &row.content;
        let lock = locked.iter().find(|review| is_same(&review.key, key));
        let goes_up = submitter.zip(reported_to.as_ref()).is_some_and(|(s, to)| s.routes.contains_key(to));
        if goes_up && key.edition.is_some() {
            let edition = key.edition.clone().unwrap_or_default();
            refused.push(row.refuse("edition", &edition, "leave it empty: the value is to be accepted"));
            continue;
        }
        let Some(lock) = lock else {
            free.push(row);
            continue;
        };
        let known = store::observations::of_series(act.conn(), Known::NOW, &key.series).await?;
        if known.get(key) == Some(measurement) {
            free.push(row);
            continue;
        }
        let reason = match lock.phase {
            Phase::Returned => "the value was returned: its owner corrects it in the office",
            _ => "the value is under review: it is changed once it is accepted or returned",
        };
        refused.push(row.refuse("value", &measurement.value.to_string(), reason));
    }
    Ok(free)
}

/// What was written by a submitter goes up: a returned value is submitted again, any other begins a review.
pub(super) async fn submit(
    act: &mut Act,
    files: &Files,
    (submitter, own): (&Submitter<'_>, &BTreeSet<BindingKey>),
    written: &[(ObservationKey, Measurement)],
) -> Result<usize, Refusal> {
    let named: BTreeMap<&SeriesCode, &BindingKey> = own.iter().map(|key| (&key.series, key)).collect();
    let goes_up = |key: &ObservationKey| {
        let binding = named.get(&key.series)?;
        let route = submitter.routes.get(&(binding.plan.clone(), binding.indicator.clone()))?;
        Some((*binding, route.as_str()))
    };
    if !written.iter().any(|(key, _)| goes_up(key).is_some()) {
        return Ok(0);
    }
    let at = act.at();
    let laws = Laws::of(act.conn(), files, (Known::NOW, at)).await?.ok_or(Refusal::NoProcedure)?;
    let series = written.iter().map(|(key, _)| key.series.clone()).collect();
    let returned = in_phase(act, Phase::Returned, &series).await?;
    let mut number = 0;
    for (key, measurement) in written {
        let Some((binding, route)) = goes_up(key) else { continue };
        number += 1;
        let again = returned.iter().find(|review| is_same(&review.key, key));
        if let Some(review) = again {
            resubmit(act, &laws, submitter, (review.clone(), key, measurement)).await?;
        } else {
            let code = ReviewCode::of(act.seq(), number);
            begin(act, &laws, (submitter, binding, route), (code, key, measurement)).await?;
        }
    }
    Ok(number)
}

async fn begin(
    act: &mut Act,
    laws: &Laws,
    (submitter, binding, route): (&Submitter<'_>, &BindingKey, &str),
    (code, key, measurement): (ReviewCode, &ObservationKey, &Measurement),
) -> Result<(), Refusal> {
    let procedure = laws.in_force(route).ok_or(Refusal::NoProcedure)?;
    let (seq, began_at) = (act.seq(), act.at());
    let review = Review {
        code,
        entity: submitter.entity.clone(),
        plan: binding.plan.clone(),
        indicator: binding.indicator.clone(),
        key: key.clone(),
        value: measurement.value,
        procedure: procedure.declaration().id(),
        began_at,
        post: submitter.by.post.clone(),
        account: submitter.by.account.clone(),
        submissions: 1,
        submitted: seq,
        state: procedure.initial().to_owned(),
        phase: Phase::Review,
        reason: String::new(),
    };
    store::reviews::write(act.conn(), seq, &review).await?;
    Ok(())
}

async fn resubmit(
    act: &mut Act,
    laws: &Laws,
    submitter: &Submitter<'_>,
    (review, key, measurement): (Review, &ObservationKey, &Measurement),
) -> Result<(), Refusal> {
    let (seq, at) = (act.seq(), act.at());
    let subject = laws.subject(act.conn(), &review.entity).await?;
    let engine = laws.engine(&review.procedure, &subject).ok_or(Refusal::NoProcedure)?;
    let procedure = engine.procedure;
    // The act that leads back up, and who does it: the role that the post plays there, else whoever the procedure lets.
    let up = |act: &&workflow::DeclaredAct| {
        let to = act.to.as_deref().and_then(|to| procedure.states.iter().find(|state| state.code == to));
        act.from.contains(&review.state) && to.is_some_and(|to| to.phase == Phase::Review.as_str())
    };
    let declared = procedure.acts.iter().find(up).ok_or(Refusal::NoProcedure)?;
    let role = procedure.role_of(submitter.by.role).or_else(|| declared.by.first().map(String::as_str));
    let new = CaseAct::new(&declared.code, at, By::Role(role.unwrap_or_default().to_owned()));
    let before = store::reviews::acts(act.conn(), Known::NOW, &review.code).await?;
    let moved = engine.perform(&case(&review, &before), &new, at).map_err(Refusal::Procedure)?;
    let mut taken: Vec<Taken> = moved.lapses.into_iter().map(|act| Taken { act, post: None }).collect();
    taken.push(Taken { act: new, post: Some(submitter.by.post.clone()) });
    store::reviews::add_acts(act.conn(), seq, &review.code, (before.len(), &taken)).await?;
    let review = Review {
        key: key.clone(),
        value: measurement.value,
        post: submitter.by.post.clone(),
        account: submitter.by.account.clone(),
        submissions: review.submissions + 1,
        submitted: seq,
        phase: phase_of(&moved.standing)?,
        state: moved.standing.state,
        ..review
    };
    store::reviews::write(act.conn(), seq, &review).await?;
    Ok(())
}

/// Writes the silence that fell, and what it led to; of some series, or of all. How many reviews it moved.
pub(super) async fn settle(
    act: &mut Act,
    files: &Files,
    only: Option<&BTreeSet<SeriesCode>>,
) -> Result<usize, Refusal> {
    let mut open = store::reviews::all(act.conn(), Known::NOW, Which::In(Phase::Review)).await?;
    open.retain(|review| only.is_none_or(|only| only.contains(&review.key.series)));
    if open.is_empty() {
        return Ok(0);
    }
    let (seq, at) = (act.seq(), act.at());
    let Some(laws) = Laws::of(act.conn(), files, (Known::NOW, at)).await? else { return Ok(0) };
    let mut acts = store::reviews::acts_in(act.conn(), Known::NOW, Phase::Review).await?;
    let mut moved = 0;
    for review in open {
        let before = acts.remove(&review.code).unwrap_or_default();
        let subject = laws.subject(act.conn(), &review.entity).await?;
        let Some(engine) = laws.engine(&review.procedure, &subject) else { continue };
        let standing = standing(&engine, &case(&review, &before), at)?;
        let lapses: Vec<Taken> =
            standing.unwritten().into_iter().map(|act| Taken { act, post: None }).collect();
        if lapses.is_empty() {
            continue;
        }
        store::reviews::add_acts(act.conn(), seq, &review.code, (before.len(), &lapses)).await?;
        let review = Review { phase: phase_of(&standing)?, state: standing.state, ..review };
        store::reviews::write(act.conn(), seq, &review).await?;
        moved += 1;
    }
    Ok(moved)
}

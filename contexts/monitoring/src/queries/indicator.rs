//! One indicator in one territory: its card, its status with every step, what was observed and promised over
//! time.
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use base::codes::{SeriesCode, TerritoryCode};
use base::{Known, Period, Seq};
use db::Conn;
use jiff::civil::Date;
use jiff::tz::Offset;
use planning::domain::plan::current;
use planning::domain::reference::IndicatorRef;
use planning::domain::target::TargetKey;
use planning::domain::target_log::{Change, ResultDates};
use planning::queries::indicators::{IndicatorView, indicators};

use super::evidence::Evidence;
use super::promises::promises;
use super::series::{histories, series};
use super::standings::{Scope, Standing, explanations};
use crate::domain::answer::Answer;
use crate::domain::records::{Binding, Measurement, ObservationKey, Series};
use crate::domain::review::{Phase, Verdict};
use crate::domain::{Explanation, Rules};
use crate::store::remarks::{Answered, Remark, Remarks, Said};

/// What is asked.
#[derive(Clone, Debug)]
pub struct IndicatorRequest {
    pub indicator: IndicatorRef,
    /// The first with a promise where `None`.
    pub territory: Option<TerritoryCode>,
    /// Day on which it is judged.
    pub on: Date,
    /// Of the country: days begin at its midnight.
    pub offset: Offset,
}

#[derive(Clone, Debug)]
pub struct IndicatorAnswer {
    pub view: Arc<IndicatorView>,
    pub standing: Standing,
    pub explanation: Explanation,
    /// The same indicator in every territory, this one too.
    pub places: Vec<Standing>,
    pub series: Vec<Measuring>,
    /// How its targets here changed.
    pub changes: Vec<Change>,
}

/// A series that measures the indicator, with its values in the territory.
#[derive(Clone, Debug)]
pub struct Measuring {
    pub series: Series,
    pub binding: Option<Binding>,
    /// In order of group and period.
    pub observed: Vec<Observed>,
    /// Why periods have none, here; of each with the day on which it was said.
    pub answers: Vec<(Answer, Period, Option<Date>)>,
}

#[derive(Clone, Debug)]
pub struct Observed {
    pub key: ObservationKey,
    pub now: Measurement,
    /// What was said of it, oldest first, with the day it was recorded: more than one is a correction.
    /// Followed for values of all people; those of groups hold none.
    pub said: Vec<(Date, Measurement)>,
    /// Where it is on its way up the hierarchy, where it has one, and why it was returned.
    pub review: Option<(Phase, String)>,
    /// What the statistician says of it.
    pub validation: Option<(Verdict, String)>,
}

/// `None` if the indicator is not recorded, or promises nothing for the territory.
pub async fn indicator(
    conn: &mut Conn,
    known: Known,
    rules: &Rules,
    request: &IndicatorRequest,
) -> Result<Option<IndicatorAnswer>, journal::Error> {
    let scope = Scope::Indicator(request.indicator.clone());
    let found = explanations(conn, known, request.on, rules, &scope).await?;
    let views =
        indicators(conn, known, request.indicator.plan.version.is_some().then_some(&request.indicator.plan))
            .await?;
    let is_found = |view: &IndicatorView| {
        let name = format!("{}/{}", view.version.reference(&view.plan.code), view.card.code);
        found.iter().any(|(standing, _)| standing.indicator == name)
    };
    let views: Vec<&Arc<IndicatorView>> = views.iter().filter(|view| is_found(view)).collect();
    let chosen = current(views.iter().map(|view| &*view.version), request.on).map(|version| &version.code);
    let Some(view) = views.iter().find(|view| Some(&view.version.code) == chosen) else {
        return Ok(None);
    };
    let view = Arc::clone(view);
    let name = format!("{}/{}", view.version.reference(&view.plan.code), view.card.code);
    let of_version: Vec<(Standing, Explanation)> =
        found.into_iter().filter(|(standing, _)| standing.indicator == name).collect();
    let wanted = |standing: &Standing| request.territory.is_none() || standing.territory == request.territory;
    let Some((standing, explanation)) = of_version.iter().find(|(s, _)| wanted(s)).cloned() else {
        return Ok(None);
    };
    let mut answer = IndicatorAnswer {
        view,
        standing,
        explanation,
        places: of_version.into_iter().map(|(standing, _)| standing).collect(),
        series: Vec::new(),
        changes: Vec::new(),
    };
    answer.series = measuring(conn, known, request.offset, &answer).await?;
    answer.changes = changes(conn, known, request.offset, &answer).await?;
    Ok(Some(answer))
}

async fn measuring(
    conn: &mut Conn,
    known: Known,
    offset: Offset,
    answer: &IndicatorAnswer,
) -> Result<Vec<Measuring>, journal::Error> {
    let place = answer.standing.territory.as_ref();
    let Some(promise) = promises(&answer.view).into_iter().find(|p| p.territory.as_ref() == place) else {
        return Ok(Vec::new());
    };
    let evidence = Evidence::of_some(conn, known, std::iter::once(&promise)).await?;
    let bound: Vec<(SeriesCode, Option<Binding>)> =
        evidence.bound(&promise).into_iter().map(|(code, binding)| (code, binding.cloned())).collect();
    let mut found = Vec::new();
    for (code, binding) in bound {
        let Some(view) = series(conn, known, &code).await? else { continue };
        let mut said = match place {
            Some(place) => said(conn, known, &code, place, offset).await?,
            None => BTreeMap::new(),
        };
        let besides = place.and_then(|place| evidence.said(&code, place));
        let here = view.observations.into_iter().filter(|(key, _)| Some(&key.territory) == place);
        let mut observed: Vec<Observed> = here
            .map(|(key, now)| Observed {
                said: said.remove(&key).unwrap_or_default(),
                review: found_in(besides, (&key, &now), |said| match said {
                    Said::Review(phase) => Some(phase),
                    Said::Validation(_) => None,
                }),
                validation: found_in(besides, (&key, &now), |said| match said {
                    Said::Validation(verdict) => Some(verdict),
                    Said::Review(_) => None,
                }),
                key,
                now,
            })
            .collect();
        observed.sort_by(|a, b| (&a.key.group, a.key.period).cmp(&(&b.key.group, b.key.period)));
        let answers = answers(conn, besides, offset).await?;
        found.push(Measuring { series: view.series, binding, observed, answers });
    }
    Ok(found)
}

/// What was said last of a value, of one kind.
fn found_in<T>(
    besides: Option<&Remarks>,
    (key, now): (&ObservationKey, &Measurement),
    of_kind: impl Fn(Said) -> Option<T>,
) -> Option<(T, String)> {
    let is_it = |remark: &&Remark| {
        remark.period == key.period
            && remark.group == key.group
            && remark.edition.as_deref() == key.edition.as_deref()
            && remark.value == now.value
    };
    let mut found = besides?.remarks.iter().rev().filter(is_it);
    found.find_map(|remark| Some((of_kind(remark.said)?, remark.words.to_string())))
}

/// Answers without a value in a place, the newest period first.
async fn answers(
    conn: &mut Conn,
    besides: Option<&Remarks>,
    offset: Offset,
) -> Result<Vec<(Answer, Period, Option<Date>)>, journal::Error> {
    let all = besides.map(|besides| besides.answers.as_slice()).unwrap_or_default();
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let days = journal::days_of(conn, &all.iter().map(|one| one.seq).collect(), offset).await?;
    let told = |one: &Answered| (one.answer.clone(), one.period, days.get(&one.seq).copied());
    let mut found: Vec<_> = all.iter().map(told).collect();
    found.sort_by_key(|(_, period, _)| std::cmp::Reverse(period.end()));
    Ok(found)
}

/// What was said of each fact about everyone in a place, and on which day.
async fn said(
    conn: &mut Conn,
    known: Known,
    series: &SeriesCode,
    place: &TerritoryCode,
    offset: Offset,
) -> Result<BTreeMap<ObservationKey, Vec<(Date, Measurement)>>, journal::Error> {
    let versions = histories(conn, known, series, place).await?;
    let seqs: BTreeSet<Seq> = versions.iter().map(|(_, seq, _)| *seq).collect();
    let days = journal::days_of(conn, &seqs, offset).await?;
    let mut said: BTreeMap<ObservationKey, Vec<(Date, Measurement)>> = BTreeMap::new();
    for (key, seq, measurement) in versions {
        if let Some(day) = days.get(&seq) {
            said.entry(key).or_default().push((*day, measurement));
        }
    }
    Ok(said)
}

async fn changes(
    conn: &mut Conn,
    known: Known,
    offset: Offset,
    answer: &IndicatorAnswer,
) -> Result<Vec<Change>, journal::Error> {
    let (view, place) = (&answer.view, answer.standing.territory.as_ref());
    let plan = view.version.reference(&view.plan.code);
    let mut results = ResultDates::new();
    for seen in answer.series.iter().flat_map(|m| &m.observed).filter(|o| o.key.group.is_none()) {
        let first = seen.now.published_on.or_else(|| seen.said.first().map(|(day, _)| *day));
        let Some(day) = first else { continue };
        let key = TargetKey {
            indicator: view.card.code.clone(),
            territory: seen.key.territory.clone(),
            period: seen.key.period,
        };
        let known = results.entry(key).or_insert(day);
        *known = day.min(*known);
    }
    let log = planning::queries::target_log(conn, known, &plan, &view.card, &results, offset).await?;
    Ok(log.into_iter().filter(|change| Some(&change.key.territory) == place).collect())
}

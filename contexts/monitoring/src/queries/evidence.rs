//! What is known about indicators: their series, values and bindings, ready for the arithmetic.
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use base::codes::{IndicatorCode, PlanCode, SeriesCode, TerritoryCode};
use base::{Known, Seq};
use db::{Conn, memo};
use jiff::civil::Date;

use super::promises::Promise;
use crate::domain::records::{Binding, BindingKey};
use crate::domain::review::{Mark, Phase};
use crate::domain::{Facts, Observation};
use crate::store::packed::{Point, Totals};
use crate::store::remarks::{self, Answered, Remark, Remarks, Said};
use crate::store::series::Traits;
use crate::store::{bindings, packed};

/// Of more series than these all are read: one pass over them costs less than to look for each.
const SERIES_MAX: usize = 1_000;

/// Where no more series than these are bound in all, several promises read all of them, once for a state.
const WHOLE_MAX: usize = 5_000;

/// Everything recorded about values, loaded once for many promises.
#[derive(Clone, Debug)]
pub struct Evidence {
    bound: Arc<Bound>,
    totals: Totals,
    /// What is known of values besides the numbers.
    remarks: Arc<remarks::All>,
}

/// Tables by which it is kept which series measures what.
pub const BOUND_TABLES: &[&str] = &["monitoring_bindings", "monitoring_series"];

/// Which series measures what, and what each is: everything but the values.
#[derive(Clone, Debug, Default)]
pub struct Bound {
    traits: HashMap<SeriesCode, Traits>,
    bindings: HashMap<PlanCode, HashMap<IndicatorCode, Vec<(SeriesCode, Binding)>>>,
}

impl Bound {
    pub async fn load(conn: &mut Conn, known: Known) -> Result<Arc<Self>, db::Error> {
        let known = memo::settled(conn, known, BOUND_TABLES).await?;
        if let Some(found) = memo::recall(known, "") {
            return Ok(found);
        }
        let (traits, bindings) = bindings::with_traits(conn, known).await?;
        let mut bound = Self { traits, ..Self::default() };
        for (BindingKey { plan, indicator, series }, binding) in bindings {
            let of_plan = bound.bindings.entry(plan).or_default();
            of_plan.entry(indicator).or_default().push((series, binding));
        }
        Ok(memo::keep(known, "", bound))
    }

    /// How many series are bound to indicators.
    fn count(&self) -> usize {
        self.bindings.values().flat_map(HashMap::values).map(Vec::len).sum()
    }

    /// Indicators with a series that is a result of the programme.
    pub fn of_programme(&self, code: &str) -> BTreeSet<(PlanCode, IndicatorCode)> {
        let mut found = BTreeSet::new();
        for (plan, of_plan) in &self.bindings {
            for (indicator, bindings) in of_plan {
                if bindings.iter().any(|(_, binding)| binding.programme.as_deref() == Some(code)) {
                    found.insert((plan.clone(), indicator.clone()));
                }
            }
        }
        found
    }
}

impl Evidence {
    /// All of it as known.
    pub async fn load(conn: &mut Conn, known: Known) -> Result<Arc<Self>, db::Error> {
        if let Some(found) = memo::recall(known, "") {
            return Ok(found);
        }
        let totals = packed::totals(conn, known, None).await?;
        let bound = Bound::load(conn, known).await?;
        let remarks = Arc::new(remarks::all(conn, known).await?);
        Ok(memo::keep(known, "", Self { bound, totals, remarks }))
    }

    /// Every value of every place, for all people.
    pub const fn totals(&self) -> &Totals {
        &self.totals
    }

    /// What is known about some promises: as [`Evidence::load`], without reading the values of others where they are few.
    pub async fn of_some<'a>(
        conn: &mut Conn,
        known: Known,
        promises: impl Iterator<Item = &'a Promise>,
    ) -> Result<Arc<Self>, db::Error> {
        if let Some(found) = memo::recall(known, "") {
            return Ok(found);
        }
        let bound = Bound::load(conn, known).await?;
        let is_small = bound.count() <= WHOLE_MAX;
        let mut some = Self { bound, totals: Totals::new(), remarks: Arc::default() };
        let mut codes = BTreeSet::new();
        for (at, promise) in promises.enumerate() {
            codes.extend(some.bound(promise).into_iter().map(|(code, _)| code));
            if codes.len() > SERIES_MAX || (at > 0 && is_small) {
                return Self::load(conn, known).await;
            }
        }
        some.totals = packed::totals_of(conn, known, &codes).await?;
        let codes: Vec<SeriesCode> = codes.into_iter().collect();
        some.remarks = remarks::of_series(conn, known, &codes).await?;
        Ok(Arc::new(some))
    }

    /// The series that measure a promise: those bound to it, then the one its card names.
    pub fn bound(&self, promise: &Promise) -> Vec<(SeriesCode, Option<&Binding>)> {
        let bound =
            self.bound.bindings.get(&promise.plan).and_then(|of_plan| of_plan.get(&promise.indicator));
        let mut found: Vec<(SeriesCode, Option<&Binding>)> =
            bound.into_iter().flatten().map(|(code, binding)| (code.clone(), Some(binding))).collect();
        if let Some(named) = &promise.series
            && found.iter().all(|(code, _)| code != named)
        {
            found.push((named.clone(), None));
        }
        found
    }

    /// What the status of a promise is computed from. Where no binding says on which scale the
    /// targets are stated, the card's own scale stands.
    pub fn facts(&self, promise: &Promise) -> Facts {
        let bound = self.bound(promise);
        let mut indicator = promise.card.clone();
        let stated = bound.iter().find_map(|(_, binding)| binding.as_ref()?.targets_group.as_deref());
        indicator.scale = stated.map(Into::into).or(indicator.scale);
        let (mut observations, mut unavailable, mut marks) = (Vec::new(), Vec::new(), Vec::new());
        for (code, _) in &bound {
            let points =
                self.totals.get(code).zip(promise.territory.as_ref()).and_then(|(places, at)| places.get(at));
            let group = self.bound.traits.get(code).and_then(|t| t.comparable_group.as_deref());
            let of_place = self.remarks.get(code).zip(promise.territory.as_ref());
            let remarks = of_place.and_then(|(places, at)| places.get(at));
            let said: &[Remark] = remarks.map(|all| all.remarks.as_slice()).unwrap_or_default();
            let points = points.into_iter().flat_map(|values| &values.points);
            let standing = points.filter(|point| !is_returned(said, point));
            observations.extend(standing.map(|point| observation(point, group)));
            unavailable.extend(remarks.into_iter().flat_map(|all| &all.answers).map(Answered::unavailable));
            marks.extend(said.iter().filter(|remark| tells(remark)).map(|remark| mark(remark, group)));
        }
        let (observations, frozen_on) = (latest_editions(observations), self.frozen_on(&bound));
        Facts { indicator, observations, frozen_on, unavailable, marks }
    }

    /// The entry by which the values of a promise became what they are; none without values.
    pub fn changed(&self, promise: &Promise) -> Option<Seq> {
        let place = promise.territory.as_ref()?;
        let of_series = |(code, _): (SeriesCode, _)| Some(self.totals.get(&code)?.get(place)?.changed);
        self.bound(promise).into_iter().filter_map(of_series).max()
    }

    /// The entry by which it was answered last that there is no value; none without such an answer.
    pub fn answered(&self, promise: &Promise) -> Option<Seq> {
        let place = promise.territory.as_ref()?;
        let of_series =
            |(code, _): (SeriesCode, _)| self.said(&code, place)?.answers.iter().map(|one| one.seq).max();
        self.bound(promise).into_iter().filter_map(of_series).max()
    }

    /// What is said of a series in a place.
    pub fn said(&self, series: &SeriesCode, place: &TerritoryCode) -> Option<&Remarks> {
        self.remarks.get(series)?.get(place)
    }

    /// When the last of the series stopped; `None` while one goes on.
    fn frozen_on(&self, bound: &[(SeriesCode, Option<&Binding>)]) -> Option<Date> {
        let days: Option<Vec<Date>> =
            bound.iter().map(|(code, _)| self.bound.traits.get(code).and_then(|t| t.frozen_on)).collect();
        days?.into_iter().max()
    }
}

/// A stated group says that all editions of the series compare; without one, an edition is its own scale.
fn observation(point: &Point, group: Option<&str>) -> Observation {
    let scale = group.or(point.edition.as_deref()).map(Into::into);
    Observation { period: point.period, value: point.value, scale }
}

/// A value that was returned counts for nothing until it is submitted again.
fn is_returned(said: &[Remark], point: &Point) -> bool {
    said.iter().any(|remark| {
        remark.said == Said::Review(Phase::Returned)
            && remark.group.is_none()
            && remark.period == point.period
            && remark.edition == point.edition
            && remark.value == point.value
    })
}

/// Whether an explanation tells of it: of everyone, and of what is not simply accepted.
fn tells(remark: &Remark) -> bool {
    remark.group.is_none() && remark.said != Said::Review(Phase::Accepted)
}

fn mark(remark: &Remark, group: Option<&str>) -> Mark {
    let scale = group.or(remark.edition.as_deref()).map(Into::into);
    let (review, validation) = match remark.said {
        Said::Review(phase) => (Some(phase), None),
        Said::Validation(verdict) => (None, Some(verdict)),
    };
    Mark { period: remark.period, scale, review, validation, words: remark.words.clone() }
}

/// Of several editions of a period on one scale, the one published last (packs are in that order).
fn latest_editions(mut observations: Vec<Observation>) -> Vec<Observation> {
    if observations.is_sorted_by(|a, b| a.period < b.period) {
        return observations;
    }
    observations.reverse();
    observations.sort_by(|a, b| (a.period, &a.scale).cmp(&(b.period, &b.scale)));
    observations.dedup_by(|a, b| a.period == b.period && a.scale == b.scale);
    observations
}

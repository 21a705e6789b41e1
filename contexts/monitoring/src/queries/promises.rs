//! What plans promise, as the arithmetic needs it.
use base::Period;
use base::codes::{ElementCode, IndicatorCode, PlanCode, SeriesCode, TerritoryCode, VersionCode};
use base::period::Periodicity;
use jiff::civil::date;
use planning::domain::card;
use planning::domain::plan::{Plan, Version};
use planning::domain::target::Goal;
use planning::queries::indicators::IndicatorView;

use crate::domain::{Baseline, Indicator, Target};

/// An indicator of a version of a plan, with the promise it makes for one territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    pub plan: PlanCode,
    pub version: VersionCode,
    pub element: ElementCode,
    pub indicator: IndicatorCode,
    /// `None` where neither a target nor the plan names one.
    pub territory: Option<TerritoryCode>,
    /// The series that the card itself names.
    pub series: Option<SeriesCode>,
    pub card: Indicator,
}

/// The promise of a card for a territory. A sum begins with the plan's horizon. A card that does not
/// say how often a value is owed owes one for each period for which it promises one.
pub fn promise(
    plan: &Plan,
    version: &Version,
    card: &card::Indicator,
    territory: Option<&TerritoryCode>,
    goals: &[(Period, Goal)],
) -> Promise {
    let target = |&(period, goal): &(Period, Goal)| Target { period, value: goal.value, high: goal.high };
    let longest = goals.iter().map(|(period, _)| period.periodicity()).max();
    let instrument = version.instrument.as_ref().map(|i| i.name.as_str().into());
    Promise {
        plan: plan.code.clone(),
        version: version.code.clone(),
        element: card.element.clone(),
        indicator: card.code.clone(),
        territory: territory.or(plan.territory.as_ref()).cloned(),
        series: card.series.clone(),
        card: Indicator {
            accumulation: card.accumulation,
            sense: card.sense,
            method_stated: card.method.is_some(),
            periodicity: card.periodicity.or(longest).unwrap_or(Periodicity::Annual),
            baseline: card.baseline.map(|b| Baseline { period: b.period, value: b.value }),
            targets: goals.iter().map(target).collect(),
            counts_from: Some(date(version.horizon.from_year(), 1, 1)),
            scale: None,
            approved_by: instrument,
        },
    }
}

/// Every promise of an indicator: one for each territory with targets, or one without any.
pub fn promises(view: &IndicatorView) -> Vec<Promise> {
    let of = |place, goals: &[_]| promise(&view.plan, &view.version, &view.card, place, goals);
    if view.paths.is_empty() {
        return vec![of(None, &[])];
    }
    view.paths.iter().map(|(place, path)| of(Some(place), &path.0)).collect()
}

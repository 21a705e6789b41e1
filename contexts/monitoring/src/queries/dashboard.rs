//! The dashboard of the government: indicators by the tier of their plan, target, expected and actual first (¶328; SINERGIA, Box 24).
use std::collections::BTreeMap;
use std::sync::Arc;

use base::codes::{EntityCode, TerritoryCode};
use base::{Known, Period};
use db::{Conn, memo};
use jiff::civil::Date;
use planning::domain::articulation::Frame;
use rust_decimal::Decimal;

use super::judged::{Judged, judged};
use super::standings::Scope;
use crate::domain::path::Bounds;
use crate::domain::trend::{Trend, trend};
use crate::domain::{Progress, Rules, Status};

/// An indicator in a place, with the three figures that are read first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// `PLAN@VERSION/CODE`.
    pub indicator: String,
    pub name: String,
    pub name_en: Option<String>,
    pub unit: Option<String>,
    /// Level of the plan's type, as the country pack has it (`national`, `sector`, `region`).
    pub tier: String,
    pub lead: bool,
    pub sample: bool,
    pub entity: Option<EntityCode>,
    pub territory: Option<TerritoryCode>,
    /// The next target from the day on; of a path that is over, its last.
    pub target: Option<(Period, Decimal)>,
    /// What the plan expects by the day.
    pub expected: Option<Bounds>,
    pub actual: Option<(Period, Decimal)>,
    pub progress_percent: Option<Decimal>,
    /// How far: the level.
    pub status: Status,
    /// Where the last step leads.
    pub trend: Trend,
}

/// Rows in the order of the chain of plans, and in each tier the leading ones first, then what is furthest off.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dashboard {
    /// Tiers of plan types, the top first.
    pub tiers: Vec<String>,
    pub rows: Vec<Row>,
}

impl Dashboard {
    /// How many of a tier stand how.
    pub fn tally<'r>(rows: impl IntoIterator<Item = &'r Row>) -> BTreeMap<Status, usize> {
        let mut counts: BTreeMap<Status, usize> = Status::ALL.iter().map(|status| (*status, 0)).collect();
        for row in rows {
            *counts.entry(row.status).or_default() += 1;
        }
        counts
    }
}

/// Of those judged, how many are achieved or on track, in percent to one decimal; none where none is judged.
pub fn well_percent(counts: &BTreeMap<Status, usize>) -> Option<Decimal> {
    let sum = |wanted: fn(Status) -> bool| -> usize {
        counts.iter().filter(|(status, _)| wanted(**status)).map(|(_, n)| n).sum()
    };
    let judged = Decimal::from(sum(Status::judges));
    let well = Decimal::from(sum(|status| matches!(status, Status::Achieved | Status::OnTrack)));
    Some((well.checked_div(judged)? * Decimal::ONE_HUNDRED).round_dp(1).normalize())
}

/// # Errors
/// A database that cannot be read.
pub async fn dashboard(
    conn: &mut Conn,
    (known, on): (Known, Date),
    (rules, frame): (&Rules, &Frame),
    scope: &Scope,
) -> Result<Arc<Dashboard>, db::Error> {
    let question = format!("{scope:?} {on} {rules:?}");
    if let Some(found) = memo::recall::<Dashboard>(known, &question) {
        return Ok(found);
    }
    let mut types: Vec<_> = frame.types.values().collect();
    types.sort_by_key(|one| one.rank);
    let mut tiers: Vec<String> = Vec::new();
    for one in types {
        if !tiers.contains(&one.level) {
            tiers.push(one.level.clone());
        }
    }
    let read = |one: Judged<'_>| vec![row(one, frame, on)];
    let mut rows: Vec<Row> = judged(conn, known, on, (rules, scope), read).await?;
    let rank = |row: &Row| tiers.iter().position(|tier| *tier == row.tier).unwrap_or(usize::MAX);
    rows.sort_by_cached_key(|row| {
        (
            row.sample,
            rank(row),
            !row.lead,
            std::cmp::Reverse(row.status.gravity()),
            row.indicator.clone(),
            row.territory.clone(),
        )
    });
    Ok(memo::keep(known, &question, Dashboard { tiers, rows }))
}

fn row(one: Judged<'_>, frame: &Frame, on: Date) -> Row {
    let Judged { view, promise, facts, found, .. } = one;
    let targets = &promise.card.targets;
    let next = targets.iter().filter(|target| target.period.end() >= on).min_by_key(|target| target.period);
    let target = next.or_else(|| targets.iter().max_by_key(|target| target.period));
    Row {
        indicator: format!("{}/{}", view.version.reference(&view.plan.code), promise.indicator),
        name: view.card.name.clone(),
        name_en: view.card.name_en.clone(),
        unit: view.card.unit.clone(),
        tier: frame.types.get(&view.plan.plan_type).map(|one| one.level.clone()).unwrap_or_default(),
        lead: view.card.lead,
        sample: view.plan.sample,
        entity: view.plan.entity.clone(),
        territory: promise.territory.clone(),
        target: target.map(|target| (target.period, target.value)),
        expected: found.measured.map(|measured| measured.expected.bounds),
        actual: found.last,
        progress_percent: found.progress.and_then(Progress::percent),
        status: found.status,
        trend: found.last.map_or(Trend::Unknown, |(period, _)| trend(facts, period)),
    }
}

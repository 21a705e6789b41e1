//! What was due by a period: the baseline, then each stated target, straight lines between.
//!
//! Stated targets are taken as they stand, whatever the sense: Table 3's pillar 5 dips below its
//! baseline in 2016 and no line is drawn over the dip (¶300: intermediate targets are part of the
//! plan). Only where a plan states nothing for a period is the value interpolated, by whole months
//! from milestone to milestone; the Review gives no formula, so this rule is ours and is shown
//! with every expected value.
use base::Period;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::due::{end_month, month_of};
use super::number::{add, div, mul, sub};
use super::{Accumulation, Indicator, Refusal, Sense, Target};

/// Decimals kept beyond those of the plan's own numbers when a value is interpolated.
const EXTRA_PLACES: u32 = 4;

/// Lower and upper end of what is expected; equal except for `within`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounds {
    pub low: Decimal,
    pub high: Decimal,
}

impl Bounds {
    pub const fn at(value: Decimal) -> Self {
        Self { low: value, high: value }
    }

    pub(super) fn map(self, f: impl Fn(Decimal) -> Result<Decimal, Refusal>) -> Result<Self, Refusal> {
        Ok(Self { low: f(self.low)?, high: f(self.high)? })
    }

    fn zip(
        self,
        to: Self,
        f: impl Fn(Decimal, Decimal) -> Result<Decimal, Refusal>,
    ) -> Result<Self, Refusal> {
        Ok(Self { low: f(self.low, to.low)?, high: f(self.high, to.high)? })
    }
}

/// Where an expected value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The plan states it for this very period.
    Stated,
    /// On the line between two milestones, after so many of its months.
    Interpolated { months_done: i32, months_total: i32 },
}

/// The value expected at the end of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expected {
    #[serde(flatten)]
    pub bounds: Bounds,
    pub origin: Origin,
}

/// A milestone at the end of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Milestone {
    pub month: i32,
    pub bounds: Bounds,
    /// `None` for the start of the path.
    pub target: Option<Period>,
}

/// The milestones in order of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Path {
    milestones: Vec<Milestone>,
    places: u32,
}

impl Path {
    /// The path of a card whose rule is known. Targets that end with the baseline or before belong
    /// to an earlier version of the card (rebasing) and are left out. `Ok(None)` if no target is left.
    ///
    /// # Errors
    /// `BandIncomplete`, `TargetRepeated`, `TargetLengthMixed`, `CountStartMissing`.
    pub fn of(card: &Indicator, accumulation: Accumulation, sense: Sense) -> Result<Option<Self>, Refusal> {
        let start = start(card, accumulation)?;
        let mut milestones: Vec<Milestone> = Vec::with_capacity(card.targets.len() + 1);
        milestones.extend(start);
        let after = start.map_or(i32::MIN, |s| s.month);
        for target in &card.targets {
            let month = end_month(target.period);
            if month > after {
                let bounds = bounds(target, sense)?;
                milestones.push(Milestone { month, bounds, target: Some(target.period) });
            }
        }
        milestones.sort_unstable_by_key(|m| m.month);
        if let Some(twice) = milestones.windows(2).find_map(|pair| match pair {
            [a, b] if a.month == b.month => b.target,
            _ => None,
        }) {
            return Err(Refusal::TargetRepeated(twice));
        }
        let places = milestones.iter().map(|m| m.bounds.low.scale().max(m.bounds.high.scale())).max();
        let targets = milestones.len() - usize::from(start.is_some());
        Ok((targets > 0).then(|| Self { milestones, places: places.unwrap_or(0) + EXTRA_PLACES }))
    }

    pub fn milestones(&self) -> &[Milestone] {
        &self.milestones
    }

    /// Month after which values are compared; `None` if the path begins with its first target.
    pub fn start_month(&self) -> Option<i32> {
        self.milestones.first().filter(|m| m.target.is_none()).map(|m| m.month)
    }

    /// The first and the last target.
    pub fn targets(&self) -> impl DoubleEndedIterator<Item = (Period, Bounds)> {
        self.milestones.iter().filter_map(|m| Some((m.target?, m.bounds)))
    }

    /// What is expected at the end of `month`; `None` before the path begins and after it ends.
    ///
    /// # Errors
    /// `Overflow`.
    pub fn at(&self, month: i32) -> Result<Option<Expected>, Refusal> {
        let index = self.milestones.partition_point(|m| m.month < month);
        let Some(next) = self.milestones.get(index) else { return Ok(None) };
        if next.month == month {
            return Ok(Some(Expected { bounds: next.bounds, origin: Origin::Stated }));
        }
        let Some(previous) = index.checked_sub(1).and_then(|i| self.milestones.get(i)) else {
            return Ok(None);
        };
        let (months_done, months_total) = (month - previous.month, next.month - previous.month);
        let bounds = previous.bounds.zip(next.bounds, |from, to| {
            let rise = mul(sub(to, from)?, months_done.into())?;
            Ok(self.round(add(from, div(rise, months_total.into())?)?))
        })?;
        Ok(Some(Expected { bounds, origin: Origin::Interpolated { months_done, months_total } }))
    }

    /// Half to even, to the plan's own decimals and four more.
    pub fn round(&self, value: Decimal) -> Decimal {
        value.round_dp(self.places)
    }
}

fn bounds(target: &Target, sense: Sense) -> Result<Bounds, Refusal> {
    if sense != Sense::Within {
        return Ok(Bounds::at(target.value));
    }
    match target.high {
        Some(high) if target.value <= high => Ok(Bounds { low: target.value, high }),
        _ => Err(Refusal::BandIncomplete(target.period)),
    }
}

/// Where the path begins: zero at the start of a sum, else the baseline. A flow's baseline counts
/// only if its period is as long as the targets'.
fn start(card: &Indicator, accumulation: Accumulation) -> Result<Option<Milestone>, Refusal> {
    if accumulation == Accumulation::Cumulative {
        let month = first_counted_month(card).ok_or(Refusal::CountStartMissing)? - 1;
        return Ok(Some(Milestone { month, bounds: Bounds::at(Decimal::ZERO), target: None }));
    }
    if accumulation == Accumulation::Flow {
        let length = target_length(card)?;
        return Ok(baseline(card).filter(|_| card.baseline.map(|b| b.period.periodicity()) == length));
    }
    Ok(baseline(card))
}

fn baseline(card: &Indicator) -> Option<Milestone> {
    let baseline = card.baseline?;
    let month = end_month(baseline.period);
    Some(Milestone { month, bounds: Bounds::at(baseline.value), target: None })
}

/// The one length of a flow's targets.
fn target_length(card: &Indicator) -> Result<Option<base::period::Periodicity>, Refusal> {
    let Some(first) = card.targets.first() else { return Ok(None) };
    let length = first.period.periodicity();
    let odd = card.targets.iter().find(|t| t.period.periodicity() != length);
    match odd {
        Some(odd) => Err(Refusal::TargetLengthMixed(odd.period)),
        None if length < card.periodicity => Err(Refusal::TargetLengthMixed(first.period)),
        None => Ok(Some(length)),
    }
}

/// First month of a sum over the horizon. A horizon that starts within a month counts from the next.
pub fn first_counted_month(card: &Indicator) -> Option<i32> {
    match card.counts_from {
        Some(day) => Some(month_of(day) + i32::from(!is_first_of_month(day))),
        None => card.baseline.map(|b| end_month(b.period) + 1),
    }
}

fn is_first_of_month(day: Date) -> bool {
    day.day() == 1
}

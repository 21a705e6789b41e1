//! What the observations amount to at a period, in the quantity that the accumulation judges.
use base::{Period, period::Periodicity};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::due::{end_month, ending_in, periods, start_month};
use super::number::{div, mul, sub, sum};
use super::path::{Bounds, Expected, Origin, Path, first_counted_month};
use super::{Accumulation, Indicator, Observation, Refusal, Sense};

/// Both sides of the comparison, in one quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measured {
    /// As published: the level at the period's end, or the sum of what was reported.
    pub level: Decimal,
    /// What the plan expects of `level`.
    pub expected: Expected,
    /// What is judged: the level, the sum, the increment or the fall.
    pub quantity: Decimal,
    /// What is expected of `quantity`.
    pub expected_quantity: Bounds,
    /// Where a change of `quantity` is counted from; `None` where there is nothing to count from.
    pub from: Option<Decimal>,
    /// The sense of `quantity`: a fall that is due is a quantity that increases.
    pub sense: Sense,
}

/// Values in order of time, one per period, all of the card's periodicity and scale.
pub struct Series<'a> {
    values: Vec<&'a Observation>,
}

impl<'a> Series<'a> {
    /// # Errors
    /// `ObservationRepeated`.
    pub fn new(mut values: Vec<&'a Observation>) -> Result<Self, Refusal> {
        values.sort_unstable_by_key(|o| end_month(o.period));
        let twice = values.windows(2).find_map(|pair| match pair {
            [a, b] if a.period == b.period => Some(a.period),
            _ => None,
        });
        match twice {
            Some(period) => Err(Refusal::ObservationRepeated(period)),
            None => Ok(Self { values }),
        }
    }

    pub fn at(&self, period: Period) -> Option<Decimal> {
        let month = end_month(period);
        let index = self.values.binary_search_by_key(&month, |o| end_month(o.period)).ok()?;
        self.values.get(index).map(|o| o.value)
    }

    /// The last value with its period's end in `after < month ≤ until`.
    pub fn last_between(&self, after: i32, until: i32) -> Option<&'a Observation> {
        let end = self.values.partition_point(|o| end_month(o.period) <= until);
        let last = *self.values.get(end.checked_sub(1)?)?;
        (end_month(last.period) > after).then_some(last)
    }

    /// Sum of every period from the one that starts in `first_month` up to `last`: a sum with a
    /// hole is no sum.
    fn total(&self, first_month: i32, last: Period) -> Result<Decimal, Refusal> {
        let wanted = periods(first_month, last);
        let missing: Vec<Period> = wanted.iter().copied().filter(|p| self.at(*p).is_none()).collect();
        if !missing.is_empty() {
            return Err(Refusal::PeriodsMissing(missing));
        }
        sum(wanted.into_iter().filter_map(|p| self.at(p)))
    }

    fn required(&self, period: Period) -> Result<Decimal, Refusal> {
        self.at(period).ok_or_else(|| Refusal::PeriodsMissing(vec![period]))
    }
}

/// Measures at `period`. `Ok(None)` where the path says nothing about it.
///
/// # Errors
/// What the accumulation lacks: baseline, earlier values; or `Overflow`.
pub fn measure(
    card: &Indicator,
    (accumulation, sense): (Accumulation, Sense),
    path: &Path,
    series: &Series<'_>,
    period: Period,
) -> Result<Option<Measured>, Refusal> {
    if accumulation == Accumulation::Flow {
        return flow(sense, path, series, period);
    }
    let Some(expected) = path.at(end_month(period))? else { return Ok(None) };
    let measured = match accumulation {
        Accumulation::Stock | Accumulation::Flow => {
            plain(series.required(period)?, expected, card.baseline.map(|b| b.value), sense)
        }
        Accumulation::Cumulative => {
            let first = first_counted_month(card).ok_or(Refusal::CountStartMissing)?;
            plain(series.total(first, period)?, expected, Some(Decimal::ZERO), sense)
        }
        Accumulation::Capacity => gained(series.required(period)?, expected, base_value(card)?, sense)?,
        Accumulation::Reduction => fallen(series.required(period)?, expected, base_value(card)?, sense)?,
        Accumulation::AnnualReduction => {
            let before = year_before(card, series, period)?;
            fallen(series.required(period)?, expected, before, sense)?
        }
    };
    Ok(Some(measured))
}

fn plain(level: Decimal, expected: Expected, from: Option<Decimal>, sense: Sense) -> Measured {
    Measured { level, expected, quantity: level, expected_quantity: expected.bounds, from, sense }
}

/// Increment over `base`.
fn gained(level: Decimal, expected: Expected, base: Decimal, sense: Sense) -> Result<Measured, Refusal> {
    Ok(Measured {
        level,
        expected,
        quantity: sub(level, base)?,
        expected_quantity: expected.bounds.map(|e| sub(e, base))?,
        from: Some(Decimal::ZERO),
        sense,
    })
}

/// Fall below `base`; a fall is good when it grows.
fn fallen(level: Decimal, expected: Expected, base: Decimal, sense: Sense) -> Result<Measured, Refusal> {
    let sense = if sense == Sense::AtMost { Sense::AtLeast } else { Sense::Increase };
    Ok(Measured {
        level,
        expected,
        quantity: sub(base, level)?,
        expected_quantity: expected.bounds.map(|e| sub(base, e))?,
        from: Some(Decimal::ZERO),
        sense,
    })
}

/// Reported within the target's period so far, against the same share of its months.
fn flow(sense: Sense, path: &Path, series: &Series<'_>, period: Period) -> Result<Option<Measured>, Refusal> {
    let Some(span) =
        path.targets().next().and_then(|(target, _)| Period::containing(period.end(), target.periodicity()))
    else {
        return Ok(None);
    };
    let Some(whole) = path.at(end_month(span))? else { return Ok(None) };
    let level = series.total(start_month(span), period)?;
    let elapsed = end_month(period) - start_month(span) + 1;
    let total = i32::from(span.periodicity().months());
    if elapsed == total {
        return Ok(Some(plain(level, whole, None, sense)));
    }
    let bounds = whole.bounds.map(|v| Ok(path.round(div(mul(v, elapsed.into())?, total.into())?)))?;
    let origin = Origin::Interpolated { months_done: elapsed, months_total: total };
    Ok(Some(plain(level, Expected { bounds, origin }, None, sense)))
}

fn base_value(card: &Indicator) -> Result<Decimal, Refusal> {
    card.baseline.map(|b| b.value).ok_or(Refusal::BaselineMissing)
}

/// The value of the same period of the year before: observed, or the baseline if it is of that period.
fn year_before(card: &Indicator, series: &Series<'_>, period: Period) -> Result<Decimal, Refusal> {
    let before = same_period_before(period).ok_or(Refusal::PeriodsMissing(vec![period]))?;
    match card.baseline.filter(|b| b.period == before) {
        Some(baseline) => Ok(baseline.value),
        None => series.required(before),
    }
}

fn same_period_before(period: Period) -> Option<Period> {
    let periodicity: Periodicity = period.periodicity();
    ending_in(end_month(period) - 12, periodicity)
}

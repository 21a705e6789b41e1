//! Signs in the result of one indicator and in its data.
use base::Period;
use monitoring::domain::{
    Accumulation, Assessment, Facts, Observation, Progress, Reason, Sense, Status, trend::comparable,
};
use rust_decimal::Decimal;

use super::{Sign, Trigger, Why};

/// What is usual, by the law of the day; without a figure nothing is unusual.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Progress, in percent of what was expected, below which a result is suboptimal, and below which it is behind.
    pub suboptimal: Option<Decimal>,
    pub behind: Option<Decimal>,
    /// By how many percent of what was expected the measured may differ from it.
    pub gap: Option<Decimal>,
    /// In how many periods, one after the other, a value may get worse.
    pub worse_max: Option<u64>,
    /// By how many percent a value may differ from the one before it.
    pub jump: Option<Decimal>,
}

/// An indicator in a territory on a day.
#[derive(Clone, Copy, Debug)]
pub struct ResultFacts<'a> {
    pub facts: &'a Facts,
    pub found: &'a Assessment,
}

/// The signs of the result, and those of the data: two causes, for two people set them right.
pub fn of_result(asked: ResultFacts, limits: &Limits) -> (Vec<Sign>, Vec<Sign>) {
    let ResultFacts { facts, found } = asked;
    let values = comparable(facts);
    let mut result: Vec<Sign> = [progress(found, limits), gap(found, limits)].into_iter().flatten().collect();
    result.extend(trend(facts, &values, found, limits));
    if found.reasons.contains(&Reason::MetEarly)
        && let Some((period, _)) = found.last
    {
        result.push(Sign { trigger: Trigger::RiskOpportunity, why: Why::Early { period } });
    }
    let data = [missing(found), jump(&values, limits)].into_iter().flatten();
    let of_data = |why| Sign { trigger: Trigger::DataQuality, why };
    (result, data.map(of_data).collect())
}

/// A result that is not achieved and whose progress does not reach what is asked for. After the last target nothing short of it
/// is on time.
fn progress(found: &Assessment, limits: &Limits) -> Option<Sign> {
    if !matches!(found.status, Status::OnTrack | Status::Behind | Status::OffTrack) {
        return None;
    }
    let (period, _) = found.last?;
    let (progress, percent) = (found.progress?, found.progress.and_then(Progress::percent)?);
    let sign =
        |trigger, threshold| Sign { trigger, why: Why::Progress { period, progress: percent, threshold } };
    let short_of = |threshold: &Decimal| !progress.reaches(*threshold).unwrap_or(true);
    if let Some(threshold) = limits.suboptimal.filter(short_of) {
        return Some(sign(Trigger::SuboptimalResult, threshold));
    }
    let late = limits.behind.filter(|threshold| short_of(threshold) || found.status == Status::Behind);
    late.map(|threshold| sign(Trigger::BehindSchedule, threshold))
}

/// Where what was expected is nothing, no share of it can be counted.
fn gap(found: &Assessment, limits: &Limits) -> Option<Sign> {
    if !found.status.judges() {
        return None;
    }
    let (period, _) = found.last?;
    let measured = found.measured?;
    let (value, bounds) = (measured.quantity, measured.expected_quantity);
    let expected = if value < bounds.low { bounds.low } else { bounds.high };
    if bounds.low <= value && value <= bounds.high {
        return None;
    }
    let (percent, threshold) = (differs(expected, value)?, limits.gap?);
    let why = Why::Gap { period, value, expected, percent, threshold };
    (percent > threshold).then_some(Sign { trigger: Trigger::GapPlanActual, why })
}

/// By how many percent of `from` the other differs, to one decimal.
fn differs(from: Decimal, to: Decimal) -> Option<Decimal> {
    let share = to.checked_sub(from)?.abs().checked_div(from.abs())?;
    Some(share.checked_mul(Decimal::ONE_HUNDRED)?.round_dp(1).normalize())
}

/// Worse by the sense of the published value: of a fall that is due the value itself is to fall. Sums since a day tell no trend.
fn trend(facts: &Facts, values: &[&Observation], found: &Assessment, limits: &Limits) -> Option<Sign> {
    let (accumulation, sense) = facts.indicator.rule().ok()?;
    if accumulation == Accumulation::Cumulative || !found.status.judges() {
        return None;
    }
    let until = found.last?.0;
    let seen: Vec<&&Observation> = values.iter().filter(|one| one.period <= until).collect();
    let is_worse = |pair: &[&&Observation]| match (pair, sense) {
        ([a, b], Sense::Increase | Sense::AtLeast) => b.value < a.value && follows(a.period, b.period),
        ([a, b], Sense::Decrease | Sense::AtMost) => b.value > a.value && follows(a.period, b.period),
        _ => false,
    };
    let times = seen.windows(2).rev().take_while(|pair| is_worse(pair)).count();
    let (first, last) = (seen.get(seen.len().checked_sub(times + 1)?)?, seen.last()?);
    let told = times as u64;
    if limits.worse_max.is_some_and(|max| told > max) {
        let why = Why::Worse {
            since: first.period,
            from: first.value,
            until: last.period,
            to: last.value,
            times: told,
        };
        return Some(Sign { trigger: Trigger::InadequateTrend, why });
    }
    // A result that is well and turns may be set right before it is not.
    let is_well = matches!(found.status, Status::OnTrack | Status::Achieved);
    let before = seen.get(seen.len().checked_sub(2)?)?;
    let why = Why::Turning { before: before.period, from: before.value, period: last.period, to: last.value };
    (is_well && times > 0).then_some(Sign { trigger: Trigger::RiskOpportunity, why })
}

/// With a hole between them two values tell no step.
fn follows(a: Period, b: Period) -> bool {
    a.next() == Some(b)
}

fn missing(found: &Assessment) -> Option<Why> {
    found.reasons.iter().find_map(|reason| match reason {
        Reason::ValueOwed { period, due_on } if found.status == Status::Overdue => {
            Some(Why::Missing { period: *period, due_on: *due_on })
        }
        _ => None,
    })
}

fn jump(values: &[&Observation], limits: &Limits) -> Option<Why> {
    let [.., before, last] = values else { return None };
    let percent = differs(before.value, last.value)?;
    let why =
        Why::Jump { before: before.period, from: before.value, period: last.period, to: last.value, percent };
    (percent > limits.jump?).then_some(why)
}

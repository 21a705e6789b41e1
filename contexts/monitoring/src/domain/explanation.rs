//! A status with everything needed to check it by hand or by machine.
use base::Period;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::due::ending_in;
use super::measure::Measured;
use super::path::{Bounds, Path};
use super::status::{Assessment, Reason, Rules, Status, assess};
use super::{Facts, Progress};

/// One milestone of the target path, dated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathPoint {
    /// Last day of the month at whose end the value is expected.
    pub on: Date,
    /// Period of the target; absent for the start of the path.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Period>,
    #[serde(flatten)]
    pub bounds: Bounds,
}

/// The last value that counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastValue {
    pub period: Period,
    /// Last day of the period: the date that the value speaks of.
    pub on: Date,
    pub value: Decimal,
}

/// The exported form: inputs, rules, every intermediate number, the result and its reasons.
/// [`recompute`] needs `facts`, `rules` and `on` alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    pub status: Status,
    pub on: Date,
    pub rules: Rules,
    pub facts: Facts,
    pub path: Vec<PathPoint>,
    /// The last period whose value is owed by the day.
    pub due: Option<Period>,
    pub last: Option<LastValue>,
    pub measured: Option<Measured>,
    pub progress: Option<Progress>,
    /// Progress in percent with one decimal.
    pub progress_percent: Option<Decimal>,
    pub approved_by: Option<Box<str>>,
    pub reasons: Vec<Reason>,
}

/// Assesses and keeps every step.
pub fn explain(facts: Facts, rules: Rules, on: Date) -> Explanation {
    let Assessment { status, due, last, measured, progress, reasons } = assess(&facts, &rules, on);
    Explanation {
        status,
        on,
        path: points(&facts),
        due,
        last: last.map(|(period, value)| LastValue { period, on: period.end(), value }),
        measured,
        progress,
        progress_percent: progress.and_then(Progress::percent),
        approved_by: facts.indicator.approved_by.clone(),
        reasons,
        rules,
        facts,
    }
}

/// The status that the exported inputs give; equal to the exported status unless someone changed
/// one of the two.
pub fn recompute(explanation: &Explanation) -> Status {
    assess(&explanation.facts, &explanation.rules, explanation.on).status
}

fn points(facts: &Facts) -> Vec<PathPoint> {
    let card = &facts.indicator;
    let path = card.rule().and_then(|(accumulation, sense)| Path::of(card, accumulation, sense));
    let Ok(Some(path)) = path else { return Vec::new() };
    let dated = path.milestones().iter().filter_map(|milestone| {
        let month = ending_in(milestone.month, base::period::Periodicity::Month)?;
        Some(PathPoint { on: month.end(), target: milestone.target, bounds: milestone.bounds })
    });
    dated.collect()
}

//! The word for how an indicator stands on a day, and the reasons for it.
use base::{Period, period::Periodicity};
use jiff::{ToSpan, civil::Date};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::due::{end_month, ending_in, last_due, start_month};
use super::indicator::word;
use super::measure::{Measured, Series, measure};
use super::path::{Origin, Path};
use super::progress::{Progress, judge};
use super::{Accumulation, Facts, Indicator, Observation, Refusal, Sense};

word! {
    /// Four words judge results; seven say why there is nothing to judge, and are no failure of the
    /// one who answers for the result.
    Status {
        Achieved = "achieved",
        OnTrack = "on_track",
        Behind = "behind",
        OffTrack = "off_track",
        NotDue = "not_due",
        Overdue = "overdue",
        NoMethod = "no_method",
        NoTarget = "no_target",
        NotComparable = "not_comparable",
        FrozenBySource = "frozen_by_source",
        NotAvailable = "not_available",
    }
}

impl Status {
    /// Whether it judges a result.
    pub const fn judges(self) -> bool {
        matches!(self, Self::Achieved | Self::OnTrack | Self::Behind | Self::OffTrack)
    }

    /// How much it asks for attention: the larger the more.
    pub const fn gravity(self) -> u8 {
        match self {
            Self::OffTrack => 5,
            Self::Behind => 4,
            Self::Overdue => 3,
            Self::OnTrack => 2,
            Self::Achieved => 1,
            _ => 0,
        }
    }
}

/// What the rulebook says on the day (country data, dated).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rules {
    /// Which version of the rules: their keys and dates, as the rulebook names them.
    pub version: Box<str>,
    pub on_track_percent: Decimal,
    pub behind_percent: Decimal,
    pub grace_days: Grace,
}

/// Calendar days after the end of a period in which its value is not yet owed, by its length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grace {
    pub month: u16,
    pub quarter: u16,
    pub semester: u16,
    pub annual: u16,
}

impl Grace {
    /// The same for all.
    pub const fn of(days: u16) -> Self {
        Self { month: days, quarter: days, semester: days, annual: days }
    }

    pub const fn after(self, periodicity: Periodicity) -> u16 {
        match periodicity {
            Periodicity::Month => self.month,
            Periodicity::Quarter => self.quarter,
            Periodicity::Semester => self.semester,
            Periodicity::Annual => self.annual,
        }
    }
}

/// One reason for a status.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "reason")]
pub enum Reason {
    Refused {
        #[serde(flatten)]
        refusal: Refusal,
    },
    TargetsMissing,
    /// Every target ends with the baseline or before it.
    TargetsBeforeBaseline,
    /// The first value is owed on this day.
    NothingDueBefore {
        period: Period,
        due_on: Date,
    },
    /// The path begins with its first target and there is no baseline to start from.
    PathNotBegun {
        first: Period,
    },
    ValueOwed {
        period: Period,
        due_on: Date,
    },
    SourceStopped {
        on: Date,
    },
    /// Whoever owes the value says why there is none.
    NotAvailable {
        period: Period,
        /// A word of the country's list.
        why: Box<str>,
        words: Box<str>,
    },
    /// The value is of another scale than the targets.
    ScaleDiffers {
        targets: Option<Box<str>>,
        value: Option<Box<str>>,
    },
    /// Values of several scales, and nobody has said in which the targets are stated.
    ScaleUnstated,
    /// A stated target of the period is met.
    TargetMet,
    /// Every target that is still to come is met already.
    MetEarly,
    /// The last target has passed and is not met.
    LastTargetMissed,
    /// No change in the stated sense was due: the expected value is a floor (a ceiling).
    NoChangeDue,
    /// Nothing to count a change from: the level itself is compared.
    LevelCompared,
    /// The value moved against the stated sense.
    MovedAway,
}

/// A status with what it was computed from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessment {
    pub status: Status,
    /// The last period whose value is owed by the day.
    pub due: Option<Period>,
    /// The last comparable value.
    pub last: Option<(Period, Decimal)>,
    pub measured: Option<Measured>,
    pub progress: Option<Progress>,
    pub reasons: Vec<Reason>,
}

impl Assessment {
    fn unjudged(status: Status, reason: Reason) -> Self {
        Self { status, due: None, last: None, measured: None, progress: None, reasons: vec![reason] }
    }
}

/// Status of many on one day, in the same order.
pub fn statuses(facts: &[Facts], rules: &Rules, on: Date) -> Vec<Status> {
    facts.iter().map(|f| assess(f, rules, on).status).collect()
}

/// Status of one on a day.
pub fn assess(facts: &Facts, rules: &Rules, on: Date) -> Assessment {
    let found = try_assess(facts, rules, on).unwrap_or_else(refused);
    explained_gaps(facts, found)
}

/// A sum that lacks periods of which each was answered with a reason is not overdue: there is nothing more to deliver.
fn explained_gaps(facts: &Facts, mut found: Assessment) -> Assessment {
    let [Reason::Refused { refusal: Refusal::PeriodsMissing(missing) }] = found.reasons.as_slice() else {
        return found;
    };
    let answers: Option<Vec<Reason>> = missing.iter().map(|period| not_available(facts, *period)).collect();
    if let Some(answers) = answers.filter(|answers| !answers.is_empty()) {
        found.status = Status::NotAvailable;
        found.reasons.extend(answers);
    }
    found
}

/// The reason for which a period has no value, where there is one.
fn not_available(facts: &Facts, period: Period) -> Option<Reason> {
    let answer = facts.unavailable.iter().find(|answer| answer.period == period)?;
    Some(Reason::NotAvailable { period, why: answer.why.clone(), words: answer.words.clone() })
}

fn refused(refusal: Refusal) -> Assessment {
    let status = match refusal {
        Refusal::PeriodsMissing(_) => Status::Overdue,
        Refusal::ObservationRepeated(_) => Status::NotComparable,
        _ => Status::NoMethod,
    };
    Assessment::unjudged(status, Reason::Refused { refusal })
}

fn try_assess(facts: &Facts, rules: &Rules, on: Date) -> Result<Assessment, Refusal> {
    let card = &facts.indicator;
    let rule = card.rule()?;
    if card.targets.is_empty() {
        return Ok(Assessment::unjudged(Status::NoTarget, Reason::TargetsMissing));
    }
    let Some(path) = Path::of(card, rule.0, rule.1)? else {
        return Ok(Assessment::unjudged(Status::NoTarget, Reason::TargetsBeforeBaseline));
    };
    let Some(window) = Window::of(&path, card) else {
        return Ok(Assessment::unjudged(Status::NoTarget, Reason::TargetsMissing));
    };
    let known: Vec<&Observation> = facts
        .observations
        .iter()
        .filter(|o| o.period.periodicity() == card.periodicity && o.period.end() <= on)
        .collect();
    let (comparable, others) = by_scale(card, known);
    let series = Series::new(comparable)?;
    let last = series.last_between(window.after, window.until);
    let due = window.due(on, rules, card);
    let owed = due.filter(|due| last.is_none_or(|l| end_month(l.period) < end_month(*due)));
    let mut found = match last {
        Some(last) => judged(card, rule, &path, &series, last, rules).unwrap_or_else(refused),
        None => window.waiting(rules),
    };
    if let Some(owed) = owed {
        // What the last value says stays visible, but it does not answer for the period owed.
        let (status, reason) = unanswered(facts, owed, &others, rules);
        found.status = status;
        found.reasons = vec![reason];
    }
    found.due = due;
    found.last = last.map(|l| (l.period, l.value));
    Ok(found)
}

/// The months in which values count: after the start of the path, up to its last target.
pub(super) struct Window {
    after: i32,
    until: i32,
    first: Period,
}

impl Window {
    pub(super) fn of(path: &Path, card: &Indicator) -> Option<Self> {
        let (first, _) = path.targets().next()?;
        let (last, _) = path.targets().next_back()?;
        let after = path.start_month().unwrap_or_else(|| start_month(first) - 1);
        let months = i32::from(card.periodicity.months());
        // The first period of the card's length that lies wholly after the start.
        let first = (after + months..after + 2 * months).find_map(|m| ending_in(m, card.periodicity))?;
        Some(Self { after, until: end_month(last), first })
    }

    /// The last period whose value is owed by the day.
    pub(super) fn due(&self, on: Date, rules: &Rules, card: &Indicator) -> Option<Period> {
        let due = last_due(on, rules.grace_days.after(card.periodicity), card.periodicity)?;
        let months = i32::from(card.periodicity.months());
        let until = self.until - (self.until + 1).rem_euclid(months);
        let due = ending_in(end_month(due).min(until), card.periodicity)?;
        (end_month(due) >= end_month(self.first)).then_some(due)
    }

    pub(super) const fn first(&self) -> Period {
        self.first
    }

    pub(super) fn holds(&self, period: Period) -> bool {
        end_month(period) <= self.until
    }

    /// Whether a value of that period is one of those that count.
    pub(super) fn counts(&self, period: Period) -> bool {
        end_month(period) > self.after && self.holds(period)
    }

    fn waiting(&self, rules: &Rules) -> Assessment {
        let due_on = due_on(self.first, rules);
        Assessment::unjudged(Status::NotDue, Reason::NothingDueBefore { period: self.first, due_on })
    }
}

/// The day from which the value of a period is late.
pub(super) fn due_on(period: Period, rules: &Rules) -> Date {
    period.end().saturating_add(i64::from(rules.grace_days.after(period.periodicity())).days())
}

/// Values in the scale of the targets, and the others.
fn by_scale<'a>(
    card: &Indicator,
    known: Vec<&'a Observation>,
) -> (Vec<&'a Observation>, Vec<&'a Observation>) {
    match &card.scale {
        Some(scale) => known.into_iter().partition(|o| o.scale.as_ref() == Some(scale)),
        None if known.windows(2).all(|p| matches!(p, [a, b] if a.scale == b.scale)) => (known, Vec::new()),
        None => (Vec::new(), known),
    }
}

/// Why the value of a period that is owed cannot be judged.
fn unanswered(facts: &Facts, owed: Period, others: &[&Observation], rules: &Rules) -> (Status, Reason) {
    let other = others.iter().filter(|o| end_month(o.period) >= end_month(owed)).max_by_key(|o| o.period);
    if let Some(other) = other {
        let reason = match &facts.indicator.scale {
            Some(scale) => Reason::ScaleDiffers { targets: Some(scale.clone()), value: other.scale.clone() },
            None => Reason::ScaleUnstated,
        };
        return (Status::NotComparable, reason);
    }
    if let Some(reason) = not_available(facts, owed) {
        return (Status::NotAvailable, reason);
    }
    let due_on = due_on(owed, rules);
    match facts.frozen_on {
        Some(on) if on <= due_on => (Status::FrozenBySource, Reason::SourceStopped { on }),
        _ => (Status::Overdue, Reason::ValueOwed { period: owed, due_on }),
    }
}

fn judged(
    card: &Indicator,
    rule: (Accumulation, Sense),
    path: &Path,
    series: &Series<'_>,
    last: &Observation,
    rules: &Rules,
) -> Result<Assessment, Refusal> {
    let Some(measured) = measure(card, rule, path, series, last.period)? else {
        let first = path.targets().next().map_or(last.period, |(p, _)| p);
        return Ok(Assessment::unjudged(Status::NotDue, Reason::PathNotBegun { first }));
    };
    let progress = judge(measured.sense, measured.quantity, measured.expected_quantity, measured.from)?;
    let ended = path.targets().next_back().is_some_and(|(p, _)| end_month(p) <= end_month(last.period));
    let mut reasons = remarks(&measured, progress);
    let status = if progress.is_whole() && measured.expected.origin == Origin::Stated {
        reasons.push(Reason::TargetMet);
        Status::Achieved
    } else if progress.is_whole() && met_early(card, rule, path, &measured, last.period)? {
        reasons.push(Reason::MetEarly);
        Status::Achieved
    } else {
        grade(progress, ended, rules, &mut reasons)?
    };
    Ok(Assessment {
        status,
        due: None,
        last: None,
        measured: Some(measured),
        progress: Some(progress),
        reasons,
    })
}

/// By thresholds; once the last target has passed unmet, no time is left to be on track.
fn grade(
    progress: Progress,
    ended: bool,
    rules: &Rules,
    reasons: &mut Vec<Reason>,
) -> Result<Status, Refusal> {
    if ended {
        reasons.push(Reason::LastTargetMissed);
    }
    Ok(if progress.reaches(rules.on_track_percent)? && !ended {
        Status::OnTrack
    } else if progress.reaches(rules.behind_percent)? {
        Status::Behind
    } else {
        Status::OffTrack
    })
}

/// Whether the change that the last target asks for is made, with every target to come. What must
/// be held (floors, ceilings, bands, flat targets) is held to the end; flows and yearly falls start anew.
fn met_early(
    card: &Indicator,
    (accumulation, sense): (Accumulation, Sense),
    path: &Path,
    measured: &Measured,
    period: Period,
) -> Result<bool, Refusal> {
    let origin = match accumulation {
        Accumulation::Flow | Accumulation::AnnualReduction => None,
        Accumulation::Cumulative => Some(Decimal::ZERO),
        _ => card.baseline.map(|b| b.value),
    };
    let (Some(origin), Some((_, last))) = (origin, path.targets().next_back()) else { return Ok(false) };
    let asks_for_change = match sense {
        Sense::Increase => last.low > origin,
        Sense::Decrease => last.low < origin,
        Sense::AtLeast | Sense::AtMost | Sense::Within => false,
    };
    if !asks_for_change {
        return Ok(false);
    }
    for (_, bounds) in path.targets().filter(|(p, _)| end_month(*p) > end_month(period)) {
        if !judge(sense, measured.level, bounds, None)?.is_whole() {
            return Ok(false);
        }
    }
    Ok(true)
}

fn remarks(measured: &Measured, progress: Progress) -> Vec<Reason> {
    let mut reasons = Vec::new();
    if let (Sense::Increase | Sense::Decrease, from) = (measured.sense, measured.from) {
        let expected = measured.expected_quantity.low;
        match from {
            None => reasons.push(Reason::LevelCompared),
            Some(from) if measured.sense == Sense::Increase && expected <= from => {
                reasons.push(Reason::NoChangeDue);
            }
            Some(from) if measured.sense == Sense::Decrease && expected >= from => {
                reasons.push(Reason::NoChangeDue);
            }
            Some(_) if progress.done < Decimal::ZERO => reasons.push(Reason::MovedAway),
            Some(_) => {}
        }
    }
    reasons
}

//! What a body delivered when: every value that was owed, and what became of it.
use base::Period;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::indicator::{Facts, word};
use super::path::Path;
use super::status::{Rules, Window, due_on};

word! {
    /// What became of a value that is owed, or will be.
    Submission {
        OnTime = "on_time",
        Late = "late",
        Missing = "missing",
        NotDue = "not_due",
    }
}

/// Every period whose value falls due between two days, both included, whatever came in. Unlike a status, a later value does not
/// answer for an earlier one: it was owed all the same. Nothing of a source that stopped before the period ended.
pub fn due_between(facts: &Facts, from: Date, until: Date, rules: &Rules) -> Vec<(Period, Date)> {
    let card = &facts.indicator;
    let Ok((accumulation, sense)) = card.rule() else { return Vec::new() };
    let Ok(Some(path)) = Path::of(card, accumulation, sense) else { return Vec::new() };
    let Some(window) = Window::of(&path, card) else { return Vec::new() };
    let stopped = |period: Period| facts.frozen_on.is_some_and(|day| period.end() > day);
    std::iter::successors(Some(window.first()), |period| period.next())
        .take_while(|period| window.holds(*period) && due_on(*period, rules) <= until)
        .map(|period| (period, due_on(period, rules)))
        .filter(|(period, due)| *due >= from && !stopped(*period))
        .collect()
}

/// What became of a value owed on a day: `recorded` is the day on which the first value of its period was recorded.
pub fn submission(due: Date, recorded: Option<Date>, on: Date) -> Submission {
    match recorded {
        Some(day) if day <= due => Submission::OnTime,
        Some(_) => Submission::Late,
        None if due <= on => Submission::Missing,
        None => Submission::NotDue,
    }
}

/// How many values became what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    pub on_time: usize,
    pub late: usize,
    pub missing: usize,
    pub not_due: usize,
}

impl Tally {
    pub const fn add(&mut self, what: Submission) {
        let count = match what {
            Submission::OnTime => &mut self.on_time,
            Submission::Late => &mut self.late,
            Submission::Missing => &mut self.missing,
            Submission::NotDue => &mut self.not_due,
        };
        *count += 1;
    }

    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self {
            on_time: self.on_time + other.on_time,
            late: self.late + other.late,
            missing: self.missing + other.missing,
            not_due: self.not_due + other.not_due,
        }
    }

    /// Values that were owed by the day.
    pub const fn owed(self) -> usize {
        self.on_time + self.late + self.missing
    }

    /// Percent of the values owed that came on time, to one decimal; `None` where nothing was owed.
    pub fn on_time_percent(self) -> Option<f64> {
        let owed = self.owed();
        #[allow(clippy::cast_precision_loss)] // counts of values
        (owed > 0).then(|| (1000.0 * self.on_time as f64 / owed as f64).round() / 10.0)
    }
}

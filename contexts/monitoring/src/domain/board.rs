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
        UnderReview = "under_review",
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

/// When the answer for a period came, as the board sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    /// Nothing came, or what came was returned.
    Not,
    /// Somebody above is to accept it.
    UnderReview,
    /// A value, or a reason why there is none, recorded on that day: the first, or the first after the last return.
    On(Date),
}

/// What became of a value owed on a day. What is under review came, and is neither on time nor late before it is accepted.
pub fn submission(due: Date, came: Came, on: Date) -> Submission {
    match came {
        Came::On(day) if day <= due => Submission::OnTime,
        Came::On(_) => Submission::Late,
        Came::UnderReview => Submission::UnderReview,
        Came::Not if due <= on => Submission::Missing,
        Came::Not => Submission::NotDue,
    }
}

/// How many values became what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    pub on_time: usize,
    pub late: usize,
    pub missing: usize,
    pub under_review: usize,
    pub not_due: usize,
}

impl Tally {
    pub const fn add(&mut self, what: Submission) {
        let count = match what {
            Submission::OnTime => &mut self.on_time,
            Submission::Late => &mut self.late,
            Submission::Missing => &mut self.missing,
            Submission::UnderReview => &mut self.under_review,
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
            under_review: self.under_review + other.under_review,
            not_due: self.not_due + other.not_due,
        }
    }

    /// Values that were owed by the day and of which it is settled whether they came: what is under review is not.
    pub const fn owed(self) -> usize {
        self.on_time + self.late + self.missing
    }

    /// Percent of the values owed that came on time, to one decimal; `None` where nothing was owed.
    pub fn on_time_percent(self) -> Option<f64> {
        #[allow(clippy::cast_precision_loss)] // at most a thousand
        self.on_time_tenths().map(|tenths| tenths as f64 / 10.0)
    }

    /// The same in tenths of a percent, rounded half up: 667 of two out of three.
    pub fn on_time_tenths(self) -> Option<i64> {
        let (on_time, owed) = (i64::try_from(self.on_time).ok()?, i64::try_from(self.owed()).ok()?);
        (owed > 0).then(|| (2000 * on_time + owed) / (2 * owed))
    }
}

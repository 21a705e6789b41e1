//! How long a clock runs and how its ends are treated.
use serde::Serialize;

/// A length of time as a norm writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "unit", content = "n", rename_all = "snake_case")]
pub enum Term {
    WorkingDays(u16),
    CalendarDays(u16),
    /// From date to date; where the last month has no such day, its last day.
    Months(u16),
    /// From date to date, as months.
    Years(u16),
}

/// Whether the day on which the clock starts (receipt, notification) is the first day of the term.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StartRule {
    StartNotCounted,
    StartCounted,
}

/// What happens when a term in calendar days, months or years ends on a non-working day.
/// Terms in working days cannot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Roll {
    /// Due that day all the same.
    Stay,
    /// Due on the next working day.
    NextWorkingDay,
}

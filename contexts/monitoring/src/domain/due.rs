//! Which periods owe a value by a date. Periods are counted by the month in which they end.
use base::{Period, period::Periodicity};
use jiff::{ToSpan, civil::Date};

/// Months since year zero of the month that holds `date`.
pub fn month_of(date: Date) -> i32 {
    i32::from(date.year()) * 12 + i32::from(date.month()) - 1
}

/// Month in which a period ends.
pub fn end_month(period: Period) -> i32 {
    let months = i32::from(period.ordinal()) * i32::from(period.periodicity().months());
    i32::from(period.year()) * 12 + months - 1
}

/// Month in which a period starts.
pub fn start_month(period: Period) -> i32 {
    end_month(period) + 1 - i32::from(period.periodicity().months())
}

/// The period of this length that ends in `month`; `None` if none does.
pub fn ending_in(month: i32, periodicity: Periodicity) -> Option<Period> {
    let months = i32::from(periodicity.months());
    let of_year = month.rem_euclid(12) + 1;
    if of_year % months != 0 {
        return None;
    }
    let year = i16::try_from(month.div_euclid(12)).ok()?;
    Period::new(year, periodicity, i8::try_from(of_year / months).ok()?)
}

/// The last period of this length whose end, plus the days of grace, is before or on `on`.
pub fn last_due(on: Date, grace_days: u16, periodicity: Periodicity) -> Option<Period> {
    let by = on.checked_sub(i64::from(grace_days).days()).ok()?;
    let month = if by == by.last_of_month() { month_of(by) } else { month_of(by) - 1 };
    let months = i32::from(periodicity.months());
    ending_in(month - (month + 1).rem_euclid(months), periodicity)
}

/// Every period of this length from the one that starts in or after `first_month` up to `last`.
pub fn periods(first_month: i32, last: Period) -> Vec<Period> {
    let months = i32::from(last.periodicity().months());
    let mut found = Vec::new();
    let mut end = end_month(last);
    while end + 1 - months >= first_month {
        match ending_in(end, last.periodicity()) {
            Some(period) => found.push(period),
            None => break,
        }
        end -= months;
    }
    found.reverse();
    found
}

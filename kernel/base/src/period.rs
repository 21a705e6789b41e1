//! Reporting periods: years, semesters, quarters, months.
use std::{fmt, str::FromStr};

use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

/// How often something is reported; ordered from the finest to the coarsest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Periodicity {
    Month,
    Quarter,
    Semester,
    Annual,
}

impl Periodicity {
    pub const fn months(self) -> i16 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Semester => 6,
            Self::Annual => 12,
        }
    }
}

/// One reporting period of a calendar year. Ordered by start, then by length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    year: i16,
    periodicity: Periodicity,
    /// From 1; always within the year.
    ordinal: i8,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a period (write 2020, 2020-S1, 2020-Q3 or 2020-07): {0:?}")]
pub struct PeriodError(pub String);

impl Period {
    /// Years 1900 to 2200, so that every period has dates around it. `None` outside.
    pub fn new(year: i16, periodicity: Periodicity, ordinal: i8) -> Option<Self> {
        let last = 12 / periodicity.months();
        let valid = (1900..=2200).contains(&year) && ordinal >= 1 && i16::from(ordinal) <= last;
        valid.then_some(Self { year, periodicity, ordinal })
    }

    pub fn annual(year: i16) -> Option<Self> {
        Self::new(year, Periodicity::Annual, 1)
    }

    pub const fn year(self) -> i16 {
        self.year
    }

    pub const fn periodicity(self) -> Periodicity {
        self.periodicity
    }

    pub const fn ordinal(self) -> i8 {
        self.ordinal
    }

    /// First day.
    pub fn start(self) -> Date {
        let month = i16::from(self.ordinal - 1) * self.periodicity.months() + 1;
        // Within the year by construction; the clamp only spares an unreachable panic.
        Date::new(self.year, i8::try_from(month).unwrap_or(1), 1).unwrap_or(Date::MIN)
    }

    /// Last day, included.
    pub fn end(self) -> Date {
        let months = i64::from(self.periodicity.months());
        self.start().saturating_add(months.months()).saturating_sub(1.day())
    }

    /// The same period of another year.
    #[must_use]
    pub fn in_year(self, year: i16) -> Option<Self> {
        Self::new(year, self.periodicity, self.ordinal)
    }

    /// The period of this length that follows.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::new(self.year, self.periodicity, self.ordinal + 1)
            .or_else(|| Self::new(self.year + 1, self.periodicity, 1))
    }

    /// The period of the given length that holds `date`.
    pub fn containing(date: Date, periodicity: Periodicity) -> Option<Self> {
        let ordinal = i16::from(date.month() - 1) / periodicity.months() + 1;
        Self::new(date.year(), periodicity, i8::try_from(ordinal).ok()?)
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.start(), self.periodicity).cmp(&(other.start(), other.periodicity))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, n) = (self.year, self.ordinal);
        match self.periodicity {
            Periodicity::Annual => write!(f, "{year:04}"),
            Periodicity::Semester => write!(f, "{year:04}-S{n}"),
            Periodicity::Quarter => write!(f, "{year:04}-Q{n}"),
            Periodicity::Month => write!(f, "{year:04}-{n:02}"),
        }
    }
}

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        parse(text.trim()).ok_or_else(|| PeriodError(text.to_owned()))
    }
}

fn parse(text: &str) -> Option<Period> {
    let (year, part) = match text.split_once('-') {
        Some((year, part)) => (year, Some(part)),
        None => (text, None),
    };
    if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let year: i16 = year.parse().ok()?;
    let Some(part) = part else { return Period::annual(year) };
    let (periodicity, number) = match part.as_bytes() {
        [b'S' | b's', n] => (Periodicity::Semester, vec![*n]),
        [b'Q' | b'q' | b'T' | b't', n] => (Periodicity::Quarter, vec![*n]),
        [a, b] => (Periodicity::Month, vec![*a, *b]),
        _ => return None,
    };
    let number = String::from_utf8(number).ok()?;
    if !number.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Period::new(year, periodicity, number.parse().ok()?)
}

impl Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expect: &str) {
        let got = text
            .parse::<Period>()
            .map_or_else(|_| "refused".to_owned(), |p| format!("{p} {} {}", p.start(), p.end()));
        assert_eq!(got, expect, "for {text:?}");
    }

    #[test]
    fn reads_periods() {
        check("2020", "2020 2020-01-01 2020-12-31");
        check("2020-S1", "2020-S1 2020-01-01 2020-06-30");
        check("2020-S2", "2020-S2 2020-07-01 2020-12-31");
        check("2020-Q1", "2020-Q1 2020-01-01 2020-03-31");
        check("2020-T4", "2020-Q4 2020-10-01 2020-12-31");
        check("2020-02", "2020-02 2020-02-01 2020-02-29");
        check(" 2021-12 ", "2021-12 2021-12-01 2021-12-31");
        check("2020-S3", "refused");
        check("2020-Q5", "refused");
        check("2020-13", "refused");
        check("2020-00", "refused");
        check("20", "refused");
        check("2020-", "refused");
        check("2020-+1", "refused");
        check("1899", "refused");
        check("", "refused");
        check("2020-ñ", "refused");
    }

    proptest! {
        #[test]
        fn periods_tile_the_year(year in 1901_i16..2199, months in prop::sample::select(vec![
            Periodicity::Month, Periodicity::Quarter, Periodicity::Semester, Periodicity::Annual])) {
            let mut period = Period::new(year, months, 1).unwrap();
            while period.year() == year {
                let next = period.next().unwrap();
                prop_assert_eq!(period.end().tomorrow().unwrap(), next.start());
                prop_assert_eq!(period.to_string().parse::<Period>().unwrap(), period);
                prop_assert_eq!(Period::containing(period.end(), months), Some(period));
                period = next;
            }
        }

        #[test]
        fn no_text_panics(text in "\\PC*") {
            let _ = text.parse::<Period>();
        }
    }
}

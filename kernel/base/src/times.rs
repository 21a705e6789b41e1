//! The two times. *Valid time*: when a fact holds in the world or in law. *Recorded time*: when
//! the state's memory learned it, counted in journal entries, so that every version of a fact
//! points at the entry that wrote it.
use std::fmt;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Sequence number of a journal entry, from 1; also the unit of recorded time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Seq(pub i64);

impl Seq {
    /// `rec_to` of a version that nothing has replaced.
    pub const OPEN: Self = Self(i64::MAX);
}

impl fmt::Display for Seq {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// What was recorded up to and including one journal entry. A reader asks
/// `rec_from <= known AND known < rec_to`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Known(pub Seq);

impl Known {
    /// Everything recorded so far.
    pub const NOW: Self = Self(Seq(i64::MAX - 1));

    pub const fn seq(self) -> i64 {
        self.0.0
    }
}

/// Half-open interval of valid time: `from` is included, `to` is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Validity {
    from: Date,
    to: Option<Date>,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("validity ends ({to}) before it starts ({from})")]
pub struct ValidityError {
    from: Date,
    to: Date,
}

impl Validity {
    pub fn new(from: Date, to: Option<Date>) -> Result<Self, ValidityError> {
        match to {
            Some(to) if to <= from => Err(ValidityError { from, to }),
            _ => Ok(Self { from, to }),
        }
    }

    pub const fn since(from: Date) -> Self {
        Self { from, to: None }
    }

    pub const fn from(self) -> Date {
        self.from
    }

    /// First day on which it no longer holds; `None` while open.
    pub const fn to(self) -> Option<Date> {
        self.to
    }

    pub fn holds_on(self, date: Date) -> bool {
        self.from <= date && self.to.is_none_or(|to| date < to)
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.to.is_none_or(|to| other.from < to) && other.to.is_none_or(|to| self.from < to)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_validity_never_ends_before_it_starts() {
        let day = date(2020, 1, 1);
        assert!(Validity::new(day, Some(day)).is_err());
        assert!(Validity::new(day, Some(date(2019, 12, 31))).is_err());
        assert!(Validity::new(day, Some(date(2020, 1, 2))).unwrap().holds_on(day));
        assert!(!Validity::new(day, Some(date(2020, 1, 2))).unwrap().holds_on(date(2020, 1, 2)));
    }

    proptest! {
        #[test]
        fn overlap_means_a_day_in_common(a in 0_i32..20, len_a in 1_i32..10, b in 0_i32..20, len_b in 1_i32..10) {
            let day = |n: i32| date(2020, 1, 1).checked_add(jiff::Span::new().days(n)).unwrap();
            let x = Validity::new(day(a), Some(day(a + len_a))).unwrap();
            let y = Validity::new(day(b), Some(day(b + len_b))).unwrap();
            let common = (0..40).any(|n| x.holds_on(day(n)) && y.holds_on(day(n)));
            prop_assert_eq!(x.overlaps(y), common);
            prop_assert_eq!(y.overlaps(x), common);
        }
    }
}

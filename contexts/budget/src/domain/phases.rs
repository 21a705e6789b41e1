//! Phases of spending that exceed what bounds them, line by line over the year.
use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hasher},
};

use super::{BudgetRow, Dimension, Measure};

/// Lines over the year on which one measure exceeds another that bounds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Disorder {
    pub exceeding: Measure,
    pub bound: Measure,
    pub lines: u64,
}

/// Céntimos of every measure by line. A line is kept by the hash of its key: of three million lines two share
/// one in five million files, and then a count is one off in a finding that refuses nothing.
#[derive(Clone, Debug, Default)]
pub struct Phases {
    lines: HashMap<u64, [i64; BOUND.len()]>,
    /// The key of a row, hashed as a whole.
    key: Vec<u8>,
}

/// The measures of [`Measure::ORDERED`].
const BOUND: [Measure; 6] = [
    Measure::Pim,
    Measure::Certified,
    Measure::CommittedAnnual,
    Measure::Accrued,
    Measure::Paid,
    Measure::Disbursed,
];

impl Phases {
    pub fn add(&mut self, row: &BudgetRow<'_>) {
        let key = self.key(row);
        let sums = self.lines.entry(key).or_default();
        for (sum, measure) in sums.iter_mut().zip(BOUND) {
            *sum = sum.saturating_add(row.total(measure));
        }
    }

    /// Each pair of [`Measure::ORDERED`] with at least one line out of order; pairs of which a measure is not
    /// reported are left out.
    pub fn disorders(&self, reported: &[bool; Measure::COUNT]) -> Vec<Disorder> {
        let is_reported = |measure: Measure| reported.get(measure.index()).copied().unwrap_or(false);
        let pairs = Measure::ORDERED.into_iter().filter(|(a, b)| is_reported(*a) && is_reported(*b));
        let counted = pairs.filter_map(|(exceeding, bound)| {
            let at = |measure| BOUND.iter().position(|m| *m == measure);
            let (over, under) = (at(exceeding)?, at(bound)?);
            let lines = self.lines.values().filter(|sums| sums.get(over) > sums.get(under)).count() as u64;
            (lines > 0).then_some(Disorder { exceeding, bound, lines })
        });
        counted.collect()
    }

    /// The same for the same line in every file.
    fn key(&mut self, row: &BudgetRow<'_>) -> u64 {
        self.key.clear();
        for dimension in Dimension::line_key() {
            self.key.extend_from_slice(row.code(dimension).as_bytes());
            // No text holds this byte.
            self.key.push(0xff);
        }
        let mut hasher = DefaultHasher::new();
        hasher.write(&self.key);
        hasher.finish()
    }
}

//! The agenda of a year: how many programmes the law wants evaluated, and how many are.
use std::collections::BTreeSet;

use jiff::civil::Date;
use rust_decimal::{Decimal, prelude::ToPrimitive};

use super::Evaluation;

/// Programmes of a year against the share that is to be evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// Budget programmes that there are.
    pub programmes: usize,
    /// How many the share asks for, a part of one counted as one.
    pub wanted: usize,
    /// Programmes that the agenda of the year holds, each once.
    pub planned: usize,
    /// Of those, how many have a final report by a third party.
    pub reported: usize,
}

impl Agenda {
    /// Programmes that are still missing in the agenda.
    pub const fn lacking(&self) -> usize {
        self.wanted.saturating_sub(self.planned)
    }
}

/// `share` in percent: 10 is a tenth. An evaluation of what is no programme counts for nothing here, nor does one of a programme
/// that the list of the year does not hold.
pub fn agenda<'a>(
    evaluations: impl IntoIterator<Item = (&'a Evaluation, Option<Date>)>,
    programmes: &BTreeSet<String>,
    share: Decimal,
    year: i16,
) -> Agenda {
    let (mut planned, mut reported) = (BTreeSet::new(), BTreeSet::new());
    for (one, delivered) in evaluations {
        let Some(programme) = one.programme().filter(|code| programmes.contains(*code)) else { continue };
        if one.year != year {
            continue;
        }
        planned.insert(programme);
        if delivered.is_some() && one.evaluator.is_some() {
            reported.insert(programme);
        }
    }
    let wanted = (Decimal::from(programmes.len()) * share / Decimal::ONE_HUNDRED).ceil();
    Agenda {
        programmes: programmes.len(),
        wanted: wanted.to_usize().unwrap_or_default(),
        planned: planned.len(),
        reported: reported.len(),
    }
}

//! Indirect influence and dependence by powers of the matrix of direct influences: MICMAC, "cross-impact matrices,
//! multiplication applied to a classification" (J.-C. Duperrin and M. Godet, CEA-R-4541, 1973; M. Godet, *From anticipation
//! to action*, UNESCO, 1994).
//!
//! Entry (i, j) of the power k is the sum, over all ways of k steps from i to j, of the product of the influences on the way.
//! The sum of a row is how much a variable moves the others at that distance, of a column how much it is moved. Powers are
//! taken until the order of the variables by both sums is that of the power before. That there is such a power is not certain:
//! matrices without it exist (C. M. Dema and T. Barberá, XIV Congreso de Ingeniería de Organización, 2010), so the search
//! ends, and says how.
use super::Matrix;

/// Highest power taken. In practice the order is stable by the fifth or so.
pub const POWER_MAX: u32 = 12;

/// How the search ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// The order at the power is that of the power before.
    Stable,
    /// There are no ways longer than the power: nothing comes back to where it began.
    NoLongerWays,
    /// At the highest power the order still changed.
    Changing,
    /// The next power cannot be counted exactly.
    TooLarge,
}

/// Sums at the power where the search ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indirect {
    pub power: u32,
    pub ended: Ended,
    /// By variable.
    pub influence: Vec<u128>,
    pub dependence: Vec<u128>,
}

/// None where even the direct sums cannot be counted exactly.
pub fn indirect(direct: &Matrix) -> Option<Indirect> {
    let sums = |matrix: &Matrix| Some((matrix.rows_summed()?, matrix.columns_summed()?));
    let mut at = direct.clone();
    let (mut influence, mut dependence) = sums(&at)?;
    let mut power = 1;
    let ended = loop {
        if power == POWER_MAX {
            break Ended::Changing;
        }
        let Some(next) = at.times(direct) else { break Ended::TooLarge };
        if next.is_zero() {
            break Ended::NoLongerWays;
        }
        let Some((rows, columns)) = sums(&next) else { break Ended::TooLarge };
        let is_stable = ranks(&rows) == ranks(&influence) && ranks(&columns) == ranks(&dependence);
        (at, influence, dependence, power) = (next, rows, columns, power + 1);
        if is_stable {
            break Ended::Stable;
        }
    };
    Some(Indirect { power, ended, influence, dependence })
}

/// Place of each value, the greatest first; equal values share a place, as in sport.
pub fn ranks(values: &[u128]) -> Vec<usize> {
    values.iter().map(|own| 1 + values.iter().filter(|other| *other > own).count()).collect()
}

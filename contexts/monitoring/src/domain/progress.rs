//! How what was done compares with what was due.
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{
    Refusal, Sense,
    number::{mul, sub},
    path::Bounds,
};

/// `done ÷ due`, kept as a fraction so that comparisons with a threshold are exact. `due` is
/// always above zero; `done` is negative where the value moved the wrong way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    pub done: Decimal,
    pub due: Decimal,
}

impl Progress {
    const WHOLE: Self = Self { done: Decimal::ONE, due: Decimal::ONE };

    /// Whether `done ÷ due` reaches `percent`.
    ///
    /// # Errors
    /// `Overflow` beyond 28 digits.
    pub fn reaches(self, percent: Decimal) -> Result<bool, Refusal> {
        Ok(mul(self.done, Decimal::ONE_HUNDRED)? >= mul(self.due, percent)?)
    }

    /// Whether all that was due was done.
    pub fn is_whole(self) -> bool {
        self.done >= self.due
    }

    /// In percent with one decimal, for people; `None` beyond what a decimal holds.
    pub fn percent(self) -> Option<Decimal> {
        let ratio = self.done.checked_div(self.due)?;
        Some(ratio.checked_mul(Decimal::ONE_HUNDRED)?.round_dp(1).normalize())
    }
}

/// Judges a quantity against what was expected. `origin` is where a change is counted from;
/// without one, and wherever no change in the stated sense is due (a flat target, a target on the
/// other side of the baseline), the expected value is a floor (a ceiling for `decrease`).
///
/// # Errors
/// `Overflow` beyond 28 digits.
pub fn judge(
    sense: Sense,
    quantity: Decimal,
    expected: Bounds,
    origin: Option<Decimal>,
) -> Result<Progress, Refusal> {
    match sense {
        Sense::Increase => rise(quantity, expected.low, origin),
        Sense::Decrease => rise(-quantity, -expected.low, origin.map(|o| -o)),
        Sense::AtLeast => Ok(floor(quantity, expected.low)),
        Sense::AtMost => Ok(floor(-quantity, -expected.low)),
        Sense::Within if quantity < expected.low => Ok(floor(quantity, expected.low)),
        Sense::Within => Ok(floor(-quantity, -expected.high)),
    }
}

/// Change done over change due: `(q − o) ÷ (e − o)`.
fn rise(quantity: Decimal, expected: Decimal, origin: Option<Decimal>) -> Result<Progress, Refusal> {
    let Some(origin) = origin else { return Ok(floor(quantity, expected)) };
    let due = sub(expected, origin)?;
    if due <= Decimal::ZERO {
        return Ok(floor(quantity, expected));
    }
    let progress = Progress { done: sub(quantity, origin)?, due };
    // From an origin of 28 digits the last ones of a quantity are lost: a verdict that only the loss makes is none.
    if progress.is_whole() == (quantity >= expected) { Ok(progress) } else { Err(Refusal::Overflow) }
}

/// A floor is held or it is not; below it, the share of it that is reached: `q ÷ e` above zero,
/// `|e| ÷ |q|` where the floor is zero or negative.
fn floor(quantity: Decimal, expected: Decimal) -> Progress {
    if quantity >= expected {
        Progress::WHOLE
    } else if expected > Decimal::ZERO {
        Progress { done: quantity.max(Decimal::ZERO), due: expected }
    } else {
        Progress { done: -expected, due: -quantity }
    }
}

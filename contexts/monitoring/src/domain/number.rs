//! Decimal arithmetic that refuses instead of panicking.
use rust_decimal::Decimal;

use super::Refusal;

/// `a + b`.
pub fn add(a: Decimal, b: Decimal) -> Result<Decimal, Refusal> {
    a.checked_add(b).ok_or(Refusal::Overflow)
}

/// `a - b`.
pub fn sub(a: Decimal, b: Decimal) -> Result<Decimal, Refusal> {
    a.checked_sub(b).ok_or(Refusal::Overflow)
}

/// `a × b`.
pub fn mul(a: Decimal, b: Decimal) -> Result<Decimal, Refusal> {
    a.checked_mul(b).ok_or(Refusal::Overflow)
}

/// `a ÷ b`, to 28 significant digits.
pub fn div(a: Decimal, b: Decimal) -> Result<Decimal, Refusal> {
    if b.is_zero() {
        return Err(Refusal::DivisionByZero);
    }
    a.checked_div(b).ok_or(Refusal::Overflow)
}

/// Sum of all; zero of none.
pub fn sum(values: impl IntoIterator<Item = Decimal>) -> Result<Decimal, Refusal> {
    values.into_iter().try_fold(Decimal::ZERO, add)
}

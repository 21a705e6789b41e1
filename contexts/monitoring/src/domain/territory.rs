//! How the values of the parts of a territory make the value of the whole.
use rust_decimal::Decimal;

use super::number::{div, mul, sub, sum};
use super::{Aggregation, Refusal};

/// The value of one part with the terms of its ratio where the source gives them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub value: Decimal,
    pub terms: Option<Terms>,
}

/// Numerator and denominator of a ratio.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    pub numerator: Decimal,
    pub denominator: Decimal,
}

/// What a ratio may be multiplied by: a share, per cent, per thousand, per ten and hundred thousand.
const PER: [i64; 5] = [1, 100, 1_000, 10_000, 100_000];

/// Value of the whole. Every part must be there, for a total without a region is not the country's.
///
/// # Errors
/// `NotAggregable`, `PartsMissing`, `TermsMissing`, `TermsDisagree`, `DivisionByZero`, `Overflow`.
pub fn aggregate(aggregation: Aggregation, parts: &[Option<Part>]) -> Result<Decimal, Refusal> {
    let present: Vec<Part> = parts.iter().copied().flatten().collect();
    if aggregation == Aggregation::None {
        return Err(Refusal::NotAggregable);
    }
    if present.len() < parts.len() || parts.is_empty() {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        return Err(Refusal::PartsMissing {
            missing: count(parts.len() - present.len()),
            expected: count(parts.len()),
        });
    }
    let values = present.iter().map(|p| p.value);
    match aggregation {
        Aggregation::Sum => sum(values),
        Aggregation::Ratio => ratio(&present),
        Aggregation::Maximum => values.max().ok_or(Refusal::NotAggregable),
        Aggregation::Minimum => values.min().ok_or(Refusal::NotAggregable),
        Aggregation::None => Err(Refusal::NotAggregable),
    }
}

/// Sum of numerators over sum of denominators, times what every part's own value is multiplied by.
fn ratio(parts: &[Part]) -> Result<Decimal, Refusal> {
    let both = parts.iter().filter_map(|p| Some((p.value, p.terms?)));
    let both: Vec<(Decimal, Terms)> = both.collect();
    if both.len() < parts.len() {
        return Err(Refusal::TermsMissing);
    }
    let numerator = sum(both.iter().map(|(_, t)| t.numerator))?;
    let denominator = sum(both.iter().map(|(_, t)| t.denominator))?;
    for per in PER.map(Decimal::from) {
        if agree(&both, per)? {
            return div(mul(numerator, per)?, denominator);
        }
    }
    Err(Refusal::TermsDisagree)
}

/// Whether each value is its ratio times `per`, to half a unit of its last printed digit.
fn agree(parts: &[(Decimal, Terms)], per: Decimal) -> Result<bool, Refusal> {
    for (value, terms) in parts {
        let computed = div(mul(terms.numerator, per)?, terms.denominator)?;
        let half_unit = Decimal::try_new(5, value.scale() + 1).map_or(Decimal::ZERO, |half| half);
        if sub(computed, *value)?.abs() > half_unit {
            return Ok(false);
        }
    }
    Ok(true)
}

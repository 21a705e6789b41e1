//! How the values of the parts of a territory make the value of the whole.
use rust_decimal::Decimal;

use super::number::{div, mul, sum};
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

/// Value of the whole. `per` is what a ratio is multiplied by (100 for a percentage, 1000 per
/// thousand); every part must be there, for a total without a region is not the country's.
///
/// # Errors
/// `NotAggregable`, `PartsMissing`, `TermsMissing`, `DivisionByZero`, `Overflow`.
pub fn aggregate(aggregation: Aggregation, parts: &[Option<Part>], per: Decimal) -> Result<Decimal, Refusal> {
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
        Aggregation::Ratio => ratio(&present, per),
        Aggregation::Maximum => values.max().ok_or(Refusal::NotAggregable),
        Aggregation::Minimum => values.min().ok_or(Refusal::NotAggregable),
        Aggregation::None => Err(Refusal::NotAggregable),
    }
}

fn ratio(parts: &[Part], per: Decimal) -> Result<Decimal, Refusal> {
    let terms: Vec<Terms> = parts.iter().filter_map(|p| p.terms).collect();
    if terms.len() < parts.len() {
        return Err(Refusal::TermsMissing);
    }
    let numerator = sum(terms.iter().map(|t| t.numerator))?;
    let denominator = sum(terms.iter().map(|t| t.denominator))?;
    div(mul(numerator, per)?, denominator)
}

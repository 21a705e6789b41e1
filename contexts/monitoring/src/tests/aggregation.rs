//! Parts of a territory and the whole.
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::domain::{
    Aggregation, Refusal,
    territory::{Part, Terms, aggregate},
};

fn part(text: &str) -> Option<Part> {
    if text == "-" {
        return None;
    }
    let number = |t: &str| t.parse::<Decimal>().unwrap();
    if let Some((value, terms)) = text.split_once('=') {
        return Some(Part { value: number(value), ..part(terms).unwrap() });
    }
    Some(match text.split_once('/') {
        Some((n, d)) => Part {
            value: number(n) * Decimal::ONE_HUNDRED / number(d),
            terms: Some(Terms { numerator: number(n), denominator: number(d) }),
        },
        None => Part { value: number(text), terms: None },
    })
}

#[track_caller]
fn check(how: Aggregation, parts: &str, expect: &str) {
    let parts: Vec<Option<Part>> = parts.split_whitespace().map(part).collect();
    let got = match aggregate(how, &parts) {
        Ok(value) => value.normalize().to_string(),
        Err(refusal) => refusal.to_string(),
    };
    assert_eq!(got, expect, "{how} of {parts:?}");
}

#[test]
fn wholes_of_parts() {
    check(Aggregation::Sum, "1 2 3.5", "6.5");
    check(Aggregation::Sum, "-1 1", "0");
    check(Aggregation::Maximum, "1 -2 3", "3");
    check(Aggregation::Minimum, "1 -2 3", "-2");
    // 50 % of 2 and 10 % of 100 are 11 of 102, not 30 %.
    check(Aggregation::Ratio, "1/2 10/100", "10.784313725490196078431372549");
    check(Aggregation::Ratio, "0/7", "0");
    // Printed values are rounded, and rates are not always per cent.
    check(Aggregation::Ratio, "33.3=1/3 66.7=2/3", "50");
    check(Aggregation::Ratio, "0.5=1/2 0.1=10/100", "0.1078431372549019607843137255");
    check(Aggregation::Ratio, "93=93/100000 50=5/10000", "89.09090909090909090909090909");
}

#[test]
fn wholes_that_cannot_be_made() {
    check(Aggregation::Sum, "1 - 3", "the parts are incomplete: 1 of 3 territories have no value");
    check(Aggregation::Sum, "", "the parts are incomplete: 0 of 0 territories have no value");
    check(Aggregation::None, "1", "values of this indicator are not added up over territories");
    check(Aggregation::Ratio, "1/2 3", "a ratio needs the numerator and the denominator of every part");
    check(
        Aggregation::Ratio,
        "33.3=1/3 60=2/3",
        "the value of a part is not the ratio of its numerator and denominator",
    );
    let zero = Part {
        value: Decimal::ZERO,
        terms: Some(Terms { numerator: Decimal::ONE, denominator: Decimal::ZERO }),
    };
    assert_eq!(aggregate(Aggregation::Ratio, &[Some(zero)]), Err(Refusal::DivisionByZero));
    let huge = Some(Part { value: Decimal::MAX, terms: None });
    assert_eq!(aggregate(Aggregation::Sum, &[huge, huge]), Err(Refusal::Overflow));
}

proptest! {
    #[test]
    fn a_ratio_lies_between_its_parts_and_ignores_how_they_are_grouped(
        terms in prop::collection::vec((0_i64..1000, 1_i64..1000), 1..12), cut in 0_usize..12,
    ) {
        let parts: Vec<Option<Part>> = terms.iter().map(|&(n, d)| part(&format!("{n}/{d}"))).collect();
        let whole = aggregate(Aggregation::Ratio, &parts).unwrap();
        let values = || parts.iter().flatten().map(|p| p.value);
        // The last of 28 digits may differ where a part's own division was rounded.
        let ulp: Decimal = "0.000000000000000000001".parse().unwrap();
        prop_assert!(values().min().unwrap() - ulp <= whole && whole <= values().max().unwrap() + ulp);
        let cut = cut.min(terms.len());
        let halves: Vec<Option<Part>> = [&terms[..cut], &terms[cut..]]
            .iter()
            .filter(|half| !half.is_empty())
            .map(|half| part(&format!(
                "{}/{}", half.iter().map(|t| t.0).sum::<i64>(), half.iter().map(|t| t.1).sum::<i64>()
            )))
            .collect();
        prop_assert_eq!(aggregate(Aggregation::Ratio, &halves).unwrap(), whole);
    }
}

//! Shares, per head and constant soles: judged by arithmetic in fractions, which does not round.
use base::Money;
use proptest::prelude::*;

use crate::domain::{NoPrice, Prices, PricesError, per_head, share};

/// Prices that rise by 10 %, then by a quarter, then fall by a fifth.
const RATES: &str = "year,inflation_percent,source\n2019,10,a\n2020,25,a\n2021,-20,b\n";
/// Levels of 2018 to 2021 as whole numbers: 1, 11/10, 11/8, 11/10.
const LEVELS: [i128; 4] = [40, 44, 55, 44];

fn prices() -> Prices {
    Prices::parse(RATES).unwrap()
}

/// The nearest whole number to a fraction, halves to the even one.
fn nearest(numerator: i128, denominator: i128) -> i128 {
    let (whole, rest) = (numerator.div_euclid(denominator), numerator.rem_euclid(denominator));
    match (rest * 2).cmp(&denominator) {
        std::cmp::Ordering::Less => whole,
        std::cmp::Ordering::Greater => whole + 1,
        std::cmp::Ordering::Equal => whole + whole.rem_euclid(2),
    }
}

proptest! {
    #[test]
    fn soles_of_another_year(amount in -10_i64.pow(15)..10_i64.pow(15), from in 0_usize..4, base in 0_usize..4) {
        let year = |at: usize| 2018 + i16::try_from(at).unwrap();
        let found = prices().constant(Money::centimos(amount), year(from), year(base)).unwrap();
        let expect = nearest(i128::from(amount) * LEVELS[base], LEVELS[from]);
        prop_assert_eq!(i128::from(found.as_centimos()), expect);
        let back = prices().constant(found, year(base), year(from)).unwrap();
        let slack = 1 + i64::try_from(LEVELS[from] / LEVELS[base]).unwrap();
        prop_assert!((back.as_centimos() - amount).abs() <= slack, "{} {}", back, amount);
    }

    /// A total in constant soles is that of its exact amounts, whatever rows it is listed by; the rows are each
    /// rounded once, so that their sum is within half a céntimo a row of it.
    #[test]
    fn a_total_does_not_depend_on_its_rows(
        rows in prop::collection::vec(prop::collection::vec((0_usize..4, -10_i64.pow(12)..10_i64.pow(12)), 0..6), 1..8),
        base in 0_usize..4,
    ) {
        let year = |at: usize| 2018 + i16::try_from(at).unwrap();
        let dated = |row: &Vec<(usize, i64)>| {
            row.iter().map(|(at, amount)| (year(*at), Money::centimos(*amount))).collect::<Vec<_>>()
        };
        let sum = |amounts: &[(i16, Money)]| {
            prices().constant_sum(amounts, year(base)).unwrap().as_centimos()
        };
        // By fractions: each amount times the level of the base over its own, over the product of all levels.
        let whole: i128 = LEVELS.iter().product();
        let exact: i128 = rows.iter().flatten()
            .map(|(at, amount)| i128::from(*amount) * LEVELS[base] * (whole / LEVELS[*at])).sum();
        let total = sum(&rows.iter().flat_map(dated).collect::<Vec<_>>());
        prop_assert_eq!(i128::from(total), nearest(exact, whole));
        let listed: i64 = rows.iter().map(|row| sum(&dated(row))).sum();
        let halves = i64::try_from(rows.len()).unwrap() + 1;
        prop_assert!((listed - total).abs() * 2 <= halves, "{} rows: {} and {}", rows.len(), listed, total);
    }

    #[test]
    fn a_share_is_that_of_the_fraction(amount in -10_i64.pow(13)..10_i64.pow(13), whole in -10_i64.pow(13)..10_i64.pow(13)) {
        let found = share(Money::centimos(amount), Money::centimos(whole));
        if whole == 0 {
            prop_assert_eq!(found, None);
        } else {
            let sign = i128::from(whole.signum());
            let expect = nearest(i128::from(amount) * sign * 100_000_000, i128::from(whole) * sign);
            prop_assert_eq!(found.unwrap().mantissa(), expect);
        }
    }

    #[test]
    fn per_head_is_that_of_the_fraction(amount in -10_i64.pow(15)..10_i64.pow(15), heads in -3_i64..40_000_000) {
        let found = per_head(Money::centimos(amount), heads).map(Money::as_centimos);
        if heads <= 0 {
            prop_assert_eq!(found, None);
        } else {
            prop_assert_eq!(i128::from(found.unwrap()), nearest(i128::from(amount), i128::from(heads)));
        }
    }
}

#[test]
fn no_price_is_an_error_and_never_one() {
    let check = |from, base| prices().constant(Money::centimos(100), from, base).unwrap_err();
    assert_eq!(check(2017, 2020), NoPrice::Year { year: 2017, first: 2018, last: 2021 });
    assert_eq!(check(2020, 2022), NoPrice::Year { year: 2022, first: 2018, last: 2021 });
    assert!(matches!(Prices::parse("year,inflation_percent,source\n"), Err(PricesError::Empty)));
    let gap = "year,inflation_percent,source\n2019,1,a\n2021,1,a\n";
    assert!(matches!(Prices::parse(gap), Err(PricesError::Gap(2020))));
    let nothing = "year,inflation_percent,source\n2019,-100,a\n";
    assert!(matches!(Prices::parse(nothing), Err(PricesError::Rate(2019))));
    assert!(matches!(Prices::parse("year,inflation_percent,source\n2019,ten,a\n"), Err(PricesError::Csv(_))));
}

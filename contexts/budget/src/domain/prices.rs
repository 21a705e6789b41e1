//! Soles of one year in the prices of another, by chained yearly inflation of consumer prices.
use std::collections::BTreeMap;

use base::Money;
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};
use serde::Deserialize;

/// Level of prices by year; that of the year before the first rate is 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prices {
    levels: BTreeMap<i16, Decimal>,
    source: String,
}

#[derive(Debug, thiserror::Error)]
pub enum PricesError {
    #[error("budget/prices.csv: {0}")]
    Csv(#[from] csv::Error),
    #[error("budget/prices.csv has no rate for {0}: years must follow each other")]
    Gap(i16),
    #[error("budget/prices.csv: the rate of {0} makes no level of prices")]
    Rate(i16),
    #[error("budget/prices.csv has no rate")]
    Empty,
}

/// Why an amount has no value in the prices of another year.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoPrice {
    #[error("prices are known from {first} to {last}, not for {year}")]
    Year { year: i16, first: i16, last: i16 },
    #[error("the amount is out of range in prices of {0}")]
    Range(i16),
}

#[derive(Deserialize)]
struct Rate {
    year: i16,
    inflation_percent: Decimal,
    source: String,
}

impl Prices {
    /// `year,inflation_percent,source`: the rise of the year's average over that of the year before, in percent.
    pub fn parse(text: &str) -> Result<Self, PricesError> {
        let mut prices = Self::default();
        let text = text.trim_start_matches('\u{feff}');
        for rate in csv::Reader::from_reader(text.as_bytes()).deserialize() {
            let Rate { year, inflation_percent, source } = rate?;
            let before = match prices.levels.last_key_value() {
                None => {
                    prices.levels.insert(year.saturating_sub(1), Decimal::ONE);
                    Decimal::ONE
                }
                Some((last, level)) if last.checked_add(1) == Some(year) => *level,
                Some((last, _)) => return Err(PricesError::Gap(last.saturating_add(1))),
            };
            let factor = Decimal::ONE.checked_add(inflation_percent / Decimal::ONE_HUNDRED);
            let level = factor.and_then(|factor| before.checked_mul(factor));
            let level = level.filter(|level| *level > Decimal::ZERO).ok_or(PricesError::Rate(year))?;
            prices.levels.insert(year, level);
            prices.source = source;
        }
        if prices.levels.is_empty() { Err(PricesError::Empty) } else { Ok(prices) }
    }

    /// The last year whose prices are known whole: the base where none is asked for.
    pub fn last(&self) -> i16 {
        self.levels.last_key_value().map_or(0, |(year, _)| *year)
    }

    pub fn source(&self) -> &str {
        &self.source
    }

    fn level(&self, year: i16) -> Result<Decimal, NoPrice> {
        let first = self.levels.first_key_value().map_or(0, |(year, _)| *year);
        self.levels.get(&year).copied().ok_or(NoPrice::Year { year, first, last: self.last() })
    }

    /// An amount of the year `from` in soles of the year `base`, to the céntimo, halves to the even one. There and
    /// back is the same amount within half a céntimo times the ratio of the levels, and half a céntimo.
    pub fn constant(&self, amount: Money, from: i16, base: i16) -> Result<Money, NoPrice> {
        self.constant_sum(&[(from, amount)], base)
    }

    /// Amounts of several years in soles of the year `base`, added and rounded once, to the céntimo, halves to the
    /// even one: what is said of a whole does not depend on how its parts are listed.
    pub fn constant_sum(&self, amounts: &[(i16, Money)], base: i16) -> Result<Money, NoPrice> {
        let base_level = self.level(base)?;
        // The céntimos of a year are whole numbers: added first, they lose nothing in the product.
        let mut years: BTreeMap<i16, Decimal> = BTreeMap::new();
        for (from, amount) in amounts {
            let year = years.entry(*from).or_default();
            *year = year.checked_add(Decimal::from(amount.as_centimos())).ok_or(NoPrice::Range(base))?;
        }
        let mut sum = Decimal::ZERO;
        for (from, centimos) in years {
            let level = self.level(from)?;
            let centimos = if from == base {
                Some(centimos)
            } else {
                base_level.checked_div(level).and_then(|ratio| centimos.checked_mul(ratio))
            };
            sum = centimos.and_then(|c| sum.checked_add(c)).ok_or(NoPrice::Range(base))?;
        }
        let centimos = sum.round_dp_with_strategy(0, RoundingStrategy::MidpointNearestEven).to_i64();
        centimos.map(Money::centimos).ok_or(NoPrice::Range(base))
    }

    /// Whether there is a level of prices of the year.
    pub fn knows(&self, year: i16) -> bool {
        self.levels.contains_key(&year)
    }
}

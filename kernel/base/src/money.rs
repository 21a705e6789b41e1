//! Money in whole céntimos: no rounding can happen in a sum.
use std::{fmt, iter::Sum, ops::Neg, str::FromStr};

use serde::{Deserialize, Serialize};

/// An amount of the national currency, in céntimos; reversals are negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

/// Why a text is not an amount.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    #[error("empty amount")]
    Empty,
    #[error("not a number: {0:?}")]
    NotANumber(String),
    #[error("more than two decimals, which would have to be rounded: {0:?}")]
    TooPrecise(String),
    #[error("amount out of range: {0:?}")]
    OutOfRange(String),
}

impl Money {
    pub const ZERO: Self = Self(0);

    pub const fn centimos(centimos: i64) -> Self {
        Self(centimos)
    }

    pub const fn as_centimos(self) -> i64 {
        self.0
    }

    pub const fn is_zero(self) -> bool {
        self.0 == 0
    }

    /// `None` where the sum leaves the range (±92 thousand million million soles).
    #[must_use]
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(sum) => Some(Self(sum)),
            None => None,
        }
    }

    /// `None` where the difference leaves the range.
    #[must_use]
    pub const fn checked_sub(self, other: Self) -> Option<Self> {
        match self.0.checked_sub(other.0) {
            Some(difference) => Some(Self(difference)),
            None => None,
        }
    }

    /// This amount per hundred of `whole`; `None` where the whole is zero (PIA of lines that
    /// did not exist when the budget was approved).
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // a percentage for reading, never summed again
    pub fn percent_of(self, whole: Self) -> Option<f64> {
        (whole.0 != 0).then(|| self.0 as f64 * 100.0 / whole.0 as f64)
    }
}

/// Saturating, so that no input can make a sum panic; amounts near the bound are refused on entry.
impl std::ops::Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl std::ops::AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl std::ops::Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, |sum, amount| sum + amount)
    }
}

/// Writes `-1234.05`: point, two decimals, no thousands separator.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let magnitude = self.0.unsigned_abs();
        write!(f, "{sign}{}.{:02}", magnitude / 100, magnitude % 100)
    }
}

/// Reads what the sources deliver: `1234`, `1234.5`, `-1,234.56`, `S/ 1,234.56`, `S/. 4,784,801.`,
/// `1.234,56`, `1e3` is refused. Zeros beyond the second decimal are accepted, other digits are not:
/// an importer never rounds.
impl FromStr for Money {
    type Err = MoneyError;

    fn from_str(text: &str) -> Result<Self, MoneyError> {
        plain(text).map_or_else(|| any_form(text), Ok)
    }
}

fn any_form(text: &str) -> Result<Money, MoneyError> {
    let bare = strip_currency(text);
    if bare.is_empty() {
        return Err(MoneyError::Empty);
    }
    let fail = || MoneyError::NotANumber(text.trim().to_owned());
    let (negative, unsigned) = split_sign(bare);
    let (whole, fraction) = split_decimals(unsigned).ok_or_else(fail)?;
    if whole.is_empty() && fraction.is_empty() {
        return Err(fail());
    }
    let range = || MoneyError::OutOfRange(text.trim().to_owned());
    let soles: i64 = if whole.is_empty() { 0 } else { whole.parse().map_err(|_| range())? };
    let significant = fraction.trim_end_matches('0');
    if significant.len() > 2 {
        return Err(MoneyError::TooPrecise(text.trim().to_owned()));
    }
    let cents: i64 = format!("{significant:0<2}").parse().map_err(|_| fail())?;
    let centimos = soles.checked_mul(100).and_then(|c| c.checked_add(cents)).ok_or_else(range)?;
    Ok(Money(if negative { -centimos } else { centimos }))
}

/// Digits that cannot leave the range, as céntimos either.
const PLAIN_MAX: usize = 16;

/// Nearly every amount is of the form `-1234.05`: a file has tens of millions. `None` for what may be an amount
/// of another form.
fn plain(text: &str) -> Option<Money> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    if digits.is_empty() || digits.len() > PLAIN_MAX || digits.starts_with('.') {
        return None;
    }
    let mut value = 0_i64;
    let mut point = None;
    for (at, byte) in digits.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => value = value * 10 + i64::from(byte - b'0'),
            b'.' if point.is_none() => point = Some(at),
            _ => return None,
        }
    }
    let decimals = point.map(|at| digits.len() - at - 1);
    let centimos = value
        * match decimals {
            None => 100,
            Some(1) => 10,
            Some(2) => 1,
            _ => return None,
        };
    Some(Money(if negative { -centimos } else { centimos }))
}

fn strip_currency(text: &str) -> &str {
    let text = text.trim();
    let bare = text.strip_prefix("S/.").or_else(|| text.strip_prefix("S/")).unwrap_or(text);
    bare.trim()
}

fn split_sign(text: &str) -> (bool, &str) {
    if let Some(rest) = text.strip_prefix('-') {
        (true, rest.trim_start())
    } else if let Some(inner) = text.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
        (true, inner)
    } else {
        (false, text)
    }
}

/// Whole digits and decimal digits, separators gone; `None` where the text is no number.
fn split_decimals(text: &str) -> Option<(String, String)> {
    let last_point = text.rfind('.');
    let last_comma = text.rfind(',');
    let decimal = match (last_point, last_comma) {
        (Some(p), Some(c)) => Some(p.max(c)),
        (Some(p), None) => (text.matches('.').count() == 1).then_some(p),
        // A lone comma is a thousands separator only before exactly three digits.
        (None, Some(c)) => {
            let thousands = text.matches(',').count() > 1 || text.len() - c - 1 == 3;
            (!thousands).then_some(c)
        }
        (None, None) => None,
    };
    let (whole, fraction) = match decimal {
        Some(at) => (&text[..at], &text[at + 1..]),
        None => (text, ""),
    };
    let grouped = |c: char| matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\'');
    let well_grouped = |whole: &str| {
        let mut groups = whole.split(grouped);
        let first = groups.next().unwrap_or_default();
        let rest: Vec<&str> = groups.collect();
        rest.is_empty() || (!first.is_empty() && first.len() <= 3 && rest.iter().all(|g| g.len() == 3))
    };
    let digits = |t: &str| t.bytes().all(|b| b.is_ascii_digit());
    let joined: String = whole.chars().filter(|c| !grouped(*c)).collect();
    (well_grouped(whole) && digits(&joined) && digits(fraction)).then(|| (joined, fraction.to_owned()))
}

/// As the decimal text, so that no reader of JSON turns it into a float.
impl Serialize for Money {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expect: &str) {
        let got = match text.parse::<Money>() {
            Ok(money) => money.to_string(),
            Err(MoneyError::Empty) => "empty".into(),
            Err(MoneyError::NotANumber(_)) => "not a number".into(),
            Err(MoneyError::TooPrecise(_)) => "too precise".into(),
            Err(MoneyError::OutOfRange(_)) => "out of range".into(),
        };
        assert_eq!(got, expect, "for {text:?}");
    }

    #[test]
    fn reads_what_sources_deliver() {
        check("0", "0.00");
        check("1234", "1234.00");
        check("1234.5", "1234.50");
        check("1234.56", "1234.56");
        check("1234.5600", "1234.56");
        check("-0.01", "-0.01");
        check("- 5", "-5.00");
        check("(5.10)", "-5.10");
        check("1,234", "1234.00");
        check("1,234.56", "1234.56");
        check("51,766,264,819", "51766264819.00");
        check("1.234,56", "1234.56");
        check("1234,56", "1234.56");
        check("1234,5", "1234.50");
        check("1 234,56", "1234.56");
        check("1.234.567", "1234567.00");
        check("S/ 9.80", "9.80");
        check("S/. 4,784,801.", "4784801.00");
        check(".5", "0.50");
        check(" 7 ", "7.00");
        check("", "empty");
        check("S/", "empty");
        check("-", "not a number");
        check(".", "not a number");
        check("1e3", "not a number");
        check("12a", "not a number");
        check("1,23,4", "not a number");
        check("--5", "not a number");
        check("NaN", "not a number");
        check("0.005", "too precise");
        check("92233720368547758.08", "out of range");
        check("99999999999999999999", "out of range");
    }

    proptest! {
        #[test]
        fn text_round_trips(centimos in -9_000_000_000_000_000_000_i64..9_000_000_000_000_000_000) {
            let money = Money::centimos(centimos);
            prop_assert_eq!(money.to_string().parse::<Money>().unwrap(), money);
        }

        #[test]
        fn the_plain_form_is_read_as_any(text in "-?[0-9]{0,17}(\\.[0-9]{0,3}){0,2}") {
            if let Some(money) = plain(&text) {
                prop_assert_eq!(any_form(&text), Ok(money));
            }
        }

        #[test]
        fn no_text_panics(text in "\\PC*") {
            let _ = text.parse::<Money>();
        }

        #[test]
        fn sum_ignores_order(mut amounts in prop::collection::vec(-1_000_000_000_000_i64..1_000_000_000_000, 0..50)) {
            let forward: Money = amounts.iter().map(|c| Money::centimos(*c)).sum();
            amounts.reverse();
            let backward: Money = amounts.iter().map(|c| Money::centimos(*c)).sum();
            prop_assert_eq!(forward, backward);
            prop_assert_eq!(forward.as_centimos(), amounts.iter().sum::<i64>());
        }
    }
}

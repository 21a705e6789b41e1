//! Shares of a whole, exact to a millionth.
use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A share in millionths of the whole (`1_000_000` = 100 %), so that four decimals of a percent are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share(u32);

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ShareError {
    #[error("not a percentage: {0:?}")]
    NotANumber(String),
    #[error("a share is more than 0 and at most 100 %, with up to four decimals: {0:?}")]
    OutOfRange(String),
}

impl Share {
    pub const WHOLE: Self = Self(1_000_000);

    /// `None` for zero and for more than the whole.
    pub const fn millionths(millionths: u32) -> Option<Self> {
        if millionths == 0 || millionths > 1_000_000 { None } else { Some(Self(millionths)) }
    }

    pub const fn as_millionths(self) -> u32 {
        self.0
    }
}

/// Writes the percentage without the sign: `33.3333`, `60`.
impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fraction = format!("{:04}", self.0 % 10_000);
        let fraction = fraction.trim_end_matches('0');
        let point = if fraction.is_empty() { "" } else { "." };
        write!(f, "{}{point}{fraction}", self.0 / 10_000)
    }
}

/// Reads a percentage: `60`, `33.3333`, `33,3333`, `60 %`.
impl FromStr for Share {
    type Err = ShareError;

    fn from_str(text: &str) -> Result<Self, ShareError> {
        let bare = text.trim().trim_end_matches('%').trim_end().replace(',', ".");
        let percent: rust_decimal::Decimal =
            bare.parse().map_err(|_| ShareError::NotANumber(text.to_owned()))?;
        let range = || ShareError::OutOfRange(text.to_owned());
        let scaled = percent.checked_mul(10_000.into()).ok_or_else(range)?.normalize();
        if scaled.scale() > 0 {
            return Err(range());
        }
        u32::try_from(scaled).ok().and_then(Self::millionths).ok_or_else(range)
    }
}

impl Serialize for Share {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Share {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<u32>) {
        assert_eq!(text.parse::<Share>().ok().map(Share::as_millionths), expect, "for {text:?}");
    }

    #[test]
    fn reads_percentages() {
        check("100", Some(1_000_000));
        check("60 %", Some(600_000));
        check("33.3333", Some(333_333));
        check("33,3333", Some(333_333));
        check("0.0001", Some(1));
        check("60.00000", Some(600_000));
        check("0", None);
        check("-1", None);
        check("100.0001", None);
        check("0.00001", None);
        check("x", None);
        check("", None);
        check("79228162514264337593543950335", None);
    }

    #[test]
    fn writes_the_percentage_it_read() {
        for text in ["100", "60", "33.3333", "0.5", "0.0001"] {
            assert_eq!(text.parse::<Share>().map(|s| s.to_string()), Ok(text.to_owned()));
        }
    }
}

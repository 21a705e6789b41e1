//! Codes as texts: a leading zero is part of the code.
use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a text cannot be a code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    #[error("empty code")]
    Empty,
    #[error("a code has at most 80 characters: {0:?}")]
    TooLong(String),
    #[error("a code has no blanks or control characters: {0:?}")]
    Blank(String),
}

fn checked(text: &str) -> Result<Box<str>, CodeError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(CodeError::Empty);
    }
    if text.chars().count() > 80 {
        return Err(CodeError::TooLong(text.chars().take(80).collect()));
    }
    if text.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Err(CodeError::Blank(text.to_owned()));
    }
    Ok(text.into())
}

macro_rules! code {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Box<str>);

        impl $name {
            pub fn new(text: &str) -> Result<Self, CodeError> {
                checked(text).map(Self)
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = CodeError;
            fn from_str(text: &str) -> Result<Self, CodeError> {
                Self::new(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = CodeError;
            fn try_from(text: String) -> Result<Self, CodeError> {
                Self::new(&text)
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> Self {
                code.0.into()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    };
}

code!(
    /// A public body: `E:11-011`, `R:99-461`, `M:240101-301739`, `S:11`, `X:acuerdo-nacional`.
    EntityCode
);
code!(
    /// A place of the territory tree: `PE`, department `24`, province `2401`, district `240101`.
    TerritoryCode
);
code!(
    /// A plan whatever its version: `PEDN`.
    PlanCode
);
code!(
    /// The version of a plan: `2011` in `PEDN@2011`.
    VersionCode
);
code!(
    /// An element within its plan: `OE1` in `PEDN/OE1`.
    ElementCode
);
code!(
    /// An indicator within its plan: `OE1-I1` in `PEDN/OE1-I1`.
    IndicatorCode
);
code!(
    /// A series of observations: `IDH`.
    SeriesCode
);
code!(
    /// A post, which outlives its holders.
    PostCode
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leading_zeros_survive() {
        assert_eq!(TerritoryCode::new(" 010101 ").map(String::from), Ok("010101".to_owned()));
    }

    #[test]
    fn refuses_what_is_no_code() {
        assert_eq!(EntityCode::new("  "), Err(CodeError::Empty));
        assert_eq!(EntityCode::new("a b"), Err(CodeError::Blank("a b".into())));
        assert!(matches!(EntityCode::new(&"9".repeat(81)), Err(CodeError::TooLong(_))));
    }
}

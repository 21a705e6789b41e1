//! A part of the state.
use std::{fmt, str::FromStr};

use base::codes::{EntityCode, TerritoryCode};

/// What a post's permissions reach, and what a thing lies in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    Country,
    /// All bodies of a level of government.
    Level(String),
    /// All bodies of a sector.
    Sector(String),
    /// All bodies of a place and of the places in it.
    Territory(TerritoryCode),
    Entity(EntityCode),
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is no part of the state; write country, level:regional, sector:11, territory:02 or entity:E:11-011"
)]
pub struct NoScope(pub String);

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Country => f.write_str("country"),
            Self::Level(code) => write!(f, "level:{code}"),
            Self::Sector(code) => write!(f, "sector:{code}"),
            Self::Territory(code) => write!(f, "territory:{code}"),
            Self::Entity(code) => write!(f, "entity:{code}"),
        }
    }
}

impl FromStr for Scope {
    type Err = NoScope;

    fn from_str(text: &str) -> Result<Self, NoScope> {
        let refused = || NoScope(text.chars().take(80).collect());
        if text == "country" {
            return Ok(Self::Country);
        }
        let is_code =
            |code: &str| !code.is_empty() && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
        match text.split_once(':').ok_or_else(refused)? {
            ("level", code) if is_code(code) => Ok(Self::Level(code.to_owned())),
            ("sector", code) if is_code(code) => Ok(Self::Sector(code.to_owned())),
            ("territory", code) => code.parse().map(Self::Territory).map_err(|_| refused()),
            ("entity", code) => code.parse().map(Self::Entity).map_err(|_| refused()),
            _ => Err(refused()),
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        for text in ["country", "level:regional", "sector:11", "territory:02", "entity:E:11-011"] {
            assert_eq!(text.parse::<Scope>().unwrap().to_string(), text);
        }
        for text in ["", "countries", "level:", "level:a b", "sector:\"", "territory:", "entity:", "plan:1"] {
            assert!(text.parse::<Scope>().is_err(), "{text:?}");
        }
    }
}

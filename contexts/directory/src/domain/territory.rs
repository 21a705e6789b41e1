use base::{Validity, codes::TerritoryCode};
use serde::Serialize;

use super::Dated;

/// The levels of the tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TerritoryKind {
    Country,
    Department,
    /// A part of a department with a government of its own level: Metropolitan Lima, the provinces of Lima.
    Ambit,
    Province,
    District,
}

impl TerritoryKind {
    pub const ALL: [Self; 5] = [Self::Country, Self::Department, Self::Ambit, Self::Province, Self::District];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Department => "department",
            Self::Ambit => "ambit",
            Self::Province => "province",
            Self::District => "district",
        }
    }

    /// The kind that a place of this kind hangs from.
    pub const fn parent(self) -> Option<Self> {
        match self {
            Self::Country => None,
            Self::Department => Some(Self::Country),
            Self::Ambit | Self::Province => Some(Self::Department),
            Self::District => Some(Self::Province),
        }
    }
}

impl std::str::FromStr for TerritoryKind {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|kind| kind.as_str() == text);
        found.ok_or_else(|| "write country, department, ambit, province or district".to_owned())
    }
}

/// A place, between two dates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Territory {
    pub code: TerritoryCode,
    pub kind: TerritoryKind,
    pub name: String,
    pub parent: Option<TerritoryCode>,
    pub validity: Validity,
    pub capital: Option<String>,
    pub population: Option<i64>,
    /// Degrees, as the source writes them.
    pub latitude: Option<String>,
    pub longitude: Option<String>,
    pub source: String,
}

impl Dated for Territory {
    fn code(&self) -> &str {
        self.code.as_str()
    }

    fn validity(&self) -> Validity {
        self.validity
    }

    fn parent(&self) -> Option<&str> {
        self.parent.as_ref().map(TerritoryCode::as_str)
    }
}

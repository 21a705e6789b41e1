use base::{
    Validity,
    codes::{EntityCode, TerritoryCode},
};
use serde::Serialize;

use super::Dated;

/// Level of government, as the budget files write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Level {
    #[serde(rename = "E")]
    National,
    #[serde(rename = "R")]
    Regional,
    #[serde(rename = "M")]
    Local,
}

impl Level {
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::National => "E",
            Self::Regional => "R",
            Self::Local => "M",
        }
    }
}

impl std::str::FromStr for Level {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "E" => Ok(Self::National),
            "R" => Ok(Self::Regional),
            "M" => Ok(Self::Local),
            _ => Err("write E (national), R (regional), M (local) or - (none)".to_owned()),
        }
    }
}

/// A public body, between two dates: sector, ministry, agency, regional government, municipality…
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entity {
    pub code: EntityCode,
    /// A kind of the country pack (`entities/kinds.csv`).
    pub kind: String,
    pub name: String,
    /// `None` for what is of no level, such as the state itself.
    pub level: Option<Level>,
    pub sector: Option<String>,
    pub pliego: Option<String>,
    /// Where it governs, or has its seat.
    pub territory: TerritoryCode,
    pub parent: Option<EntityCode>,
    pub validity: Validity,
    pub source: String,
}

impl Dated for Entity {
    fn code(&self) -> &str {
        self.code.as_str()
    }

    fn validity(&self) -> Validity {
        self.validity
    }

    fn parent(&self) -> Option<&str> {
        self.parent.as_ref().map(EntityCode::as_str)
    }
}

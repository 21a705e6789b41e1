//! Whom a rule, a decreed day or a suspension binds.
use std::{fmt, str::FromStr};

use serde::Serialize;

/// Written `country`, `territory:CODE`, `sector:CODE` or `kind:ENTITY_KIND`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Everybody.
    Country,
    /// Entities seated in a territory or below it.
    Territory(String),
    /// Entities of one sector.
    Sector(String),
    /// Entities of one kind (ministry, regional government…).
    Kind(String),
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a scope (write country, territory:CODE, sector:CODE or kind:ENTITY_KIND): {0:?}")]
pub struct ScopeError(pub String);

impl FromStr for Scope {
    type Err = ScopeError;

    fn from_str(text: &str) -> Result<Self, ScopeError> {
        let text = text.trim();
        if text == "country" {
            return Ok(Self::Country);
        }
        let fail = || ScopeError(text.chars().take(80).collect());
        let (class, code) = text.split_once(':').ok_or_else(fail)?;
        if code.is_empty() || code.chars().any(|c| c.is_whitespace() || c.is_control() || c == ':') {
            return Err(fail());
        }
        match class {
            "territory" => Ok(Self::Territory(code.to_owned())),
            "sector" => Ok(Self::Sector(code.to_owned())),
            "kind" => Ok(Self::Kind(code.to_owned())),
            _ => Err(fail()),
        }
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Country => f.write_str("country"),
            Self::Territory(code) => write!(f, "territory:{code}"),
            Self::Sector(code) => write!(f, "sector:{code}"),
            Self::Kind(code) => write!(f, "kind:{code}"),
        }
    }
}

impl Serialize for Scope {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Whom one asks for: what is known of the entity concerned. The default is the country as a whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Subject {
    sector: Option<String>,
    kind: Option<String>,
    /// From the widest territory to the seat itself.
    territories: Vec<String>,
}

impl Subject {
    /// Nobody in particular: only rules of the whole country apply.
    pub fn country() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn in_sector(mut self, code: &str) -> Self {
        self.sector = Some(code.to_owned());
        self
    }

    #[must_use]
    pub fn of_kind(mut self, kind: &str) -> Self {
        self.kind = Some(kind.to_owned());
        self
    }

    /// The territories that hold the seat of the entity, from the widest to the narrowest.
    #[must_use]
    pub fn seated_in<S: AsRef<str>>(mut self, territories: impl IntoIterator<Item = S>) -> Self {
        self.territories = territories.into_iter().map(|code| code.as_ref().to_owned()).collect();
        self
    }

    /// How closely a scope fits: `None` where it does not bind this subject; the highest wins.
    /// Kind before sector before territory (narrower before wider) before country.
    pub(crate) fn fit(&self, scope: &Scope) -> Option<(u8, usize)> {
        match scope {
            Scope::Country => Some((0, 0)),
            Scope::Territory(code) => {
                self.territories.iter().position(|held| held == code).map(|depth| (1, depth))
            }
            Scope::Sector(code) => (self.sector.as_ref() == Some(code)).then_some((2, 0)),
            Scope::Kind(kind) => (self.kind.as_ref() == Some(kind)).then_some((3, 0)),
        }
    }

    pub(crate) fn is_bound_by(&self, scope: &Scope) -> bool {
        self.fit(scope).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: Option<&str>) {
        let got = text.parse::<Scope>().ok().map(|scope| scope.to_string());
        assert_eq!(got.as_deref(), expect, "for {text:?}");
    }

    #[test]
    fn reads_scopes() {
        check("country", Some("country"));
        check(" sector:01 ", Some("sector:01"));
        check("kind:ministry", Some("kind:ministry"));
        check("territory:150101", Some("territory:150101"));
        check("", None);
        check("Country", None);
        check("sector", None);
        check("sector:", None);
        check("sector:0 1", None);
        check("sector:01:02", None);
        check("entity:001", None);
    }

    #[test]
    fn the_narrower_fits_closer() {
        let subject = Subject::country().in_sector("09").of_kind("ministry").seated_in(["15", "1501"]);
        let order = ["country", "territory:15", "territory:1501", "sector:09", "kind:ministry"];
        let fits: Vec<_> =
            order.iter().map(|text| text.parse().ok().and_then(|s: Scope| subject.fit(&s))).collect();
        assert!(fits.iter().all(Option::is_some) && fits.is_sorted(), "{fits:?}");
        for other in ["territory:08", "sector:9", "kind:university"] {
            assert_eq!(other.parse().map(|s: Scope| subject.fit(&s)), Ok(None), "for {other}");
        }
    }
}

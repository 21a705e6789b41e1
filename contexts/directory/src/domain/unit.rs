use base::{
    Validity,
    codes::{EntityCode, TerritoryCode},
};
use serde::Serialize;

use super::Dated;

/// An executing unit: who spends, known in the whole state by its `SEC_EJEC`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unit {
    pub sec_ejec: String,
    pub name: String,
    pub entity: EntityCode,
    /// Its number inside the pliego.
    pub ejecutora: Option<String>,
    pub territory: TerritoryCode,
    pub validity: Validity,
    pub source: String,
}

impl Dated for Unit {
    fn code(&self) -> &str {
        &self.sec_ejec
    }

    fn validity(&self) -> Validity {
        self.validity
    }

    fn parent(&self) -> Option<&str> {
        None
    }
}

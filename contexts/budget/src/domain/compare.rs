//! A later file that holds less than the one it replaces: truncated or rewritten.
use std::collections::BTreeMap;

use base::Money;
use serde::Serialize;

use super::{UnitTally, UnitYear};

/// How a file holds less than its predecessor.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Shrunk {
    /// Units that the predecessor of the same name held.
    pub units_gone: Vec<String>,
    pub rows_before: u64,
    pub rows_after: u64,
    pub pim_before: Money,
    pub pim_after: Money,
    pub accrued_before: Money,
    pub accrued_after: Money,
}

/// Compares a new file with the one it would replace, over the units that both hold. `None` where nothing
/// is lost: daily cuts lose certificates, never lines or accrued money.
///
/// Units that are gone count only where the file has the same name: otherwise it is of another scope.
pub fn shrunk(
    before: &BTreeMap<UnitYear, UnitTally>,
    after: &BTreeMap<UnitYear, UnitTally>,
    same_name: bool,
) -> Option<Shrunk> {
    let mut found = Shrunk::default();
    for (unit, old) in before {
        let Some(new) = after.get(unit) else {
            if same_name {
                found.units_gone.push(format!("{}/{}", unit.year, unit.sec_ejec));
                found.rows_before += old.rows;
            }
            continue;
        };
        found.rows_before += old.rows;
        found.rows_after += new.rows;
        found.pim_before += old.pim;
        found.pim_after += new.pim;
        found.accrued_before += old.accrued;
        found.accrued_after += new.accrued;
    }
    let less = found.rows_after < found.rows_before || found.accrued_after < found.accrued_before;
    (less || !found.units_gone.is_empty()).then_some(found)
}

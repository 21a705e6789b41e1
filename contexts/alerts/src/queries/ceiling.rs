//! Alerts about plans that ask for more money than there is.
use base::codes::EntityCode;
use budget::{
    domain::Measure,
    queries::{CoverageBy, Ledger},
};
use directory::domain::Entity;

use super::Asked;
use crate::domain::{Alert, Cause, Sign, Trigger, Why};

/// One for each body whose money of the year is claimed more than once over.
pub(super) fn over_claimed(
    asked: Asked,
    ledger: &Ledger,
    entities: &directory::domain::Held<Entity>,
) -> Vec<Alert> {
    let listing = ledger.coverage(CoverageBy::Entity);
    let Some(pim) = listing.position(Measure::Pim) else { return Vec::new() };
    let year = asked.on.year();
    let about = |code: &str, (money, beyond)| {
        let body = entities.get(code)?;
        let entity: EntityCode = body.code.clone();
        let why = Why::Claimed { year, money, beyond };
        let signs = vec![Sign { trigger: Trigger::OverCeiling, why }];
        let mut alert = Alert::of(Cause::Ceiling { entity: entity.clone(), year }, signs, asked.on)?;
        alert.entity = Some(entity);
        alert.name = (body.name.clone(), None);
        Some(alert)
    };
    listing
        .lines
        .iter()
        .filter_map(|line| {
            let split = line.amounts.get(pim)?;
            (!split.over_claimed.is_zero()).then(|| about(&line.code, (split.total(), split.over_claimed)))?
        })
        .collect()
}

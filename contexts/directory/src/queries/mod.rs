//! Questions about the register, each as of a day and as known.
mod outlines;

use std::{collections::BTreeSet, sync::Arc};

use base::{
    Known,
    codes::{EntityCode, TerritoryCode},
};
use db::{Conn, Error, memo};
use jiff::civil::Date;

use crate::{
    domain::{Dated, Entity, Held, Territory, Unit},
    store,
};

pub use crate::store::origin;
pub use outlines::{Outlines, OutlinesError, outlines};

/// A place with the way up to the country and what hangs from it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct TerritoryView {
    pub territory: Territory,
    /// From the country down, without the place itself.
    pub path: Vec<Territory>,
    pub children: Vec<Territory>,
    /// Entities that govern it or have their seat in it.
    pub entities: Vec<Entity>,
    /// The others that spend from it: their executing units sit here. So the capital district of a province,
    /// which the provincial municipality governs, shows it.
    pub present: Vec<Entity>,
}

/// An entity with the way up, what depends on it and who spends for it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct EntityView {
    pub entity: Entity,
    pub path: Vec<Entity>,
    pub children: Vec<Entity>,
    pub units: Vec<Unit>,
    pub territory: Option<Territory>,
}

/// The tree has four levels and bodies hang few deep; more means a cycle made by hand.
const DEPTH_MAX: i64 = 12;

pub async fn territory(
    conn: &mut Conn,
    known: Known,
    on: Date,
    code: &TerritoryCode,
) -> Result<Option<TerritoryView>, Error> {
    let mut path = store::territories::with_above(conn, known, on, code.as_str(), DEPTH_MAX).await?;
    path.reverse();
    let Some(territory) = path.pop() else { return Ok(None) };
    let children = territories(conn, known, on).await?.children(code.as_str()).cloned().collect();
    let entities = store::entities::in_territory(conn, known, on, code.as_str()).await?;
    let mut present = store::entities::with_unit_in(conn, known, on, code.as_str()).await?;
    present.retain(|entity| entities.iter().all(|own| own.code != entity.code));
    Ok(Some(TerritoryView { territory, path, children, entities, present }))
}

pub async fn entity(
    conn: &mut Conn,
    known: Known,
    on: Date,
    code: &EntityCode,
) -> Result<Option<EntityView>, Error> {
    let mut path = store::entities::with_above(conn, known, on, code.as_str(), DEPTH_MAX).await?;
    path.reverse();
    let Some(entity) = path.pop() else { return Ok(None) };
    let children = entities(conn, known, on).await?.children(code.as_str()).cloned().collect();
    let units = store::units::of_entity(conn, known, on, code.as_str()).await?;
    let territory = store::territories::one(conn, known, on, entity.territory.as_str()).await?;
    Ok(Some(EntityView { entity, path, children, units, territory }))
}

/// Every entity that holds on the day.
pub async fn entities(conn: &mut Conn, known: Known, on: Date) -> Result<Arc<Held<Entity>>, Error> {
    let question = on.to_string();
    if let Some(found) = memo::recall(known, &question) {
        return Ok(found);
    }
    let found = store::entities::all(conn, known, on).await?;
    Ok(memo::keep(known, &question, found.into_iter().collect()))
}

/// Every place that holds on the day.
pub async fn territories(conn: &mut Conn, known: Known, on: Date) -> Result<Arc<Held<Territory>>, Error> {
    let question = on.to_string();
    if let Some(found) = memo::recall(known, &question) {
        return Ok(found);
    }
    let found = store::territories::all(conn, known, on).await?;
    Ok(memo::keep(known, &question, found.into_iter().collect()))
}

/// Every executing unit that holds on the day; its code is its number.
pub async fn units(conn: &mut Conn, known: Known, on: Date) -> Result<Arc<Held<Unit>>, Error> {
    let question = on.to_string();
    if let Some(found) = memo::recall(known, &question) {
        return Ok(found);
    }
    let found = store::units::all(conn, known, on).await?;
    Ok(memo::keep(known, &question, found.into_iter().collect()))
}

/// The unit with this `SEC_EJEC`.
pub async fn unit(conn: &mut Conn, known: Known, on: Date, sec_ejec: &str) -> Result<Option<Unit>, Error> {
    store::units::one(conn, known, on, sec_ejec).await
}

/// Entities whose name holds the words, accents and case aside; the shortest names first.
pub async fn entities_named(
    conn: &mut Conn,
    known: Known,
    on: Date,
    words: &str,
    count_max: i64,
) -> Result<Vec<Entity>, Error> {
    store::entities::named(conn, known, on, words, count_max).await
}

/// Places whose name holds the words, the largest first.
pub async fn territories_named(
    conn: &mut Conn,
    known: Known,
    on: Date,
    words: &str,
    count_max: i64,
) -> Result<Vec<Territory>, Error> {
    store::territories::named(conn, known, on, words, count_max).await
}

/// Entities of a list of codes; those that do not hold on the day are left out.
pub async fn entities_of(
    conn: &mut Conn,
    known: Known,
    on: Date,
    codes: &[&str],
) -> Result<Vec<Entity>, Error> {
    if memo::keeps(known) {
        return Ok(among(&*entities(conn, known, on).await?, codes));
    }
    store::entities::some(conn, known, on, codes).await
}

/// Places of a list of codes; those that do not hold on the day are left out.
pub async fn territories_of(
    conn: &mut Conn,
    known: Known,
    on: Date,
    codes: &[&str],
) -> Result<Vec<Territory>, Error> {
    if memo::keeps(known) {
        return Ok(among(&*territories(conn, known, on).await?, codes));
    }
    store::territories::some(conn, known, on, codes).await
}

/// Executing units of a list of numbers; those that do not hold on the day are left out.
pub async fn units_of(conn: &mut Conn, known: Known, on: Date, numbers: &[&str]) -> Result<Vec<Unit>, Error> {
    if memo::keeps(known) {
        return Ok(among(&*units(conn, known, on).await?, numbers));
    }
    store::units::some(conn, known, on, numbers).await
}

/// Those of the codes, by code. Where the register of the day is kept, the store is not asked.
fn among<T: Dated + Clone>(all: &Held<T>, codes: &[&str]) -> Vec<T> {
    let codes: BTreeSet<&str> = codes.iter().copied().collect();
    codes.into_iter().filter_map(|code| all.get(code)).cloned().collect()
}

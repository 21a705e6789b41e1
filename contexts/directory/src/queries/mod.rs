//! Questions about the register, each as of a day and as known.
mod answering;
mod outlines;
mod posts;

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
pub use answering::Answering;
pub use outlines::{Outlines, OutlinesError, outlines};
pub use posts::{PostView, body, holdings, post, posts_held, posts_of, scopes_of};

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
const DEPTH_MAX: usize = 12;

pub async fn territory(
    conn: &mut Conn,
    known: Known,
    on: Date,
    code: &TerritoryCode,
) -> Result<Option<TerritoryView>, Error> {
    let all = territories(conn, known, on).await?;
    let Some(territory) = all.get(code.as_str()).cloned() else { return Ok(None) };
    let bodies = self::entities(conn, known, on).await?;
    let units = units(conn, known, on).await?;
    let entities: Vec<Entity> = bodies.iter().filter(|body| body.territory == *code).cloned().collect();
    let spend: BTreeSet<&str> =
        units.iter().filter(|unit| unit.territory == *code).map(|unit| unit.entity.as_str()).collect();
    let spend = spend.into_iter().filter_map(|code| bodies.get(code));
    let present = spend.filter(|body| body.territory != *code).cloned().collect();
    let children = all.children(code.as_str()).cloned().collect();
    Ok(Some(TerritoryView { path: above(&all, &territory), territory, children, entities, present }))
}

pub async fn entity(
    conn: &mut Conn,
    known: Known,
    on: Date,
    code: &EntityCode,
) -> Result<Option<EntityView>, Error> {
    let all = entities(conn, known, on).await?;
    let Some(entity) = all.get(code.as_str()).cloned() else { return Ok(None) };
    let children = all.children(code.as_str()).cloned().collect();
    let units = units(conn, known, on).await?.iter().filter(|unit| unit.entity == *code).cloned().collect();
    let territory = territories(conn, known, on).await?.get(entity.territory.as_str()).cloned();
    Ok(Some(EntityView { path: above(&all, &entity), entity, children, units, territory }))
}

/// From the top down to what stands right above; of a parent that does not hold on the day, nothing above is known.
fn above<T: Dated + Clone>(all: &Held<T>, item: &T) -> Vec<T> {
    let next = |below: &&T| below.parent().and_then(|code| all.get(code));
    let climbed = std::iter::successors(next(&item), next).take(DEPTH_MAX);
    let mut path: Vec<T> = climbed.cloned().collect();
    path.reverse();
    path
}

/// The versioned tables of this room: what is made of them alone is kept by their last change.
pub const TABLES: &[&str] = &[
    "directory_entities",
    "directory_holders",
    "directory_posts",
    "directory_territories",
    "directory_units",
];

/// Every entity that holds on the day.
pub async fn entities(conn: &mut Conn, known: Known, on: Date) -> Result<Arc<Held<Entity>>, Error> {
    let question = on.to_string();
    let known = memo::settled(conn, known, TABLES).await?;
    if let Some(found) = memo::recall(known, &question) {
        return Ok(found);
    }
    let found = store::entities::all(conn, known, on).await?;
    Ok(memo::keep(known, &question, found.into_iter().collect()))
}

/// Every place that holds on the day.
pub async fn territories(conn: &mut Conn, known: Known, on: Date) -> Result<Arc<Held<Territory>>, Error> {
    let question = on.to_string();
    let known = memo::settled(conn, known, TABLES).await?;
    if let Some(found) = memo::recall(known, &question) {
        return Ok(found);
    }
    let found = store::territories::all(conn, known, on).await?;
    Ok(memo::keep(known, &question, found.into_iter().collect()))
}

/// Every executing unit that holds on the day; its code is its number.
pub async fn units(conn: &mut Conn, known: Known, on: Date) -> Result<Arc<Held<Unit>>, Error> {
    let question = on.to_string();
    let known = memo::settled(conn, known, TABLES).await?;
    if let Some(found) = memo::recall(known, &question) {
        return Ok(found);
    }
    let found = store::units::all(conn, known, on).await?;
    Ok(memo::keep(known, &question, found.into_iter().collect()))
}

/// The unit with this `SEC_EJEC`.
pub async fn unit(conn: &mut Conn, known: Known, on: Date, sec_ejec: &str) -> Result<Option<Unit>, Error> {
    Ok(units(conn, known, on).await?.get(sec_ejec).cloned())
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
    Ok(among(&*entities(conn, known, on).await?, codes))
}

/// Places of a list of codes; those that do not hold on the day are left out.
pub async fn territories_of(
    conn: &mut Conn,
    known: Known,
    on: Date,
    codes: &[&str],
) -> Result<Vec<Territory>, Error> {
    Ok(among(&*territories(conn, known, on).await?, codes))
}

/// Executing units of a list of numbers; those that do not hold on the day are left out.
pub async fn units_of(conn: &mut Conn, known: Known, on: Date, numbers: &[&str]) -> Result<Vec<Unit>, Error> {
    Ok(among(&*units(conn, known, on).await?, numbers))
}

/// Those of the codes, by code.
fn among<T: Dated + Clone>(all: &Held<T>, codes: &[&str]) -> Vec<T> {
    let codes: BTreeSet<&str> = codes.iter().copied().collect();
    codes.into_iter().filter_map(|code| all.get(code)).cloned().collect()
}

//! What is wrong with the plans of the state.
use std::sync::Arc;

use base::Known;
use db::{Conn, memo};
use jiff::civil::Date;

use super::portfolio::portfolio;
use crate::domain::check::{EntityFacts, Finding, Judge, check};
use crate::domain::portfolio::Portfolio;
use crate::reading::frame::Law;
use crate::store::TABLES;

/// Findings on a day, as known. `entities` are those of the directory that exist that day.
pub async fn findings(
    conn: &mut Conn,
    known: Known,
    on: Date,
    law: &Law,
    entities: &[EntityFacts],
) -> Result<Vec<Finding>, db::Error> {
    let all = portfolio(conn, known, on).await?;
    let judge = Judge { frame: &law.frame, verbs: &law.verbs, sources: &law.sources, entities };
    Ok(check(&all, &judge))
}

/// What judging needs to know of the bodies of a day.
pub async fn entity_facts(
    conn: &mut Conn,
    known: Known,
    on: Date,
) -> Result<Arc<Vec<EntityFacts>>, db::Error> {
    let known = memo::settled(conn, known, directory::queries::TABLES).await?;
    let question = on.to_string();
    if let Some(found) = memo::recall(known, &question) {
        return Ok(found);
    }
    let all = directory::queries::entities(conn, known, on).await?;
    Ok(memo::keep(known, &question, all.iter().map(EntityFacts::of).collect()))
}

/// The same for pages, found once for a state of what it depends on and a day: `judge` judges by the law as published by `known_on`, with the
/// entities of the day.
pub fn findings_kept(
    settled: Settled,
    known_on: Date,
    all: &Portfolio,
    judge: &Judge<'_>,
) -> Arc<Vec<Finding>> {
    let question = format!("{} {known_on}", all.on());
    let Settled(known) = settled;
    memo::recall(known, &question).unwrap_or_else(|| memo::keep(known, &question, check(all, judge)))
}

/// The state by which findings are kept: the last at which plans, bodies or law changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settled(Known);

impl Settled {
    /// Whatever is known: nothing is kept.
    pub const NOW: Self = Self(Known::NOW);

    /// # Errors
    /// A database that cannot be read.
    pub async fn of(conn: &mut Conn, known: Known) -> Result<Self, db::Error> {
        let tables = [TABLES, directory::queries::TABLES, pack::TABLES].concat();
        Ok(Self(memo::settled(conn, known, &tables).await?))
    }
}

//! Whole versions out of the tables.
use std::{collections::BTreeMap, sync::Arc};

use base::{
    Known, Seq,
    codes::{PlanCode, VersionCode},
};
use db::{Conn, Row, RowExt, memo, query};

use super::TABLES;
use super::facts::{Fact, Of, rows, versions_with_plans};
use crate::domain::card::Indicator;
use crate::domain::content::Content;
use crate::domain::element::Element;
use crate::domain::plan::{Plan, Version};
use crate::domain::reference::PlanRef;
use crate::domain::target::Target;

type Key = (PlanCode, VersionCode);

/// Every plan whatever its version, by code.
pub async fn plans(conn: &mut Conn, known: Known) -> Result<BTreeMap<PlanCode, Plan>, db::Error> {
    let mut found = BTreeMap::new();
    let put = |row: &Row| Plan::read(row).map(|(code, plan)| _ = found.insert(code, plan));
    rows::<Plan>(conn, known, Of::All, put).await?;
    Ok(found)
}

/// Every version without what is in it, by plan and version code.
pub async fn versions(
    conn: &mut Conn,
    known: Known,
) -> Result<Arc<BTreeMap<Key, (Plan, Version)>>, db::Error> {
    let known = memo::settled(conn, known, TABLES).await?;
    if let Some(found) = memo::recall(known, "") {
        return Ok(found);
    }
    Ok(memo::keep(known, "", named(conn, known, Of::All).await?))
}

async fn named(
    conn: &mut Conn,
    known: Known,
    of: Of<'_>,
) -> Result<BTreeMap<Key, (Plan, Version)>, db::Error> {
    let mut found = BTreeMap::new();
    for row in versions_with_plans(conn, known, of).await? {
        let (plan, of) = Plan::read(&row)?;
        let (code, version) = Version::read(&row)?;
        found.insert((plan, code), (of, version));
    }
    Ok(found)
}

/// By which entry each version of each plan was first recorded.
pub async fn first_recorded(conn: &mut Conn, known: Known) -> Result<BTreeMap<PlanRef, Seq>, db::Error> {
    let sql = "SELECT plan, version, MIN(rec_from) AS first FROM planning_versions \
               WHERE rec_from <= $1 GROUP BY plan, version";
    let rows = query(sql).bind(known.seq()).fetch_all(&mut *conn).await?;
    rows.iter()
        .map(|row| {
            let plan = PlanRef { plan: row.parsed("plan")?, version: Some(row.parsed("version")?) };
            Ok((plan, Seq(row.int("first")?)))
        })
        .collect()
}

/// One version whole; `None` if it is not recorded.
pub async fn one(conn: &mut Conn, known: Known, plan: &PlanRef) -> Result<Option<Content>, db::Error> {
    let all = of_plan(conn, known, &plan.plan).await?;
    Ok(all.iter().find(|content| Some(&content.version.code) == plan.version.as_ref()).cloned())
}

/// Every version of a plan, whole.
pub async fn of_plan(conn: &mut Conn, known: Known, plan: &PlanCode) -> Result<Arc<Vec<Content>>, db::Error> {
    let known = memo::settled(conn, known, TABLES).await?;
    if let Some(found) = memo::recall(known, plan.as_str()) {
        return Ok(found);
    }
    let found = whole(conn, known, Of::Plan(plan)).await?;
    Ok(memo::keep(known, plan.as_str(), found))
}

/// Everything as known.
pub async fn all(conn: &mut Conn, known: Known) -> Result<Vec<Content>, db::Error> {
    whole(conn, known, Of::All).await
}

async fn whole(conn: &mut Conn, known: Known, of: Of<'_>) -> Result<Vec<Content>, db::Error> {
    let mut found = but_targets(conn, known, of).await?;
    each::<Target>(conn, known, of, &mut found, |content, key, target| {
        content.targets.insert(key, target);
    })
    .await?;
    Ok(found.into_values().collect())
}

/// Everything as known, without any target.
pub async fn all_but_targets(conn: &mut Conn, known: Known) -> Result<Vec<Content>, db::Error> {
    Ok(but_targets(conn, known, Of::All).await?.into_values().collect())
}

async fn but_targets(conn: &mut Conn, known: Known, of: Of<'_>) -> Result<BTreeMap<Key, Content>, db::Error> {
    let versions = match of {
        Of::All => versions(conn, known).await?,
        _ => Arc::new(named(conn, known, of).await?),
    };
    let mut found: BTreeMap<Key, Content> = Arc::unwrap_or_clone(versions)
        .into_iter()
        .map(|(key, (plan, version))| {
            let content = Content {
                plan,
                version,
                elements: BTreeMap::new(),
                indicators: BTreeMap::new(),
                targets: BTreeMap::new(),
            };
            (key, content)
        })
        .collect();
    each::<Element>(conn, known, of, &mut found, |content, code, element| {
        content.elements.insert(code, element);
    })
    .await?;
    if matches!(of, Of::All) {
        // Read before or read again soon by whoever judges indicators.
        for (key, card) in cards(conn, known, None).await?.iter() {
            if let Some(content) = found.get_mut(key) {
                content.indicators.insert(card.code.clone(), Indicator::clone(card));
            }
        }
    } else {
        each::<Indicator>(conn, known, of, &mut found, |content, code, card| {
            content.indicators.insert(code, card);
        })
        .await?;
    }
    Ok(found)
}

async fn each<F: Fact>(
    conn: &mut Conn,
    known: Known,
    of: Of<'_>,
    found: &mut BTreeMap<Key, Content>,
    mut put: impl FnMut(&mut Content, F::Key, F),
) -> Result<(), db::Error> {
    rows::<F>(conn, known, of, |row| {
        let key = (row.parsed("plan")?, row.parsed("version")?);
        if let Some(content) = found.get_mut(&key) {
            let (code, fact) = F::read(row)?;
            put(content, code, fact);
        }
        Ok(())
    })
    .await
}

/// Indicator cards by version; of one version if named.
pub async fn cards(
    conn: &mut Conn,
    known: Known,
    of: Option<&PlanRef>,
) -> Result<Arc<Vec<(Key, Arc<Indicator>)>>, db::Error> {
    let question = of.map(ToString::to_string).unwrap_or_default();
    let known = memo::settled(conn, known, TABLES).await?;
    if let Some(found) = memo::recall(known, &question) {
        return Ok(found);
    }
    let mut cards = Vec::new();
    rows::<Indicator>(conn, known, of.map_or(Of::All, Of::Version), |row| {
        cards.push(((row.parsed("plan")?, row.parsed("version")?), Arc::new(Indicator::read(row)?.1)));
        Ok(())
    })
    .await?;
    Ok(memo::keep(known, &question, cards))
}

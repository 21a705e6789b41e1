//! Whole versions out of the tables.
use std::collections::BTreeMap;

use base::{
    Known,
    codes::{PlanCode, VersionCode},
};
use db::{Conn, Row, RowExt};

use super::facts::{Fact, Of, rows};
use crate::domain::card::Indicator;
use crate::domain::content::Content;
use crate::domain::element::Element;
use crate::domain::plan::{Plan, Version};
use crate::domain::reference::PlanRef;
use crate::domain::target::Target;

type Key = (PlanCode, VersionCode);

/// Every plan whatever its version, by code.
pub async fn plans(conn: &mut Conn, known: Known) -> Result<BTreeMap<PlanCode, Plan>, db::Error> {
    rows::<Plan>(conn, known, Of::All).await?.iter().map(Plan::read).collect()
}

/// Every version without what is in it, by plan and version code.
pub async fn versions(conn: &mut Conn, known: Known) -> Result<BTreeMap<Key, (Plan, Version)>, db::Error> {
    let plans = plans(conn, known).await?;
    let mut found = BTreeMap::new();
    for row in rows::<Version>(conn, known, Of::All).await? {
        let plan: PlanCode = row.parsed("plan")?;
        let (code, version) = Version::read(&row)?;
        if let Some(of) = plans.get(&plan) {
            found.insert((plan, code), (of.clone(), version));
        }
    }
    Ok(found)
}

/// One version whole; `None` if it is not recorded.
pub async fn one(conn: &mut Conn, known: Known, plan: &PlanRef) -> Result<Option<Content>, db::Error> {
    let of = Of::Version(plan);
    let found = rows::<Plan>(conn, known, of).await?;
    let Some(row) = found.first() else { return Ok(None) };
    let (_, owner) = Plan::read(row)?;
    let found = rows::<Version>(conn, known, of).await?;
    let Some(row) = found.first() else { return Ok(None) };
    let (_, version) = Version::read(row)?;
    let read = |rows: Vec<Row>| rows.iter().map(Element::read).collect::<Result<_, _>>();
    Ok(Some(Content {
        plan: owner,
        version,
        elements: read(rows::<Element>(conn, known, of).await?)?,
        indicators: rows::<Indicator>(conn, known, of)
            .await?
            .iter()
            .map(Indicator::read)
            .collect::<Result<_, _>>()?,
        targets: rows::<Target>(conn, known, of).await?.iter().map(Target::read).collect::<Result<_, _>>()?,
    }))
}

/// Everything as known.
pub async fn all(conn: &mut Conn, known: Known) -> Result<Vec<Content>, db::Error> {
    let mut found: BTreeMap<Key, Content> = versions(conn, known)
        .await?
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
    each::<Element>(conn, known, &mut found, |content, code, element| {
        content.elements.insert(code, element);
    })
    .await?;
    each::<Indicator>(conn, known, &mut found, |content, code, card| {
        content.indicators.insert(code, card);
    })
    .await?;
    each::<Target>(conn, known, &mut found, |content, key, target| {
        content.targets.insert(key, target);
    })
    .await?;
    Ok(found.into_values().collect())
}

async fn each<F: Fact>(
    conn: &mut Conn,
    known: Known,
    found: &mut BTreeMap<Key, Content>,
    mut put: impl FnMut(&mut Content, F::Key, F),
) -> Result<(), db::Error> {
    for row in rows::<F>(conn, known, Of::All).await? {
        let key = (row.parsed("plan")?, row.parsed("version")?);
        if let Some(content) = found.get_mut(&key) {
            let (code, fact) = F::read(&row)?;
            put(content, code, fact);
        }
    }
    Ok(())
}

/// Indicator cards by version; of one version if named.
pub async fn cards(
    conn: &mut Conn,
    known: Known,
    of: Option<&PlanRef>,
) -> Result<Vec<(Key, Indicator)>, db::Error> {
    let rows = rows::<Indicator>(conn, known, of.map_or(Of::All, Of::Version)).await?;
    rows.iter()
        .map(|row| Ok(((row.parsed("plan")?, row.parsed("version")?), Indicator::read(row)?.1)))
        .collect()
}

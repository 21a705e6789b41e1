//! Every indicator with what it promises: the batch that statuses are computed from.
use std::collections::BTreeMap;
use std::sync::Arc;

use base::Known;
use base::codes::{PlanCode, TerritoryCode, VersionCode};
use db::{Conn, memo};

use crate::domain::card::Indicator;
use crate::domain::plan::{Plan, Version};
use crate::domain::reference::PlanRef;
use crate::store::packed::{self, Path};
use crate::store::{TABLES, content};

/// A card, whose it is, and its goals by territory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorView {
    pub plan: Arc<Plan>,
    pub version: Arc<Version>,
    pub card: Arc<Indicator>,
    pub paths: BTreeMap<TerritoryCode, Path>,
}

/// All indicators as known, by plan, version and code; of one version if named.
pub async fn indicators(
    conn: &mut Conn,
    known: Known,
    of: Option<&PlanRef>,
) -> Result<Arc<Vec<Arc<IndicatorView>>>, db::Error> {
    let question = of.map(ToString::to_string).unwrap_or_default();
    let known = memo::settled(conn, known, TABLES).await?;
    if let Some(found) = memo::recall(known, &question) {
        return Ok(found);
    }
    let versions = content::versions(conn, known).await?;
    let shared = |(key, (plan, version)): (&_, &(Plan, Version))| {
        (Clone::clone(key), (Arc::new(plan.clone()), Arc::new(version.clone())))
    };
    let versions: BTreeMap<(PlanCode, VersionCode), (Arc<Plan>, Arc<Version>)> =
        versions.iter().map(shared).collect();
    let mut found = BTreeMap::new();
    for (key, card) in content::cards(conn, known, of).await?.iter() {
        if let Some((plan, version)) = versions.get(key) {
            let view = IndicatorView {
                plan: Arc::clone(plan),
                version: Arc::clone(version),
                card: Arc::clone(card),
                paths: BTreeMap::new(),
            };
            found.insert((key.clone(), card.code.clone()), view);
        }
    }
    for (key, at, path) in packed::all(conn, known, of).await? {
        if let Some(view) = found.get_mut(&(key, at.indicator)) {
            view.paths.insert(at.territory, path);
        }
    }
    Ok(memo::keep(known, &question, found.into_values().map(Arc::new).collect()))
}

//! Who loses what they hang from, if elements of a plan go.
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use base::{
    Known,
    codes::{ElementCode, EntityCode, PlanCode},
};
use db::{Conn, memo};
use jiff::civil::Date;

use crate::domain::reference::{ElementRef, PlanRef};
use crate::store::links;

/// What elements that go leave behind in other plans.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftHanging {
    /// Plans with an element that would hang from nothing, and how many of theirs would.
    pub plans: BTreeMap<PlanCode, (Option<EntityCode>, usize)>,
    pub entities: BTreeSet<EntityCode>,
    /// Elements that would hang from nothing.
    pub elements: usize,
    /// Elements that lose one of what they hang from, and keep another.
    pub kept: usize,
}

/// What would be left of plans that still run on the day, if elements of a version went: the version that a reference
/// without one means. Found by an index, whatever the size of the state; of one state it is found once.
pub async fn left_hanging(
    conn: &mut Conn,
    (known, on): (Known, Date),
    version: &PlanRef,
    gone: &[ElementCode],
) -> Result<Arc<LeftHanging>, db::Error> {
    let bare = PlanRef { plan: version.plan.clone(), version: None };
    let named = [&bare, version]
        .into_iter()
        .flat_map(|plan| gone.iter().map(|code| ElementRef { plan: plan.clone(), code: code.clone() }));
    let above: Vec<String> = named.map(|link| link.to_string()).collect();
    let gone: BTreeSet<&str> = above.iter().map(String::as_str).collect();
    let question = format!("{on} {}", above.join(";"));
    if let Some(found) = memo::recall(known, &question) {
        return Ok(found);
    }
    let mut left = LeftHanging::default();
    for one in links::hanging(conn, (known, on), &version.plan, &above).await? {
        if one.has_parent || one.hangs_from.split(';').any(|link| !gone.contains(link)) {
            left.kept += 1;
            continue;
        }
        left.elements += 1;
        left.entities.extend(one.entity.clone());
        left.plans.entry(one.plan).or_insert((one.entity, 0)).1 += 1;
    }
    Ok(memo::keep(known, &question, left))
}

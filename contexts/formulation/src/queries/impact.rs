use std::collections::BTreeSet;

use base::{
    Known,
    codes::{ElementCode, EntityCode, PlanCode},
};
use db::Conn;
use jiff::civil::Date;
use planning::domain::{
    content::Content,
    difference::Difference,
    reference::{ElementRef, PlanRef},
};

/// What would lose its parent if a draft took the place of the version that counts today.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Orphaned {
    pub dropped: Vec<ElementCode>,
    pub plans: BTreeSet<PlanCode>,
    pub entities: BTreeSet<EntityCode>,
    pub elements: usize,
}

/// Elements of other plans that hang from what the draft drops.
pub async fn orphaned(
    conn: &mut Conn,
    (known, on): (Known, Date),
    before: &Content,
    difference: &Difference,
) -> Result<Orphaned, db::Error> {
    let all = planning::queries::portfolio(conn, known, on).await?;
    let mut found = Orphaned { dropped: difference.elements_dropped.clone(), ..Orphaned::default() };
    let plan = PlanRef { plan: before.plan.code.clone(), version: Some(before.version.code.clone()) };
    for code in &difference.elements_dropped {
        let Some(at) = all.find(&ElementRef { plan: plan.clone(), code: code.clone() }) else { continue };
        for child in all.children(at) {
            let version = all.element(*child).and_then(|node| all.version(node.version));
            let Some(version) = version.filter(|version| version.plan.code != before.plan.code) else {
                continue;
            };
            found.elements += 1;
            found.plans.insert(version.plan.code.clone());
            found.entities.extend(version.plan.entity.clone());
        }
    }
    Ok(found)
}

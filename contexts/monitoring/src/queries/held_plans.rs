//! The plans of bodies or places as they stand on a day: of each plan the version that counts.
use std::collections::BTreeMap;

use base::Known;
use db::Conn;
use jiff::civil::Date;
use planning::domain::plan::{Plan, Version, current};

/// A plan with the version that counts on the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldPlan {
    pub plan: Plan,
    pub version: Version,
    /// Versions of it that are known, with this one.
    pub versions: usize,
}

/// Plans chosen by whose they are, by code.
pub async fn held_plans(
    conn: &mut Conn,
    known: Known,
    on: Date,
    chosen: impl Fn(&Plan) -> bool,
) -> Result<Vec<HeldPlan>, db::Error> {
    let mut by_plan: BTreeMap<_, Vec<(Plan, Version)>> = BTreeMap::new();
    for (plan, version) in planning::queries::plans(conn, known, None).await? {
        if chosen(&plan) {
            by_plan.entry(plan.code.clone()).or_default().push((plan, version));
        }
    }
    let held = by_plan.into_values().filter_map(|versions| {
        let counts = current(versions.iter().map(|(_, version)| version), on)?.code.clone();
        let count = versions.len();
        let (plan, version) = versions.into_iter().find(|(_, version)| version.code == counts)?;
        Some(HeldPlan { plan, version, versions: count })
    });
    Ok(held.collect())
}

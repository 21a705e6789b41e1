//! A plan with everything that judging it needs, and nothing else.
use std::collections::BTreeSet;

use base::{Known, codes::PlanCode};
use db::Conn;

use crate::domain::content::Content;
use crate::store::content;

/// Every version of the plan and of the plans above it, up to the top, but the version itself: of a state with thousands of
/// plans these are a handful.
pub async fn above(conn: &mut Conn, known: Known, own: &Content) -> Result<Vec<Content>, db::Error> {
    let mut open: Vec<PlanCode> = own.plans_above().into_iter().chain([own.plan.code.clone()]).collect();
    let mut seen: BTreeSet<PlanCode> = BTreeSet::new();
    let mut found = Vec::new();
    while let Some(plan) = open.pop() {
        if !seen.insert(plan.clone()) {
            continue;
        }
        let is_own =
            |one: &Content| (&one.plan.code, &one.version.code) == (&own.plan.code, &own.version.code);
        for one in content::of_plan(conn, known, &plan).await?.iter().filter(|one| !is_own(one)) {
            open.extend(one.plans_above());
            found.push(one.clone());
        }
    }
    Ok(found)
}

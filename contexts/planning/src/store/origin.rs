//! What pages may ask the origin of.
use journal::Rows;

use crate::domain::reference::PlanRef;

/// What a version of a plan is made of.
const PARTS: [&str; 3] = ["planning_elements", "planning_indicators", "planning_targets"];

/// Every version of every plan, without what it is made of.
pub fn versions() -> Vec<Rows> {
    vec![Rows::of("planning_versions").told_in("source")]
}

/// Every indicator with its targets.
pub fn indicators() -> Vec<Rows> {
    ["planning_indicators", "planning_targets"].map(Rows::of).to_vec()
}

/// Every element.
pub fn elements() -> Vec<Rows> {
    vec![Rows::of("planning_elements")]
}

/// Plans of those codes, all that their versions are made of.
pub fn plans_of<'a>(codes: impl IntoIterator<Item = &'a str>) -> Vec<Rows> {
    let codes: Vec<&str> = codes.into_iter().collect();
    let of = |facts: Rows| facts.with("plan", codes.iter().copied());
    versions().into_iter().chain(PARTS.map(Rows::of)).map(of).collect()
}

/// One version of a plan, all that it is made of; where none is named, every version.
pub fn version(at: &PlanRef) -> Vec<Rows> {
    let of = |facts: Rows| match &at.version {
        Some(version) => facts.with("version", [version.as_str()]),
        None => facts,
    };
    plans_of([at.plan.as_str()]).into_iter().map(of).collect()
}

/// An indicator of a plan with its targets.
pub fn indicator(plan: &PlanRef, code: &str) -> Vec<Rows> {
    let of_version = |facts: Rows| match &plan.version {
        Some(version) => facts.with("version", [version.as_str()]),
        None => facts,
    };
    let of = |facts: Rows| of_version(facts.with("plan", [plan.plan.as_str()]).with("indicator", [code]));
    indicators().into_iter().map(of).collect()
}

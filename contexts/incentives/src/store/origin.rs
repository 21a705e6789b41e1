//! What pages may ask the origin of.
use journal::Rows;

use crate::{
    domain::GoalRef,
    reading::{CLASSES, MONEY, OBJECTIVES},
};

const FILED: [&str; 3] = ["incentives_evidence", "incentives_verifications", "incentives_objections"];

/// Every goal, with what was filed, found and transferred.
pub fn programme() -> Vec<Rows> {
    let mut rows = pack::origin(&[OBJECTIVES, CLASSES, MONEY]);
    rows.extend(["incentives_goals", "incentives_offers", "incentives_transfers"].map(Rows::of));
    rows.extend(FILED.map(Rows::of));
    rows
}

/// A goal with what was filed for it.
pub fn goal(at: &GoalRef) -> Vec<Rows> {
    let code = at.to_string();
    let mut rows = pack::origin(&[OBJECTIVES, CLASSES]);
    let tables = ["incentives_goals", "incentives_offers"].into_iter().chain(FILED);
    rows.extend(tables.map(|table| Rows::of(table).with("goal", [code.as_str()])));
    rows
}

/// What a municipality was offered, filed and got.
pub fn entity(code: &str) -> Vec<Rows> {
    let mut rows = directory::queries::origin::body(code);
    rows.extend(pack::origin(&[OBJECTIVES]));
    let tables = ["incentives_offers", "incentives_transfers"].into_iter().chain(FILED);
    rows.extend(tables.map(|table| Rows::of(table).with("entity", [code])));
    rows
}

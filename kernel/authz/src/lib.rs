//! Who may do what to whose things: a decision over policies that a lawyer can read.
//!
//! Policies are Cedar, one file per room; permissions belong to posts, never to people. Nothing here reads a
//! database, a clock or a request. See README.md.
mod asked;
mod policies;
mod scope;

pub use asked::{Grant, Principal, Resource};
pub use policies::{Decision, Defect, Part, Policies};
pub use scope::{NoScope, Scope};

/// What a post can be for, in the order of the policies' schema.
pub const ROLES: [&str; 18] = [
    "planner",
    "budget_officer",
    "indicator_owner",
    "planning_commission",
    "approver",
    "administrator",
    "sector_coordinator",
    "regional_unit",
    "governing_body",
    "budget_directorate",
    "delivery_unit",
    "comptroller",
    "congress",
    "ombudsman",
    "system_administrator",
    "planning_board",
    "council_of_ministers",
    "statistician",
];

/// What everybody is shown.
pub const READ_PUBLIC: &str = "read_public";

//! SQL to and from domain types; nowhere else.
mod cards;
pub mod content;
mod elements;
mod facts;
pub mod links;
pub mod origin;
pub mod packed;
mod plans;
mod targets;
pub mod write;

/// The versioned tables that plans are read from: what is made of plans alone is kept by their last change.
pub const TABLES: &[&str] = &[
    "planning_plans",
    "planning_versions",
    "planning_elements",
    "planning_indicators",
    "planning_targets",
    "planning_packed_targets",
];

pub use targets::recorded as recorded_targets;

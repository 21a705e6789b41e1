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

pub use targets::recorded as recorded_targets;

//! SQL to and from domain types; nowhere else.
pub mod bindings;
pub mod cards;
pub(crate) mod changes;
pub(crate) mod drafts;
pub mod observations;
pub mod origin;
pub mod packed;
pub mod series;

//! SQL to and from domain types; nowhere else.
pub mod bindings;
pub mod cards;
pub(crate) mod changes;
pub(crate) mod designs;
pub(crate) mod drafts;
pub(crate) mod no_values;
pub mod observations;
pub mod origin;
pub mod packed;
pub(crate) mod remarks;
pub(crate) mod reviews;
pub mod series;
pub(crate) mod validations;

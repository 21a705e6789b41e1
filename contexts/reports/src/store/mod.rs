//! SQL to and from domain types.
pub(crate) mod editions;
pub mod origin;

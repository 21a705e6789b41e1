//! SQL to and from domain types.
pub(crate) mod appraisals;
pub(crate) mod commitments;
pub(crate) mod evaluations;
pub mod origin;
pub(crate) mod recommendations;
pub(crate) mod requests;

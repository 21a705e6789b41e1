//! Cases of plans, as their acts say. Pure.
mod approval;
mod case;

pub use approval::{Held, approved, held};
pub use case::{CaseCode, CaseHead, Document, Draft, NoCase, Taken, procedure_role};

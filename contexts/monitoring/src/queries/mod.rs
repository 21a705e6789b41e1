//! What people ask here: one file a question.
pub mod beside;
pub mod cards;
pub mod changes;
pub mod claimed;
pub mod entity_findings;
pub mod entry;
pub mod evidence;
pub mod glossary;
pub mod health;
pub mod held_plans;
pub mod home;
pub mod impact;
pub mod indicator;
pub mod programme;
pub mod programmes;
pub mod promises;
pub mod roles;
pub mod rules;
pub mod series;
pub mod spread;
pub mod standings;
pub mod statuses;
pub mod thread;
pub mod whole;

pub use crate::store::origin;

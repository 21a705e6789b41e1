//! What people ask here: one file a question.
pub mod cards;
pub mod evidence;
pub mod rules;
pub mod series;
pub mod statuses;

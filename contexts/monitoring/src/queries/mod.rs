//! What people ask here: one file a question.
pub mod cards;
pub mod claimed;
pub mod evidence;
pub mod home;
pub mod indicator;
pub mod promises;
pub mod roles;
pub mod rules;
pub mod series;
pub mod standings;
pub mod statuses;
pub mod thread;
pub mod whole;
pub mod years;

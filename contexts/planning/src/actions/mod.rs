//! What people can do here: one file each.
pub mod change_state;
pub mod import_plan;

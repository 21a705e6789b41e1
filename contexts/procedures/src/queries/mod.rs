//! Questions of the room, one per file.
mod deadline;
mod procedures;
mod terms;

pub use deadline::{Deadline, DeadlineRefused, DeadlineRequest, deadline, subject};
pub use procedures::{procedure_files, procedures};
pub use terms::{TermRule, terms};

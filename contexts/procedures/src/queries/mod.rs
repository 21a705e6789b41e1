//! Questions of the room, one per file.
mod deadline;
mod terms;

pub use deadline::{Deadline, DeadlineRefused, DeadlineRequest, deadline};
pub use terms::{TermRule, terms};

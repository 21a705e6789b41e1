//! Questions of the room, one per file.
mod deadline;
mod following;
mod procedures;
mod terms;

pub use deadline::{Deadline, DeadlineRefused, DeadlineRequest, deadline, subject};
pub use following::{Follows, FollowsError, checked, following, follows};
pub use procedures::{procedure_files, procedures};
pub use terms::{TermRule, terms};

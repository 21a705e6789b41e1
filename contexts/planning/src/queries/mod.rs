//! Questions, one file each. Every answer is as known at a journal entry.
mod above;
pub mod findings;
pub mod indicators;
mod left_hanging;
pub mod plans;
pub mod portfolio;
pub mod target_log;
pub mod thread;

pub use crate::store::{TABLES, origin};
pub use above::above;
pub use findings::findings;
pub use indicators::{IndicatorView, indicators};
pub use left_hanging::{LeftHanging, left_hanging};
pub use plans::{difference, plan, plans};
pub use portfolio::{contents, portfolio};
pub use target_log::{target_changes, target_log};
pub use thread::{ThreadView, thread};

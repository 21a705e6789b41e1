//! Questions about what is owed and what was published.
mod calendar;
mod editions;

pub use crate::store::origin;
pub use calendar::{CalendarAsked, calendar, instances_of, overdue};
pub use editions::{Checked, checked, duties, duty, duty_of, edition, editions, frozen, made_of};

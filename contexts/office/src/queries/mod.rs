//! What a post answers for.
mod duties;

pub use duties::{Dates, Duties, DutiesError, duties};

//! What a post answers for.
mod duties;
mod notices;

pub use duties::{Dates, Duties, DutiesError, duties};
pub use notices::{NoticesError, chosen, feed_of, owed_notices, told};

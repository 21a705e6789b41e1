//! What a post answers for.
mod duties;
mod following;
mod notices;
mod undertakings;

pub use duties::{Dates, Duties, DutiesError, duties};
pub(crate) use following::{AlertsSeen, alerts_seen};
pub use following::{exists, followed};
pub use notices::{NoticesError, chosen, feed_of, owed_notices, told};
pub use undertakings::{Kind, Undertaking, undertakings};

//! Who is let in where. Every route says what its visitor must be permitted to do ([`Guard`]); one layer asks before the
//! handler runs, so that no second way leads to the same bytes.
mod bearer;
mod keeper;
mod office;
mod pass;
mod place;
mod routes;
mod sent;
mod visitor;

pub(crate) use bearer::bearer;
pub use keeper::{Doorkeeper, Keys, Things};
pub use office::{Office, Posted, ctx};
pub(crate) use pass::pass;
pub use place::{Pace, network};
pub use routes::{Guard, Of, PUBLIC, Route, Routes, Verb};
pub use sent::Sent;
pub use visitor::{Holding, Somebody, Visitor};

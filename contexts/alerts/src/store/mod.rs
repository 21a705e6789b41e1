//! SQL to and from what the room knows.
pub mod answers;
pub mod raised;
pub mod told;

//! SQL to and from domain types.
pub(crate) mod feeds;
pub(crate) mod following;
pub(crate) mod letters;
pub(crate) mod notices;

//! Attribution against tables, properties and a second implementation.
#![allow(clippy::unwrap_used)]
mod cases;
mod judge;
mod properties;
mod recorded;
mod world;

//! Tables and checks of the domain.
#![allow(clippy::unwrap_used)]
mod climbs;
mod judge;
mod results;
mod standings;

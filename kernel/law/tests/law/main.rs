//! What a sceptic asks of the law crate.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod calendars;
mod clocks;
mod peru;
mod properties;
mod rulebooks;
mod running;
mod second_opinion;
mod support;
mod suspensions;

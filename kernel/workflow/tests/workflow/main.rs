//! What a sceptic asks of the procedure engine.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod changing_law;
mod declarations;
mod declared_rules;
mod diagrams;
mod engine;
mod generated;
mod judge;
mod notices;
mod peru;
mod properties;
mod support;
mod versions;
mod written;

//! Plans and their versions, the tree of objectives, indicator cards, targets, and what is wrong with them.
pub mod actions;
pub mod domain;
pub mod queries;
pub mod reading;
mod store;

pub use store::packed::{Path, PathKey};

/// The tables of this room.
pub const MIGRATIONS: db::Migrations = db::Migrations {
    context: "planning",
    steps: &[db::Step { number: 1, name: "plans", sql: include_str!("../migrations/0001_plans.sql") }],
};

#[cfg(test)]
mod tests;

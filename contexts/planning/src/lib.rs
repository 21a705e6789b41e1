//! Plans and their versions, the tree of objectives, indicator cards, targets, and what is wrong with them.
pub mod actions;
pub mod api;
pub mod domain;
pub mod pages;
pub mod queries;
pub mod reading;
mod store;

pub use store::packed::{Path, PathKey};

/// The tables of this room.
pub const MIGRATIONS: db::Migrations = db::Migrations {
    context: "planning",
    steps: &[
        db::Step { number: 1, name: "plans", sql: include_str!("../migrations/0001_plans.sql") },
        db::Step { number: 2, name: "parents", sql: include_str!("../migrations/0002_parents.sql") },
        db::Step { number: 3, name: "links", sql: include_str!("../migrations/0003_links.sql") },
    ],
};

/// What this room publishes, column by column.
pub const PUBLICATION: dataset::Publication =
    dataset::Publication { context: "planning", toml: include_str!("../publish.toml") };

/// The words of this room.
pub const MESSAGES: web::Messages = web::Messages {
    context: "planning",
    es: include_str!("../text/es.ftl"),
    en: include_str!("../text/en.ftl"),
};

#[cfg(test)]
mod tests;

//! What was measured, and how it stands against what was promised.
pub mod actions;
pub mod api;
pub mod domain;
pub mod pages;
pub mod queries;
mod store;

/// The tables of this room.
pub const MIGRATIONS: db::Migrations = db::Migrations {
    context: "monitoring",
    steps: &[db::Step { number: 1, name: "results", sql: include_str!("../migrations/0001_results.sql") }],
};

/// What this room publishes, column by column.
pub const PUBLICATION: dataset::Publication =
    dataset::Publication { context: "monitoring", toml: include_str!("../publish.toml") };

/// The words of this room.
pub const MESSAGES: web::Messages = web::Messages {
    context: "monitoring",
    es: include_str!("../text/es.ftl"),
    en: include_str!("../text/en.ftl"),
};

#[cfg(test)]
pub(crate) mod tests;

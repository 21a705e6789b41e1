//! Studies of the future before a plan is written. See README.md.
pub mod actions;
pub mod domain;
pub mod queries;
pub mod reading;
mod store;

/// The tables of this room.
pub const MIGRATIONS: db::Migrations = db::Migrations {
    context: "foresight",
    steps: &[db::Step { number: 1, name: "studies", sql: include_str!("../migrations/0001_foresight.sql") }],
};

/// What this room publishes, column by column.
pub const PUBLICATION: dataset::Publication =
    dataset::Publication { context: "foresight", toml: include_str!("../publish.toml") };

#[cfg(test)]
mod tests;

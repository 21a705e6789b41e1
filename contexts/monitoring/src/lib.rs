//! What was measured, and how it stands against what was promised.
pub mod actions;
pub mod api;
pub mod domain;
pub mod pages;
pub mod queries;
mod store;
mod things;

pub use things::{ValueReviews, ValuesDrafts};

/// The tables of this room.
pub const MIGRATIONS: db::Migrations = db::Migrations {
    context: "monitoring",
    steps: &[
        db::Step { number: 1, name: "results", sql: include_str!("../migrations/0001_results.sql") },
        db::Step { number: 2, name: "entry", sql: include_str!("../migrations/0002_entry.sql") },
        db::Step { number: 3, name: "discipline", sql: include_str!("../migrations/0003_discipline.sql") },
        db::Step { number: 4, name: "designs", sql: include_str!("../migrations/0004_designs.sql") },
    ],
};

/// Who may put values in.
pub const POLICIES: authz::Part = authz::Part {
    context: "monitoring",
    policies: include_str!("../policies/monitoring.cedar"),
    schema: include_str!("../policies/monitoring.cedarschema"),
};

/// Digests of every file that a draft of values names, for `verify`.
pub async fn stored_files(conn: &mut db::Conn) -> Result<Vec<base::Digest>, db::Error> {
    store::drafts::files(conn).await
}

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

//! What goes wrong, since when, and who is to answer. See README.md.
pub mod actions;
pub mod domain;
pub mod pages;
pub mod queries;
pub mod reading;
mod store;
mod things;

#[cfg(test)]
mod tests;

pub use things::AlertThings;

/// The tables of this room.
pub const MIGRATIONS: db::Migrations = db::Migrations {
    context: "alerts",
    steps: &[db::Step { number: 1, name: "alerts", sql: include_str!("../migrations/0001_alerts.sql") }],
};

/// What this room publishes, column by column.
pub const PUBLICATION: dataset::Publication =
    dataset::Publication { context: "alerts", toml: include_str!("../publish.toml") };

/// Who may answer.
pub const POLICIES: authz::Part = authz::Part {
    context: "alerts",
    policies: include_str!("../policies/alerts.cedar"),
    schema: include_str!("../policies/alerts.cedarschema"),
};

/// The words of this room.
pub const MESSAGES: web::Messages = web::Messages {
    context: "alerts",
    es: include_str!("../text/es.ftl"),
    en: include_str!("../text/en.ftl"),
};

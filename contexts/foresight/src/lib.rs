//! Studies of the future before a plan is written. See README.md.
pub mod actions;
pub mod domain;
pub mod pages;
pub mod queries;
pub mod reading;
mod store;
mod things;

pub use things::Studies;

/// The tables of this room.
pub const MIGRATIONS: db::Migrations = db::Migrations {
    context: "foresight",
    steps: &[db::Step { number: 1, name: "studies", sql: include_str!("../migrations/0001_foresight.sql") }],
};

/// What this room publishes, column by column.
pub const PUBLICATION: dataset::Publication =
    dataset::Publication { context: "foresight", toml: include_str!("../publish.toml") };

/// Who may do what with studies, and who proposes.
pub const POLICIES: authz::Part = authz::Part {
    context: "foresight",
    policies: include_str!("../policies/foresight.cedar"),
    schema: include_str!("../policies/foresight.cedarschema"),
};

/// The words of this room.
pub const MESSAGES: web::Messages = web::Messages {
    context: "foresight",
    es: include_str!("../text/es.ftl"),
    en: include_str!("../text/en.ftl"),
};

#[cfg(test)]
mod tests;

//! Sessions in which the state looks at its own results, and what they decide. See README.md.
pub mod actions;
pub mod domain;
pub mod pages;
pub mod queries;
pub mod reading;
mod store;
mod things;

#[cfg(test)]
mod tests;

pub use things::{Decisions, Reviews};

/// The tables of this room.
pub const MIGRATIONS: db::Migrations = db::Migrations {
    context: "reviews",
    steps: &[db::Step { number: 1, name: "reviews", sql: include_str!("../migrations/0001_reviews.sql") }],
};

/// What this room publishes, column by column.
pub const PUBLICATION: dataset::Publication =
    dataset::Publication { context: "reviews", toml: include_str!("../publish.toml") };

/// Who may convene, decide, sign and follow up.
pub const POLICIES: authz::Part = authz::Part {
    context: "reviews",
    policies: include_str!("../policies/reviews.cedar"),
    schema: include_str!("../policies/reviews.cedarschema"),
};

/// The words of this room.
pub const MESSAGES: web::Messages = web::Messages {
    context: "reviews",
    es: include_str!("../text/es.ftl"),
    en: include_str!("../text/en.ftl"),
};

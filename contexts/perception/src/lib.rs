//! Perception surveys: waves of questions about objectives, shown beside what was measured. See README.md.
pub mod actions;
pub mod domain;
pub mod pages;
pub mod queries;
pub mod reading;
mod store;
mod things;

#[cfg(test)]
mod tests;

pub use things::Waves;

/// The tables of this room.
pub const MIGRATIONS: db::Migrations = db::Migrations {
    context: "perception",
    steps: &[db::Step {
        number: 1,
        name: "perception",
        sql: include_str!("../migrations/0001_perception.sql"),
    }],
};

/// What this room publishes, column by column.
pub const PUBLICATION: dataset::Publication =
    dataset::Publication { context: "perception", toml: include_str!("../publish.toml") };

/// Who may ask, enter, close and publish.
pub const POLICIES: authz::Part = authz::Part {
    context: "perception",
    policies: include_str!("../policies/perception.cedar"),
    schema: include_str!("../policies/perception.cedarschema"),
};

/// The words of this room.
pub const MESSAGES: web::Messages = web::Messages {
    context: "perception",
    es: include_str!("../text/es.ftl"),
    en: include_str!("../text/en.ftl"),
};

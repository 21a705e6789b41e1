//! What waits for each official: when they come in, by letter, in their calendar. See README.md.
pub mod actions;
pub mod domain;
pub mod pages;
pub mod queries;
mod store;

/// The tables of this room.
pub const MIGRATIONS: db::Migrations = db::Migrations {
    context: "office",
    steps: &[
        db::Step { number: 1, name: "notices", sql: include_str!("../migrations/0001_office.sql") },
        db::Step { number: 2, name: "following", sql: include_str!("../migrations/0002_following.sql") },
    ],
};

/// What this room publishes, column by column: nothing.
pub const PUBLICATION: dataset::Publication =
    dataset::Publication { context: "office", toml: include_str!("../publish.toml") };

/// Who may see what of it.
pub const POLICIES: authz::Part = authz::Part {
    context: "office",
    policies: include_str!("../policies/office.cedar"),
    schema: include_str!("../policies/office.cedarschema"),
};

/// The words of this room.
pub const MESSAGES: web::Messages = web::Messages {
    context: "office",
    es: include_str!("../text/es.ftl"),
    en: include_str!("../text/en.ftl"),
};

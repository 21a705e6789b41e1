//! Who is who and where: territories, entities and their executing units, dated. See README.md.
pub mod actions;
pub mod domain;
pub mod pages;
pub mod queries;
mod store;

/// The tables of this room.
pub const MIGRATIONS: db::Migrations = db::Migrations {
    context: "directory",
    steps: &[
        db::Step { number: 1, name: "directory", sql: include_str!("../migrations/0001_directory.sql") },
        db::Step { number: 2, name: "posts", sql: include_str!("../migrations/0002_posts.sql") },
    ],
};

/// What this room publishes, column by column.
pub const PUBLICATION: dataset::Publication =
    dataset::Publication { context: "directory", toml: include_str!("../publish.toml") };

/// The words of this room.
pub const MESSAGES: web::Messages = web::Messages {
    context: "directory",
    es: include_str!("../text/es.ftl"),
    en: include_str!("../text/en.ftl"),
};

#[cfg(test)]
mod tests;

//! Who is who and where: territories, entities and their executing units, dated. See README.md.
pub mod actions;
pub mod domain;
pub mod queries;
mod store;
#[cfg(test)]
mod tests;

/// The tables of this room.
pub const MIGRATIONS: db::Migrations = db::Migrations {
    context: "directory",
    steps: &[db::Step {
        number: 1,
        name: "directory",
        sql: include_str!("../migrations/0001_directory.sql"),
    }],
};

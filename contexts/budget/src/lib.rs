//! Money: what the state's budget files say, delivery by delivery, to the céntimo.
pub mod actions;
pub mod api;
pub mod catalogue;
pub mod columnar;
pub mod domain;
pub mod pages;
pub mod queries;
mod store;

pub use catalogue::{Catalogue, CatalogueError, cohorts_of};
pub use store::{FindingRow, NameRow, RefusedRow, RepairRow, Stored, TotalRow, stored_files};

pub const MIGRATIONS: db::Migrations = db::Migrations {
    context: "budget",
    steps: &[
        db::Step { number: 1, name: "deliveries", sql: include_str!("../migrations/0001_deliveries.sql") },
        db::Step { number: 2, name: "rollups", sql: include_str!("../migrations/0002_rollups.sql") },
        db::Step {
            number: 100,
            name: "attributions",
            sql: include_str!("../migrations/0100_attributions.sql"),
        },
    ],
};

/// What this room publishes, column by column.
pub const PUBLICATION: dataset::Publication =
    dataset::Publication { context: "budget", toml: include_str!("../publish.toml") };

/// The words of this room.
pub const MESSAGES: web::Messages = web::Messages {
    context: "budget",
    es: include_str!("../text/es.ftl"),
    en: include_str!("../text/en.ftl"),
};

#[cfg(test)]
mod tests;

//! The local incentive plan: goals of a year, evidence, verification, transfers. See README.md.
pub mod actions;
pub mod domain;
pub mod pages;
pub mod queries;
pub mod reading;
mod store;
mod things;

#[cfg(test)]
mod tests;

pub use things::Offers;

/// The tables of this room.
pub const MIGRATIONS: db::Migrations = db::Migrations {
    context: "incentives",
    steps: &[db::Step {
        number: 1,
        name: "incentives",
        sql: include_str!("../migrations/0001_incentives.sql"),
    }],
};

/// What this room publishes, column by column.
pub const PUBLICATION: dataset::Publication =
    dataset::Publication { context: "incentives", toml: include_str!("../publish.toml") };

/// Who may publish goals, file, verify and approve transfers.
pub const POLICIES: authz::Part = authz::Part {
    context: "incentives",
    policies: include_str!("../policies/incentives.cedar"),
    schema: include_str!("../policies/incentives.cedarschema"),
};

/// The words of this room.
pub const MESSAGES: web::Messages = web::Messages {
    context: "incentives",
    es: include_str!("../text/es.ftl"),
    en: include_str!("../text/en.ftl"),
};

/// Digests of every file that this room names, for `verify`.
///
/// # Errors
/// A database that cannot be read.
pub async fn stored_files(conn: &mut db::Conn) -> Result<Vec<base::Digest>, db::Error> {
    store::dossiers::files(conn).await
}

//! Reports that are owed, made of queries and frozen; and what Congress oversees. See README.md.
pub mod actions;
pub mod api;
pub mod domain;
pub mod pages;
pub mod queries;
pub mod reading;
mod store;
pub mod templates;
mod things;

use jiff::{Timestamp, civil::Date, tz::Offset};

pub use things::{Duties, Editions};

/// Where days begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    pub offset: Offset,
}

impl Country {
    pub fn date(self, at: Timestamp) -> Date {
        self.offset.to_datetime(at).date()
    }

    /// The last instant of a day; none at the end of time.
    pub fn end(self, day: Date) -> Option<Timestamp> {
        let next = self.offset.to_timestamp(day.tomorrow().ok()?.at(0, 0, 0, 0)).ok()?;
        next.checked_sub(jiff::Span::new().microseconds(1)).ok()
    }
}

/// What keeps a question from being answered: a defect of the system or of the country pack.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error(transparent)]
    Table(#[from] sheets::TableError),
    #[error("{0}")]
    Law(String),
    #[error(transparent)]
    Rules(#[from] monitoring::queries::rules::RulesError),
    #[error(transparent)]
    Ledger(#[from] budget::queries::LedgerError),
    #[error(transparent)]
    Columnar(#[from] budget::columnar::ColumnarError),
    #[error(transparent)]
    Evaluations(#[from] evaluations::Unread),
    #[error(transparent)]
    Journal(#[from] journal::Error),
    #[error(transparent)]
    Db(#[from] db::Error),
}

/// The tables of this room.
pub const MIGRATIONS: db::Migrations = db::Migrations {
    context: "reports",
    steps: &[db::Step { number: 1, name: "reports", sql: include_str!("../migrations/0001_reports.sql") }],
};

/// What this room publishes, column by column.
pub const PUBLICATION: dataset::Publication =
    dataset::Publication { context: "reports", toml: include_str!("../publish.toml") };

/// Who prepares, signs and publishes.
pub const POLICIES: authz::Part = authz::Part {
    context: "reports",
    policies: include_str!("../policies/reports.cedar"),
    schema: include_str!("../policies/reports.cedarschema"),
};

/// The words of this room.
pub const MESSAGES: web::Messages = web::Messages {
    context: "reports",
    es: include_str!("../text/es.ftl"),
    en: include_str!("../text/en.ftl"),
};

#[cfg(test)]
mod tests;

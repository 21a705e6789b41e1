//! Who is let in: accounts, how somebody shows that one is theirs, sessions. See README.md.
pub mod actions;
pub mod domain;
mod door;
mod hashing;
mod identity;
pub mod pages;
mod passkeys;
mod programs;
pub mod queries;
mod service;
mod store;

pub use door::{doorkeeper, holder_of};
pub use identity::{Begun, Identified, IdentityProvider, ProviderError, Rules, SIGN_IN_CHANCE};
pub use service::{Accounts, Site, needs_two_factors};

/// The tables of this room.
pub const MIGRATIONS: db::Migrations = db::Migrations {
    context: "accounts",
    steps: &[
        db::Step { number: 1, name: "accounts", sql: include_str!("../migrations/0001_accounts.sql") },
        db::Step { number: 2, name: "identities", sql: include_str!("../migrations/0002_identities.sql") },
        db::Step { number: 3, name: "tokens", sql: include_str!("../migrations/0003_tokens.sql") },
    ],
};

/// What this room publishes, column by column.
pub const PUBLICATION: dataset::Publication =
    dataset::Publication { context: "accounts", toml: include_str!("../publish.toml") };

/// Who may do what with accounts and posts.
pub const POLICIES: authz::Part = authz::Part {
    context: "accounts",
    policies: include_str!("../policies/accounts.cedar"),
    schema: include_str!("../policies/accounts.cedarschema"),
};

/// The words of this room.
pub const MESSAGES: web::Messages = web::Messages {
    context: "accounts",
    es: include_str!("../text/es.ftl"),
    en: include_str!("../text/en.ftl"),
};

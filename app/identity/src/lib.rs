//! Who somebody is, told by a national identity provider: the relying party of `OpenID Connect` Core 1.0 (authorization
//! code flow), with PKCE (RFC 7636), discovery and RP-initiated logout, behind a few functions and plain data.
//!
//! Every call that asks the provider blocks, ten seconds at most for each answer: from async code use `spawn_blocking`.
//! Time and chance are arguments. What goes wrong is an [`IdentityError`] whose message says what to do and holds no
//! token, code or secret.
//! Absent on purpose: accounts, sessions and cookies, which are the caller's; refresh tokens, since nothing is asked of the
//! provider after somebody was identified.
mod claims;
mod error;
mod finish;
mod http;
mod known;
mod pending;
mod provider;
mod settings;
mod userinfo;
mod verify;

pub use claims::Identified;
pub use error::IdentityError;
pub use openidconnect::url::Url;
pub use pending::{CHANCE_BYTES, Pending, WAIT_MAX};
pub use provider::{Begun, Provider};
pub use settings::{ClaimNames, Secret, Settings};

//! Sign-ins at a real provider, oidc-provider on Node.js, by whoever fills in its forms. `tests/run` installs it and runs
//! these; elsewhere they are passed over.
#![allow(clippy::unwrap_used, clippy::panic)]
mod bad;
mod browser;
mod node;
mod sign_in;

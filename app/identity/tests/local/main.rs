//! Sign-ins at a provider that answers whatever a test wants: what a real one would not do.
#![allow(clippy::unwrap_used)]
mod desk;
mod keys;
mod provider;
mod sign_in;
mod token;
mod userinfo;

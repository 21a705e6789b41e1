//! Studies of the future before a plan is written. See README.md.
pub mod domain;

#[cfg(test)]
mod tests;

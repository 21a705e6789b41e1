//! What was measured, and how it stands against what was promised.
pub mod domain;

#[cfg(test)]
mod tests;

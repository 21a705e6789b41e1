//! Files into domain types: forms of plans that people fill in, and tables of the country pack.
pub mod begun;
pub mod columns;
pub mod export;
mod fields;
pub mod files;
pub mod frame;
pub mod frameworks;
pub mod policies;

pub use files::{Delivered, Tables, read};

//! Budget rows as Parquet, and questions about them through DataFusion, in the process.
//!
//! Contexts describe what they want as plain data ([`budget::domain::Cut`]) and ask through
//! [`budget::columnar::Columnar`]; nothing of the engine leaves this crate.
mod compare;
mod cuts;
mod engine;
mod published;
mod rollup;
mod schema;
mod writer;

pub use engine::Engine;
pub use published::Published;

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod accumulations;
mod aggregation;
mod board;
pub mod case;
mod entry;
mod explained;
mod files;
mod judge;
mod peru;
mod promises;
mod properties;
mod reading;
pub mod records;
pub mod standings;
mod table_three;
mod texts;
mod unjudged;

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod accumulations;
mod aggregation;
mod case;
mod explained;
mod files;
mod judge;
mod peru;
mod promises;
mod properties;
mod reading;
mod records;
mod standings;
mod table_three;
mod texts;
mod unjudged;

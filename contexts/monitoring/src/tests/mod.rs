#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod accumulations;
mod aggregation;
mod case;
mod explained;
mod judge;
mod properties;
mod table_three;
mod unjudged;

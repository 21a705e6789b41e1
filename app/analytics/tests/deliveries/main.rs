//! Budget files of the country pack, from bytes to answers: one test binary, because each links the engine.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
#![allow(clippy::format_collect, clippy::items_after_statements, clippy::unnecessary_wraps)]
#![allow(clippy::cast_possible_wrap, clippy::needless_pass_by_value)]
mod damaged;
mod desk;
mod duckdb;
mod entity_report;
mod expressed;
mod figures;
mod overlap;
mod pages;
mod renamed;
mod repaired;
mod same_money;

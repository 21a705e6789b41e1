//! The whole program: its command line as a contract, its pages, its death at any moment. One test binary,
//! because each links the engine.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
#![allow(clippy::format_collect, clippy::format_push_string, clippy::items_after_statements)]
#![allow(clippy::cast_precision_loss)]
mod access;
mod chance;
mod cli;
mod desk;
mod half_year;
#[cfg(unix)]
mod kill;
mod pages;
mod programs;
mod sample;
mod server;
mod state;

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]
mod cards;
mod figures;
mod questions;
mod tables;

//! Tables and checks of the room.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
mod alignments;
mod checks;
mod imports;
mod links;
mod pack;
mod programming;
mod rules;
pub mod sample;
mod texts;
mod times;
mod trees;
mod versions;

//! What can be found, how words and codes are compared, what is asked and answered. Pure.
mod document;
mod found;
mod kind;
mod question;
mod words;

pub use document::{Document, Place};
pub use found::{Found, Hit, How, Piece, RESULTS_MAX, Request};
pub use kind::{HEAD_WEIGHT, Kind, UnknownKind};
pub use question::{Question, TEXT_MAX, WORDS_MAX, code};
pub use words::{Word, is_small, words};

#[cfg(test)]
mod tests;

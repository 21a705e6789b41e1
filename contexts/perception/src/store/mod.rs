//! SQL to and from domain types.
mod cards;
pub mod origin;
pub(crate) mod questions;
pub(crate) mod results;
pub(crate) mod sheets;
pub(crate) mod waves;

/// Words of a list in one column.
fn joined(words: impl IntoIterator<Item = String>) -> String {
    words.into_iter().collect::<Vec<_>>().join(";")
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').filter(|word| !word.is_empty())
}

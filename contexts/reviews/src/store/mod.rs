//! SQL to and from domain types.
pub(crate) mod decisions;
pub(crate) mod items;
pub(crate) mod minutes;
pub mod origin;
pub(crate) mod reviews;

/// Words of a list in one column.
fn joined<'a>(words: impl IntoIterator<Item = &'a str>) -> String {
    words.into_iter().collect::<Vec<_>>().join(";")
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(';').filter(|word| !word.is_empty())
}

//! Documents of `search` and questions over them, through tantivy; nothing of the engine leaves this crate.
mod counts;
mod dictionary;
mod ladder;
mod opened;
mod ranked;
mod schema;
mod stems;
mod writer;

pub use opened::Opened;
pub use writer::Writer;

/// Changes whenever what is kept changes: an index of another number is made anew.
pub const FORMAT: u32 = 1;

/// Why an index could not be made or asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error(transparent)]
    Engine(#[from] tantivy::TantivyError),
    #[error("a file of the index could not be read: {0}")]
    File(#[from] std::io::Error),
    #[error("a document of the index could not be read: {0}")]
    Document(#[from] serde_json::Error),
}

#[cfg(test)]
mod tests;

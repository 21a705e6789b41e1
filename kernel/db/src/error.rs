use crate::Unfit;

/// Why the store did not answer.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("database: {0}")]
    Sql(#[from] sqlx::Error),
    #[error("{place}: the database cannot be read: {source}; it was damaged or changed by hand")]
    Unusable { place: String, source: sqlx::Error },
    #[error("{place}: {source}; is the server running, and does it let this user into this database?")]
    Unreachable { place: String, source: sqlx::Error },
    #[error("{place}: this database cannot be used: {unfit}")]
    Unfit { place: String, unfit: Unfit },
    /// A text with the character of number zero, which PostgreSQL keeps in no column.
    #[error("column {column}: the text holds a character U+0000, which cannot be kept")]
    Nul { column: &'static str },
    #[error("migration of {context}: {source}")]
    Migration { context: &'static str, source: Box<sqlx::migrate::MigrateError> },
    #[error("{path}: {source}")]
    File { path: std::path::PathBuf, source: std::io::Error },
    /// A stored text that is not what its column holds: the data folder was changed by hand.
    #[error("column {column} holds {value:?}, which is not a {expected}")]
    Corrupt { column: String, value: String, expected: &'static str },
}

impl Error {
    /// A stored text that is not what its column holds.
    pub fn corrupt(column: &str, value: String, expected: &'static str) -> Self {
        Self::Corrupt { column: column.to_owned(), value, expected }
    }

    pub(crate) fn file(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }
}

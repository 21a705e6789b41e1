/// Why the store did not answer.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("database: {0}")]
    Sql(#[from] sqlx::Error),
    #[error("{path}: the database cannot be read: {source}; it was damaged or changed by hand")]
    Unusable { path: std::path::PathBuf, source: sqlx::Error },
    #[error("migration of {context}: {source}")]
    Migration { context: &'static str, source: Box<sqlx::migrate::MigrateError> },
    #[error("{path}: {source}")]
    File { path: std::path::PathBuf, source: std::io::Error },
    /// A stored text that is not what its column holds: the data folder was changed by hand.
    #[error("column {column} holds {value:?}, which is not a {expected}")]
    Corrupt { column: String, value: String, expected: &'static str },
}

impl Error {
    pub(crate) fn file(path: &std::path::Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }
}

/// Why a file or a sheet cannot be read at all; a single bad row is a [`base::RowError`].
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("{file}: {source}")]
    Io { file: String, source: std::io::Error },
    #[error("{file}: not a readable workbook: {reason}")]
    Workbook { file: String, reason: String },
    #[error("{file} is empty: the first line must name the columns")]
    NoHeader { file: String },
    #[error("{file}: columns missing: {missing}; found: {found}")]
    MissingColumns { file: String, missing: String, found: String },
    #[error("{file}: two columns are called {column:?}; keep one")]
    DuplicateColumn { file: String, column: String },
    #[error("{file}: unknown column {column:?}; accepted: {accepted}")]
    UnknownColumn { file: String, column: String, accepted: String },
    #[error("cannot write {file}: {reason}")]
    Write { file: String, reason: String },
}

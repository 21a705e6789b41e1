use crate::Refusal;

/// Why the ledger did not answer.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    #[error("the letter cannot be posted: {0}")]
    Refused(#[from] Refusal),
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

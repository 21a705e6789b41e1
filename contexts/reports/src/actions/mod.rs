//! What a post can do with a report, one file each.
mod prepare;
mod take;

use crate::{Unread, domain::Refused};

pub use prepare::{NewEdition, prepare};
pub use take::{NewStep, take};

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error(transparent)]
    Report(#[from] Refused),
    #[error(transparent)]
    Unread(#[from] Unread),
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

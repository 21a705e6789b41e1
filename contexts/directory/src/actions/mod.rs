//! What changes the register.
mod appoint;
mod establish_posts;
mod load_entities;
mod load_territories;
mod reading;
mod relieve;
mod standing;

use base::RowErrors;
use db::Revision;

pub use appoint::{Appointment, appoint};
pub use establish_posts::establish_posts;
pub use load_entities::{EntityFiles, load_entities};
pub use load_territories::load_territories;
pub use reading::{ENTITY, UNIT, read_entities, read_territories, read_units};
pub use relieve::relieve;
pub use standing::{RoleWords, StandingError, role_words, standing};

/// What a load did, per table; rows left out by a partial load are named.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    pub tables: Vec<(&'static str, Revision)>,
    pub refused: RowErrors,
}

impl Loaded {
    pub fn is_empty(&self) -> bool {
        self.tables.iter().all(|(_, revision)| revision.is_empty())
    }
}

#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("nothing was loaded; these rows are refused:\n{0}")]
    Rows(RowErrors),
    #[error(transparent)]
    Sheet(#[from] sheets::Error),
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

//! One file per question.
mod alerts;
mod ceiling;
mod commitments;
mod duties;
mod findings;
mod initiative;
mod listed;
mod results;

use base::Known;
use db::{Conn, Files, memo};
use jiff::{civil::Date, tz::Offset};
use pack::Pack;

pub use alerts::{AlertView, Alerts, Gathered, Scope, alert, alerts, gathered};
pub use listed::{answers, was_raised};

use crate::reading::{AlertLaw, LawError};

/// The state and the day as of which things are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    pub known: Known,
    /// The day on which plans stand and results are judged.
    pub on: Date,
    /// By the law as published until then.
    pub known_on: Date,
    /// Where days begin.
    pub offset: Offset,
}

/// Why alerts could not be judged.
#[derive(Debug, thiserror::Error)]
pub enum AlertsError {
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
    #[error(transparent)]
    Law(#[from] LawError),
    #[error(transparent)]
    Rules(#[from] monitoring::queries::rules::RulesError),
    #[error(transparent)]
    Frame(#[from] planning::reading::frame::FrameError),
    #[error(transparent)]
    Ledger(#[from] budget::queries::LedgerError),
    #[error(transparent)]
    Matrices(#[from] evaluations::Unread),
    #[error(transparent)]
    Reports(#[from] reports::Unread),
}

impl From<pack::Error> for AlertsError {
    fn from(error: pack::Error) -> Self {
        Self::Law(error.into())
    }
}

/// What raises alerts on a day.
///
/// # Errors
/// No country pack as known then, or one that lacks a row.
pub async fn alert_law(conn: &mut Conn, files: &Files, asked: Asked) -> Result<AlertLaw, AlertsError> {
    let question = format!("{} {}", asked.on, asked.known_on);
    if let Some(found) = memo::recall::<AlertLaw>(asked.known, &question) {
        return Ok(AlertLaw::clone(&found));
    }
    let pack = Pack::known(conn, files, asked.known).await?;
    let rules = Pack::law_known(conn, files, asked.known).await?;
    let book = rules.rulebook.at(asked.on).known(asked.known_on);
    let found = AlertLaw::of(&pack, &book, asked.on)?;
    Ok(AlertLaw::clone(&memo::keep(asked.known, &question, found)))
}

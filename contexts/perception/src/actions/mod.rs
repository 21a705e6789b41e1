//! What a person can do with a wave, one file each.
mod add_sheets;
mod answer;
mod close_wave;
mod draft_wave;
mod open_wave;
mod publish_wave;
mod write_question;

use std::collections::BTreeSet;

use base::{Known, codes::TerritoryCode};
use db::Conn;
use directory::domain::TerritoryKind;
use jiff::civil::Date;

pub use add_sheets::{add_file, add_sheet};
pub use answer::{NewAnswer, answer};
pub use close_wave::close_wave;
pub use draft_wave::draft_wave;
pub use open_wave::open_wave;
pub use publish_wave::publish_wave;
pub use write_question::{NewQuestion, write_question};

use crate::{
    domain::{CardFault, QuestionFault, ReachFault, SheetFault, Standing, WaveCode},
    queries::{self, Unread, WaveView},
    reading,
};

/// Why something was not done: the whole list.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("there is no such wave")]
    NoWave,
    #[error("the wave is not in the state in which that is done")]
    NotNow,
    #[error(transparent)]
    Question(#[from] QuestionFault),
    #[error(transparent)]
    Card(#[from] CardFault),
    #[error("there is no objective {0} in a plan in force; write PLAN/CODE")]
    NoElement(String),
    #[error("there is no question {0}; write it first")]
    NoQuestion(String),
    #[error("the last day has passed: change the draft")]
    Late,
    #[error("the wave takes no answers on the web today")]
    NotOnWeb,
    #[error("the wave takes no sheets over that channel")]
    NoChannel,
    #[error("no department has the code {0}")]
    NoTerritory(String),
    #[error("{text:?} is no answer to {question}")]
    NoAnswer { question: String, text: String },
    #[error(transparent)]
    Sheet(#[from] SheetFault),
    #[error("the sheet {0} was entered before")]
    Taken(String),
    #[error(transparent)]
    File(#[from] reading::Unread),
    #[error(transparent)]
    Reach(#[from] ReachFault),
    #[error("another post publishes than the one that wrote the wave")]
    OwnDraft,
    #[error(transparent)]
    Unread(#[from] Unread),
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

/// A wave that stands there and nowhere else.
async fn standing(conn: &mut Conn, code: &WaveCode, at: Standing) -> Result<WaveView, Refusal> {
    let view = queries::office_wave(conn, code).await?.ok_or(Refusal::NoWave)?;
    if view.wave.standing() == at { Ok(view) } else { Err(Refusal::NotNow) }
}

/// Departments of a day, by code.
async fn departments(conn: &mut Conn, on: Date) -> Result<BTreeSet<TerritoryCode>, Refusal> {
    let known = Known(journal::last_shown(conn).await?);
    let places = directory::queries::territories(conn, known, on).await?;
    let own = places.iter().filter(|place| place.kind == TerritoryKind::Department);
    Ok(own.map(|place| place.code.clone()).collect())
}

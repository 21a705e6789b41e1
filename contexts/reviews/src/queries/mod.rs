//! One file per question.
mod agenda;
mod bodies;
mod decisions;
mod notices;
mod reviews;

pub use agenda::agenda;
pub use bodies::{Bodies, SeatAt, bodies};
pub use decisions::{DecisionView, decision, decisions, target_now};
pub use notices::{DecisionNotice, notices};
pub use reviews::{ReviewView, review, review_head, reviews};

pub use crate::store::origin;
pub(crate) use reviews::drafts;

pub use alerts::queries::Asked;

use law::{NoAnswer, RulebookView, Subject};

use crate::reading::BodiesError;

/// Why a question of this room was not answered.
#[derive(Debug, thiserror::Error)]
pub enum Unread {
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
    #[error(transparent)]
    Pack(#[from] pack::Error),
    #[error(transparent)]
    Bodies(#[from] BodiesError),
    #[error(transparent)]
    NoAnswer(#[from] NoAnswer),
    #[error(transparent)]
    Alerts(#[from] alerts::queries::AlertsError),
}

/// What the law of a day says of reviews.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Terms {
    /// Matters that fit into a session; the others are decided in writing.
    pub talked_max: u64,
    /// Days between two sessions of a body.
    pub interval_days: u16,
    /// Days after which what was left as it is is looked at again at the latest.
    pub hold_days_max: u16,
}

impl Terms {
    /// # Errors
    /// A rule that the rulebook lacks.
    pub fn of(book: &RulebookView<'_>) -> Result<Self, NoAnswer> {
        let subject = Subject::country();
        Ok(Self {
            talked_max: book.count("review.talked_max", &subject)?.value,
            interval_days: book.calendar_days("review.interval", &subject)?.value,
            hold_days_max: book.calendar_days("review.hold_max", &subject)?.value,
        })
    }
}

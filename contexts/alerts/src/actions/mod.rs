//! One file per thing a person, or the program, can do.
mod answer_alert;
mod decided;
mod record_alerts;
mod tell_of_element;

pub use answer_alert::{Answer, answer_alert};
pub use decided::decided;
pub use record_alerts::{Recorded, record_alerts};
pub use tell_of_element::{Telling, tell_of_element};

use crate::queries::AlertsError;

/// Characters of a text that people read in one go.
pub const TEXT_MAX: usize = 4_000;

/// Why something was not done: the whole list.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error("nothing raises this alert any more")]
    NotRaised,
    #[error("the alert is closed as it is; it opens again by itself where something changes")]
    Closed,
    #[error("say why: an explanation or a closing without words answers nobody")]
    NoWords,
    #[error("the text is longer than {TEXT_MAX} characters")]
    TooLong,
    #[error("it is about something else by now: look at it again before you answer")]
    Changed,
    #[error("no element of a plan has the code {0}")]
    NoElement(String),
    #[error("the element belongs to a plan of another body")]
    NotOwn,
    #[error("only an obstacle or an unwanted effect is told")]
    NotTold,
    #[error(transparent)]
    Alerts(#[from] AlertsError),
    #[error(transparent)]
    Db(#[from] db::Error),
    #[error(transparent)]
    Journal(#[from] journal::Error),
}

/// A text without what stands around it; refused where it is empty or too long.
fn words(text: &str) -> Result<&str, Refusal> {
    let text = text.trim();
    match text.chars().count() {
        0 => Err(Refusal::NoWords),
        n if n > TEXT_MAX => Err(Refusal::TooLong),
        _ => Ok(text),
    }
}

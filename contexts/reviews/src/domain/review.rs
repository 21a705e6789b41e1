//! A session of a review body.
use std::collections::BTreeSet;

use base::Seq;
use jiff::{Timestamp, civil::Date};

use super::{BodyRef, Item, ReviewCode};

base::closed_words! {
    /// How far a session came.
    Standing {
        Convened = "convened",
        Signed = "signed",
        Cancelled = "cancelled",
    }
}

/// A session as it was convened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    pub code: ReviewCode,
    pub body: BodyRef,
    pub held_on: Date,
    /// The day as of which the agenda was drawn up last, and the entry after which.
    pub agenda_on: Date,
    pub agenda_known: Seq,
    pub post: String,
    pub at: Timestamp,
    /// Why it did not take place.
    pub cancelled: Option<String>,
}

/// Who was there, and what was said.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attendance {
    /// Posts with a seat that were present, by code.
    pub present: BTreeSet<String>,
    pub text: String,
}

/// Signed minutes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minutes {
    pub attendance: Attendance,
    /// The post that signed.
    pub post: String,
    pub at: Timestamp,
}

/// Why minutes are not signed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MinutesFault {
    #[error("the session was signed or cancelled already")]
    NotConvened,
    #[error("minutes are signed on the day of the session or later")]
    Early,
    #[error("write what was said, in at most 8000 characters")]
    Text,
    #[error("say which members were present, the chair or the vice-chair among them")]
    Present,
    #[error("{0} has no seat in this body")]
    NoSeat(String),
    #[error("nothing is decided about {0:?}: no red matter leaves the review without a decision")]
    Undecided(Vec<i64>),
}

const TEXT_CHARS_MAX: usize = 8_000;

impl Attendance {
    /// What may be kept of them: tidied, and only of posts with a seat.
    ///
    /// # Errors
    /// No words, or too many; somebody without a seat.
    pub fn checked(mut self, seated: &BTreeSet<String>) -> Result<Self, MinutesFault> {
        let text = self.text.trim();
        if text.is_empty() || text.chars().count() > TEXT_CHARS_MAX {
            return Err(MinutesFault::Text);
        }
        self.text = text.to_owned();
        if let Some(stranger) = self.present.iter().find(|post| !seated.contains(*post)) {
            return Err(MinutesFault::NoSeat(stranger.chars().take(80).collect()));
        }
        Ok(self)
    }
}

/// Red matters about which nothing is decided, by number.
pub fn undecided(items: &[Item], decided: impl IntoIterator<Item = i64>) -> Vec<i64> {
    let decided: BTreeSet<i64> = decided.into_iter().collect();
    let open = items.iter().filter(|item| item.must_be_decided() && !decided.contains(&item.number));
    open.map(|item| item.number).collect()
}

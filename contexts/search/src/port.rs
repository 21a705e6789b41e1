//! What this room asks of an index, which is linked under `app/` alone: the binary hands one in.
use std::{future::Future, pin::Pin};

use base::Seq;
use jiff::civil::Date;

use crate::domain::{Found, Request};

pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What an index was made from: everything recorded up to an entry, as it stood on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    pub seq: Seq,
    pub day: Date,
}

/// How what answers stands to what is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Freshness {
    /// It knows the last entry.
    Current,
    /// An older one answers while a new one is made.
    Updating,
    /// Nothing answers yet.
    Building,
    /// It could not be made; the reason is in the log. An older one answers, if there is one.
    Failed,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    pub freshness: Freshness,
    /// `None` while nothing answers.
    pub found: Option<Found>,
}

/// Why an index did not answer.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    #[error("search index: {0}")]
    Engine(String),
    #[error("search index: the record could not be read: {0}")]
    Record(String),
}

/// Documents and the questions over them. One that is behind what is recorded is made anew in the background.
pub trait Index: Send + Sync {
    /// `today`: the day on which what is found is to stand.
    fn find(&self, request: Request, today: Date) -> BoxFuture<'_, Result<Answer, IndexError>>;
}

//! Whoever carries letters.
use std::pin::Pin;

use crate::Message;

/// Written out, so that one transport can stand for another while the program runs.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What became of one letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Handed {
    /// Whoever carries it has taken it.
    Sent,
    /// Not now; why.
    Later(String),
    /// Not this letter, ever; why.
    Never(String),
}

/// Carries letters. A failure that is not the letter's own is told by `ready`, so that an outage costs no letter an
/// attempt.
pub trait Transport: Send + Sync {
    /// Whether letters are taken at all now; otherwise why not.
    fn ready(&self) -> BoxFuture<'_, Result<(), String>>;

    /// Hands one letter over. Dropped before it ends, the letter may have been taken or not.
    fn hand<'a>(&'a self, message: &'a Message) -> BoxFuture<'a, Handed>;
}

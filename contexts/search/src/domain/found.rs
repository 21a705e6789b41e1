use std::collections::BTreeMap;

use super::{Document, Kind, Question};

/// Results that can be listed; who needs a later one writes another word.
pub const RESULTS_MAX: usize = 10_000;

/// A part of what a question finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    pub question: Question,
    pub kind: Option<Kind>,
    /// Titles in English where there are.
    pub english: bool,
    pub offset: usize,
    /// Never beyond [`RESULTS_MAX`] with `offset`.
    pub count_max: usize,
}

/// By which rule results match; the first that finds anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum How {
    /// The code, or every word in some form.
    #[default]
    All,
    /// Words that begin as those written.
    Beginning,
    /// Some of the words.
    Some,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    pub how: How,
    pub hits: Vec<Hit>,
    /// Of every kind, whatever kind was asked for.
    pub by_kind: BTreeMap<Kind, usize>,
    /// Other questions that find something, the likeliest first; only where not every word was found as written.
    pub suggestions: Vec<String>,
}

impl Found {
    /// How many there are of the kind, or of all.
    pub fn total(&self, kind: Option<Kind>) -> usize {
        match kind {
            Some(kind) => self.by_kind.get(&kind).copied().unwrap_or(0),
            None => self.by_kind.values().sum(),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub document: Document,
    pub title: Vec<Piece>,
    /// One list for each of [`Document::of`].
    pub of: Vec<Vec<Piece>>,
}

/// Some of a text, with whether it is what was looked for. All of them in order are the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    pub text: String,
    pub is_marked: bool,
}

impl Piece {
    /// A text in pieces: its words are marked as `wanted` says of each folded word.
    pub fn of(text: &str, mut wanted: impl FnMut(&str) -> bool) -> Vec<Self> {
        let mut pieces: Vec<Self> = Vec::new();
        let mut push = |text: Option<&str>, is_marked| {
            if let Some(text) = text.filter(|text| !text.is_empty()) {
                pieces.push(Self { text: text.to_owned(), is_marked });
            }
        };
        let mut done = 0;
        for word in super::words(text) {
            if wanted(&word.folded) {
                push(text.get(done..word.at.start), false);
                done = word.at.end;
                push(text.get(word.at), true);
            }
        }
        push(text.get(done..), false);
        pieces
    }
}

use base::text::{fold, squeeze};

use super::words::{is_small, words};

/// Characters of a question that are read; nobody means more.
pub const TEXT_MAX: usize = 200;
/// Words that are looked for; more would only make the answer slower.
pub const WORDS_MAX: usize = 12;

/// What is asked, ready to compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// As it was typed, on one line.
    pub text: String,
    /// Folded, each once, without the small ones.
    pub words: Vec<String>,
    /// The whole of it, if it should be a code.
    pub code: String,
}

/// A code as codes are compared: `PEDN/OE2` and `pedn/oe2` are one.
pub fn code(text: &str) -> String {
    fold(text)
}

impl Question {
    /// Any text asks something, if only nothing.
    pub fn of(text: &str) -> Self {
        let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        let text: String = squeeze(&plain).chars().take(TEXT_MAX).collect();
        let mut asked: Vec<String> = Vec::new();
        for word in words(&text) {
            if asked.len() < WORDS_MAX && !is_small(&word.folded) && !asked.contains(&word.folded) {
                asked.push(word.folded);
            }
        }
        Self { code: code(&text), words: asked, text }
    }

    /// Nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }
}

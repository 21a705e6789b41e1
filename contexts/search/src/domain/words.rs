//! Words as they are compared: without accents or case. What the index keeps and what is asked go through here.
use std::ops::Range;

use base::text::fold;

/// A longer word is compared by its beginning: nobody types it, and no dictionary should hold it.
const CHARACTERS_MAX: usize = 40;

/// Words that are everywhere and tell nothing; sorted.
const SMALL: [&str; 42] = [
    "a", "al", "and", "con", "da", "de", "del", "e", "el", "en", "entre", "for", "from", "in", "la", "las",
    "lo", "los", "mas", "no", "o", "of", "on", "or", "para", "por", "que", "se", "segun", "sin", "sobre",
    "su", "sus", "the", "to", "u", "un", "una", "unos", "with", "y", "ya",
];

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands in the text, in bytes.
    pub at: Range<usize>,
    pub folded: String,
}

/// Whether a folded word tells nothing.
pub fn is_small(folded: &str) -> bool {
    SMALL.binary_search(&folded).is_ok()
}

/// The words of a text: runs of letters and digits, whatever stands between them.
pub fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        if is_of_word(character) {
            start.get_or_insert(at);
        } else if let Some(from) = start.take() {
            let folded = folded(text.get(from..at).unwrap_or_default());
            if !folded.is_empty() {
                found.push(Word { at: from..at, folded });
            }
        }
    }
    found
}

/// Accents may come as characters of their own, after the letter.
fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&character)
}

fn folded(word: &str) -> String {
    if word.is_ascii() {
        return word.chars().take(CHARACTERS_MAX).map(|c| c.to_ascii_lowercase()).collect();
    }
    fold(word).chars().take(CHARACTERS_MAX).collect()
}

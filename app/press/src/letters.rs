//! Texts as paper can show them: a sign that no typeface has is named by its number, and so is one that would turn the
//! order of others; long words may be broken.
use std::fmt::Write as _;

use serde_json::Value;
use typst::text::{Coverage, Font};

/// Letters in a row after which a line may be broken: addresses, digests, whatever nobody meant to be read.
const WORD_MAX: usize = 24;
/// Allows a break, is no letter.
const BREAK: char = '\u{200b}';

pub struct Letters(Vec<Coverage>);

impl Letters {
    pub fn of(fonts: &[Font]) -> Self {
        Self(fonts.iter().map(|font| font.info().coverage.clone()).collect())
    }

    /// Every text of the data. Drawings are texts too, but their lines are not broken.
    pub fn legible(&self, data: &mut Value) {
        match data {
            Value::String(text) => *text = breakable(&self.shown(text)),
            Value::Array(values) => values.iter_mut().for_each(|value| self.legible(value)),
            Value::Object(fields) => {
                for (name, value) in fields {
                    match value {
                        Value::String(drawing) if name == "svg" => *drawing = self.shown(drawing),
                        Value::String(code) if name == "kind" || name == "lang" => _ = code,
                        _ => self.legible(value),
                    }
                }
            }
            _ => (),
        }
    }

    fn shown(&self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        for letter in text.chars() {
            match letter {
                ' '..='~' | '\n' => shown.push(letter),
                '\t' | '\r' => shown.push(' '),
                // They change how the sign before them looks, and are nothing themselves.
                '\u{fe00}'..='\u{fe0f}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{ad}' | '\u{feff}' => (),
                _ if is_unseen(letter) || !self.has(letter) => {
                    // Writing to a text does not fail.
                    let _ = write!(shown, "⟨U+{:04X}⟩", u32::from(letter));
                }
                _ => shown.push(letter),
            }
        }
        shown
    }

    fn has(&self, letter: char) -> bool {
        self.0.iter().any(|coverage| coverage.contains(u32::from(letter)))
    }
}

/// Controls, and marks that turn the direction of what follows: on paper nobody could tell that they are there.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        || matches!(letter, '\u{2028}' | '\u{2029}')
}

fn breakable(text: &str) -> String {
    let mut broken = String::with_capacity(text.len());
    let mut run = 0;
    for letter in text.chars() {
        run = if letter.is_whitespace() { 0 } else { run + 1 };
        if run > WORD_MAX && (run % WORD_MAX == 1 || "/?&=-_".contains(letter)) {
            broken.push(BREAK);
        }
        broken.push(letter);
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::breakable;

    #[test]
    fn only_long_words_are_broken() {
        let check = |text: &str, breaks: usize| {
            let broken = breakable(text);
            assert_eq!(broken.matches('\u{200b}').count(), breaks, "{text}");
            assert_eq!(broken.replace('\u{200b}', ""), text);
        };
        check("", 0);
        check("Tasa de mortalidad de niñas y niños menores", 0);
        check("123456789012345678901234", 0);
        check("1234567890123456789012345", 1);
        check(&"x".repeat(96), 3);
        check("https://quipu.example/objetivo/PEDN/OE2?known=2020-01-01", 8);
    }
}

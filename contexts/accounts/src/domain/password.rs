//! Whether a password is worth having: by how it would be guessed, not by which signs it has.
use base::text::fold;
use serde::Serialize;
use zxcvbn::{Score, zxcvbn};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Weakness {
    #[error("it has fewer than {CHARS_MIN} characters")]
    Short,
    #[error("it has more than {CHARS_MAX} characters")]
    Long,
    #[error("it would be guessed soon: take several words that do not belong together")]
    Guessable,
}

/// NIST SP 800-63B-4 §3.1.1.2: at least 15 where the password is the only factor, 8 beside another. Between them, with the
/// guess measured too.
const CHARS_MIN: usize = 12;
/// Same section: at least 64 must be taken.
const CHARS_MAX: usize = 128;

/// Judges a password; `about` is what anybody knows of the person: name, address.
///
/// # Errors
/// Too short, too long, or found within 10^8 guesses by a program that knows words, names, dates and keyboards.
pub fn judge(password: &str, about: &[&str]) -> Result<(), Weakness> {
    let chars = password.chars().count();
    if chars < CHARS_MIN {
        return Err(Weakness::Short);
    }
    if chars > CHARS_MAX {
        return Err(Weakness::Long);
    }
    // Words of the name and parts of the address are the first that whoever guesses tries: they are worth nothing.
    let parts: Vec<String> = about
        .iter()
        .flat_map(|text| text.split([' ', '@', '.']))
        .map(fold)
        .filter(|part| part.chars().count() >= PART_CHARS_MIN)
        .collect();
    let rest = parts.iter().fold(fold(password), |rest, part| rest.replace(part.as_str(), ""));
    let hints: Vec<&str> = parts.iter().map(String::as_str).collect();
    let is_weak = |text: &str| zxcvbn(text, &hints).score() < Score::Three;
    if is_weak(password) || is_weak(&rest) { Err(Weakness::Guessable) } else { Ok(()) }
}

/// Shorter parts stand in many words.
const PART_CHARS_MIN: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn judged_by_how_it_would_be_guessed() {
        let about = ["Ana Quispe", "ana.quispe@pcm.gob.pe"];
        let check = |password: &str, expect: Result<(), Weakness>| {
            assert_eq!(judge(password, &about), expect, "{password:?}");
        };
        check("", Err(Weakness::Short));
        check("corto", Err(Weakness::Short));
        check("aaaaaaaaaaaaaaaa", Err(Weakness::Guessable));
        check("123456789012", Err(Weakness::Guessable));
        check("qwertyuiop12", Err(Weakness::Guessable));
        check("Password2026", Err(Weakness::Guessable));
        check("anaquispe2026", Err(Weakness::Guessable));
        check("ana.quispe@pcm.gob.pe", Err(Weakness::Guessable));
        check("nudo papaya ventisca 4 lluvias", Ok(()));
        check("Kj8#mq0!zL2v", Ok(()));
        check("ñandú çedilla größe", Ok(()));
        check(&"x9 ".repeat(60), Err(Weakness::Long));
    }
}

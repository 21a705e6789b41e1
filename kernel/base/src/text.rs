//! Texts as people compare them: without accents, case or stray blanks.
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Folded for search and matching: no accents, lower case, single blanks. `Ñ` folds to `n`.
pub fn fold(text: &str) -> String {
    let bare: String = text.nfd().filter(|c| !is_combining_mark(*c)).collect();
    squeeze(&bare.to_lowercase())
}

/// Runs of white space (line breaks too) become one blank; none at the ends.
pub fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_accents_case_and_blanks() {
        assert_eq!(fold("  Planificación\n Estratégica "), "planificacion estrategica");
        assert_eq!(fold("QUEQUEÑA"), "quequena");
        assert_eq!(fold(""), "");
    }
}

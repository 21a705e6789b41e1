//! One form for every form of a word.
use std::collections::HashMap;

use frostem::{Algorithm, Stemmer};

/// Spanish stems of folded words. Folding comes first, so that who types without accents finds the same.
pub struct Stems {
    stemmer: Stemmer,
    known: HashMap<String, String>,
}

/// Words remembered; a country's names have fewer, and what is beyond is stemmed again.
const KNOWN_MAX: usize = 500_000;

impl Default for Stems {
    fn default() -> Self {
        Self { stemmer: Stemmer::new(Algorithm::Spanish), known: HashMap::new() }
    }
}

impl Stems {
    pub fn of(&self, folded: &str) -> String {
        // Numbers and codes have no forms.
        if folded.bytes().any(|b| b.is_ascii_digit()) {
            return folded.to_owned();
        }
        self.stemmer.stem(folded).into_owned()
    }

    /// As [`Stems::of`], faster for words that come again.
    pub fn remembered(&mut self, folded: &str) -> String {
        if let Some(stem) = self.known.get(folded) {
            return stem.clone();
        }
        let stem = self.of(folded);
        if self.known.len() < KNOWN_MAX {
            self.known.insert(folded.to_owned(), stem.clone());
        }
        stem
    }
}

#[cfg(test)]
mod tests {
    use search::domain::words;

    use super::*;

    #[test]
    fn forms_of_a_word_meet_with_and_without_accents() {
        let stems = Stems::default();
        let stem =
            |word: &str| words(word).into_iter().map(|word| stems.of(&word.folded)).collect::<String>();
        let check = |all: &[&str]| {
            let found: Vec<String> = all.iter().map(|word| stem(word)).collect();
            assert!(found.iter().all(|stem| *stem == found[0]), "{all:?}: {found:?}");
        };
        check(&["educación", "EDUCACION", "educativas", "educativo"]);
        check(&["niño", "NIÑOS", "niñas", "nino"]);
        check(&["gestión", "gestion", "gestiones"]);
        check(&["nutrición", "NUTRICION", "nutriciones"]);
        check(&["salud", "Salud", "SALUD"]);
        check(&["anemia", "anemias"]);
        check(&["población", "poblaciones", "poblacion"]);
        check(&["reducir", "reduciendo"]);
        check(&["1001"]);
    }
}

//! Verbs that say nothing measurable. An activity is stated by what is done (*train, implement,
//! build*); *improve, strengthen, enhance* are rejected (Box 21, step 3).
use std::collections::HashSet;

/// Verbs to avoid, by their stems, folded. The list is data of the country pack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VagueVerbs {
    stems: HashSet<String>,
    length_max: usize,
}

/// Endings that Spanish and English verbs and their nouns take: *mejorar, mejora, mejoramiento,
/// fortaleciendo, strengthening, improvements*. Longest first, so that the shortest stem is found.
const ENDINGS: [&str; 45] = [
    "amientos", "imientos", "amiento", "imiento", "aciones", "iciones", "ements", "iendo", "acion", "icion",
    "ement", "ments", "cemos", "aremos", "ando", "cion", "ment", "ings", "aran", "eran", "ados", "idos",
    "adas", "idas", "ing", "ado", "ido", "ada", "ida", "ara", "era", "iza", "ed", "es", "er", "ar", "ir",
    "as", "os", "an", "en", "s", "a", "e", "o",
];

/// A stem shorter than this would catch words of other verbs.
const STEM_LETTERS_MIN: usize = 4;

impl VagueVerbs {
    /// From infinitives or stems in either language.
    pub fn new<'a>(words: impl IntoIterator<Item = &'a str>) -> Self {
        let mut found = HashSet::new();
        for word in words {
            found.extend(stems(&base::text::fold(word)));
        }
        let stems = found;
        let length_max = stems.iter().map(|stem: &String| stem.len()).max().unwrap_or(0);
        Self { stems, length_max }
    }

    /// The first word of a title where it is such a verb in any form. A leading article or number
    /// (*El mejoramiento*, *1.2 Fortalecer*) is passed over.
    pub fn opens<'t>(&self, title: &'t str) -> Option<&'t str> {
        if self.stems.is_empty() {
            return None;
        }
        let first = title
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
            .find(|word| !is_article(word))?;
        // No form is so much longer than the longest stem; most titles end here, without folding.
        if first.len() > (self.length_max + 12) * 2 {
            return None;
        }
        let folded = base::text::fold(first);
        stems(&folded).any(|stem| self.stems.contains(&stem)).then_some(first)
    }
}

fn is_article(word: &str) -> bool {
    ["el", "la", "los", "las", "un", "una", "the", "a", "an"].iter().any(|a| a.eq_ignore_ascii_case(word))
}

/// The word without any one ending, and the word itself; Spanish *fortalezc-* is *fortalec-*.
fn stems(word: &str) -> impl Iterator<Item = String> + '_ {
    let cut = ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending));
    std::iter::once(word)
        .chain(cut)
        .filter(|stem| stem.len() >= STEM_LETTERS_MIN)
        .map(|stem| stem.strip_suffix("zc").map_or_else(|| stem.to_owned(), |s| format!("{s}c")))
}

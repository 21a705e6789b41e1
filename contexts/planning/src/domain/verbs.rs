//! Verbs that say nothing measurable. An activity is stated by what is done (*train, implement,
//! build*); *improve, strengthen, enhance* are rejected (Box 21, step 3).

/// Verbs to avoid, by their stems, folded. The list is data of the country pack.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VagueVerbs {
    stems: Vec<String>,
}

impl VagueVerbs {
    /// From stems: `fortalec` stands for *fortalecer, fortaleciendo, fortalecimiento, fortalezca*.
    pub fn new<'a>(stems: impl IntoIterator<Item = &'a str>) -> Self {
        let folded = stems.into_iter().map(base::text::fold).filter(|stem| !stem.is_empty());
        Self { stems: folded.collect() }
    }

    /// The first word of a title where it is such a verb, or its noun, in any form. A leading article or
    /// number (*El mejoramiento*, *1.2 Fortalecer*) is passed over.
    pub fn opens<'t>(&self, title: &'t str) -> Option<&'t str> {
        let mut words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| {
            let numbered = word.chars().all(|c| c.is_ascii_digit());
            !word.is_empty() && !numbered && !is_article(word)
        });
        let first = words.next()?;
        // Spanish -cer verbs take -zc- before a and o.
        let folded = base::text::fold(first).replace("zc", "c");
        self.stems.iter().any(|stem| folded.starts_with(stem.as_str())).then_some(first)
    }
}

fn is_article(word: &str) -> bool {
    ["el", "la", "los", "las", "un", "una", "the", "a", "an"].iter().any(|a| a.eq_ignore_ascii_case(word))
}

//! Words that are asked for by what they are about: none is missing, in either language.
use web::{Lang, Texts};

use crate::domain::{About, Holds, Kind, Outcome, Quadrant, Step};

#[test]
fn everything_that_has_a_word_has_it() {
    let texts = Texts::new(&[crate::MESSAGES]).unwrap();
    let mut keys: Vec<String> = Vec::new();
    let mut of = |list: &str, words: &[&str]| {
        keys.extend(words.iter().map(|word| format!("{list}{}", word.replace('_', "-"))));
    };
    of("kinds-", &Kind::ALL.map(Kind::as_str));
    of("one-", &Kind::ALL.map(Kind::as_str));
    of("one-", &["indicator", "objective", "proposal"]);
    of("step-", &Step::ALL.map(Step::as_str));
    of("about-", &About::ALL.map(About::as_str));
    of("outcome-", &Outcome::ALL.map(Outcome::as_str));
    of("quadrant-", &Quadrant::ALL.map(Quadrant::as_str));
    of("state-", &["office", "announced", "published"]);
    of("ended-", &["stable", "no-longer-ways", "changing", "too-large"]);
    of("done-", &["estudio", "libro", "anuncio", "publicacion", "fila", "respuesta", "propuesta"]);
    for outcome in Outcome::ALL {
        of("outcome-", &[&format!("{}-words", outcome.as_str())]);
    }
    for field in Kind::ALL.iter().flat_map(|kind| kind.fields()) {
        of("field-", &[field.name]);
        if let Holds::Choice(words) = field.holds {
            of("word-", &words.iter().map(|(word, _)| *word).collect::<Vec<_>>());
        }
    }
    assert!(keys.len() > 90, "{}", keys.len());
    for lang in Lang::ALL {
        let missing: Vec<&String> =
            keys.iter().filter(|key| !texts.has(lang, &format!("foresight-{key}"))).collect();
        assert!(missing.is_empty(), "{lang:?}: {missing:?}");
    }
}

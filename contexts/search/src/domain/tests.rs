//! Words, codes and kinds as tables.
#![allow(clippy::unwrap_used, clippy::format_collect)]
use proptest::prelude::*;

use super::*;

fn check_words(text: &str, expect: &[&str]) {
    assert_eq!(Question::of(text).words, expect, "{text:?}");
}

#[test]
fn words_are_folded_and_the_small_ones_left_out() {
    check_words("Educación básica", &["educacion", "basica"]);
    check_words("NIÑOS", &["ninos"]);
    check_words("nin\u{303}os", &["ninos"]);
    check_words("  la   salud\tde\nlos  niños ", &["salud", "ninos"]);
    check_words("salud SALUD Salúd", &["salud"]);
    check_words("de la y the", &[]);
    check_words("E:11-011", &["11", "011"]);
    check_words("agua-potable/(riego)", &["agua", "potable", "riego"]);
    check_words("\"salud\" AND title:*", &["salud", "title"]);
    check_words("salud\u{0}anemia\u{7}", &["salud", "anemia"]);
    check_words("💩 🦙", &[]);
    check_words("", &[]);
    check_words("Straße ÆTHER", &["straße", "æther"]);
    check_words(&"x".repeat(500), &[&"x".repeat(40)]);
}

#[test]
fn a_question_has_an_end() {
    let many = (0..100).map(|n| format!("w{n}")).collect::<Vec<_>>().join(" ");
    let question = Question::of(&many);
    assert_eq!(question.words.len(), WORDS_MAX);
    assert!(question.text.chars().count() <= TEXT_MAX);
    assert!(Question::of(" \n\u{0} ").is_empty());
    assert!(!Question::of("de la").is_empty(), "it was typed, and is told that it finds nothing");
}

#[test]
fn small_words_are_sorted() {
    for word in ["a", "de", "ya", "the", "sobre"] {
        assert!(is_small(word), "{word}");
    }
    assert!(!is_small("salud") && !is_small(""));
}

#[test]
fn codes_are_compared_without_case() {
    let check = |text: &str, expect: &str| assert_eq!(Question::of(text).code, expect, "{text:?}");
    check("PEDN/OE2", "pedn/oe2");
    check(" E:11-011 ", "e:11-011");
    check("240101", "240101");
    check("PEI Ñ", "pei n");
}

fn document(code: &str, aliases: &[&str]) -> Document {
    Document {
        kind: Kind::Programme,
        code: code.into(),
        aliases: aliases.iter().map(|a| (*a).to_owned()).collect(),
        title: "Título".into(),
        title_en: None,
        of: Vec::new(),
        sample: false,
        place: Place::at(&["programa", code]),
    }
}

#[test]
fn a_number_is_also_asked_for_without_its_zeros() {
    let check = |code: &str, aliases: &[&str], expect: &[&str]| {
        assert_eq!(document(code, aliases).other_codes(), expect, "{code}");
    };
    check("0068", &[], &["68"]);
    check("1001", &[], &[]);
    check("0000", &[], &[]);
    check("PEDN/OE2", &["OE2"], &["oe2"]);
    check("0A", &[], &[]);
}

#[test]
fn titles_fall_back_to_spanish() {
    let mut found = document("1", &[]);
    assert_eq!(found.title_in(true), "Título");
    found.title_en = Some("Title".into());
    assert_eq!((found.title_in(true), found.title_in(false)), ("Title", "Título"));
}

#[test]
fn kinds_are_read_as_they_are_written() {
    for (at, kind) in Kind::ALL.into_iter().enumerate() {
        assert_eq!(kind.as_str().parse(), Ok(kind));
        assert_eq!(kind.index(), at);
    }
    let error = "Entity".parse::<Kind>().unwrap_err().to_string();
    assert!(error.contains("objective, element, indicator"), "{error}");
}

#[test]
fn words_looked_for_are_marked_where_they_stand() {
    let check = |text: &str, expect: &str| {
        let pieces = Piece::of(text, |word| word.starts_with("nin"));
        let shown = |p: &Piece| if p.is_marked { format!("[{}]", p.text) } else { p.text.clone() };
        assert_eq!(pieces.iter().map(shown).collect::<String>(), expect);
    };
    check("Niñas y niños de 6 a 36 meses", "[Niñas] y [niños] de 6 a 36 meses");
    check("Niños", "[Niños]");
    check("", "");
    check("sin nadie", "sin nadie");
}

proptest! {
    #[test]
    fn pieces_are_the_text_and_any_text_is_a_question(text in "\\PC{0,300}", part in "\\PC{0,3}") {
        let folded = base::text::fold(&part);
        let pieces = Piece::of(&text, |word| word.contains(&folded));
        prop_assert_eq!(pieces.iter().map(|p| p.text.as_str()).collect::<String>(), text.clone());
        let question = Question::of(&text);
        prop_assert!(question.words.len() <= WORDS_MAX);
        prop_assert!(question.words.iter().all(|word| !word.is_empty() && word.chars().count() <= 40));
    }
}

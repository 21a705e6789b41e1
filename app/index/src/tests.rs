//! A small corpus, and everything that may be asked of it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::format_collect)]
use search::domain::{Document, Found, How, Kind, Place, Question, Request};

use crate::{Opened, Writer};

fn document(kind: Kind, code: &str, title: &str, of: &[&str]) -> Document {
    Document {
        kind,
        code: code.into(),
        aliases: code.split_once('/').map(|(_, own)| own.to_owned()).into_iter().collect(),
        title: title.into(),
        title_en: None,
        of: of.iter().map(|text| (*text).to_owned()).collect(),
        sample: code.starts_with("MUESTRA"),
        place: Place::at(&["x", code]),
    }
}

fn corpus() -> Vec<Document> {
    let mut all = vec![
        document(
            Kind::Objective,
            "PEDN/OE2",
            "Igualdad de oportunidades y acceso a los servicios",
            &["PEDN"],
        ),
        document(
            Kind::Objective,
            "MUESTRA-PEI/OE2",
            "Mejorar las instituciones educativas",
            &["PEI de muestra"],
        ),
        document(Kind::Indicator, "PEDN/I1", "Niño menor de cinco años con anemia", &["PEDN"]),
        document(Kind::Entity, "E:11-011", "Ministerio de Salud", &["Sector Salud"]),
        document(Kind::Unit, "1321", "Hospital Regional", &["Gobierno Regional de Tumbes"]),
        document(Kind::Territory, "24", "Tumbes", &["Perú"]),
        document(Kind::Territory, "240101", "Tumbes", &["Tumbes", "Tumbes", "Perú"]),
        document(Kind::Programme, "0068", "Reducción de la vulnerabilidad", &[]),
        document(Kind::Programme, "1001", "Productos específicos para desarrollo infantil temprano", &[]),
        document(Kind::Product, "2001001", "Construcción de la carretera 1001", &[]),
    ];
    all[0].title_en = Some("Equality of opportunities and access to services".into());
    all.extend((0..60).map(|n| {
        document(Kind::Product, &format!("25{n:05}"), "Mejoramiento del servicio de salud", &["Tumbes"])
    }));
    all
}

fn made(documents: &[Document]) -> (tempfile::TempDir, Opened) {
    let folder = tempfile::tempdir().unwrap();
    let mut writer = Writer::create(folder.path()).unwrap();
    for document in documents {
        writer.add(document).unwrap();
    }
    assert_eq!(writer.finish().unwrap(), documents.len() as u64);
    let opened = Opened::open(folder.path()).unwrap();
    (folder, opened)
}

fn ask(index: &Opened, text: &str, kind: Option<Kind>, offset: usize) -> Found {
    let question = Question::of(text);
    index.find(&Request { question, kind, english: false, offset, count_max: 20 }).unwrap()
}

fn codes(found: &Found) -> Vec<&str> {
    found.hits.iter().map(|hit| hit.document.code.as_str()).collect()
}

#[test]
fn words_find_in_any_form_and_codes_come_first() {
    let (_folder, index) = made(&corpus());
    let first = |text: &str, expect: &str| {
        let found = ask(&index, text, None, 0);
        assert_eq!(
            codes(&found).first().copied().unwrap_or("nothing"),
            expect,
            "{text:?}: {:?}",
            codes(&found)
        );
        assert_eq!(found.how, How::All, "{text:?}");
    };
    first("educación", "MUESTRA-PEI/OE2");
    first("EDUCACION", "MUESTRA-PEI/OE2");
    first("NIÑOS", "PEDN/I1");
    first("ninos", "PEDN/I1");
    first("niño anemias", "PEDN/I1");
    first("opportunities", "PEDN/OE2");
    first("salud", "E:11-011");
    first("salud tumbes", "2500000");
    first("tumbes", "24");
    first("1001", "1001");
    first("vulnerabilidad 0068", "0068");
    first("68", "0068");
    first("E:11-011", "E:11-011");
    first("e:11-011", "E:11-011");
    first("PEDN/OE2", "PEDN/OE2");
    first("pedn oe2", "PEDN/OE2");
    first("240101", "240101");
    first("1321", "1321");
    let both = ask(&index, "OE2", None, 0);
    assert_eq!(both.total(None), 2, "{:?}", codes(&both));
}

#[test]
fn what_is_not_found_as_written_is_completed_corrected_or_found_in_part() {
    let (_folder, index) = made(&corpus());
    let check = |text: &str, how: How, first: &str, suggestion: &str| {
        let found = ask(&index, text, None, 0);
        let got = codes(&found).first().copied().unwrap_or_default();
        let told = found.suggestions.first().map(String::as_str).unwrap_or_default();
        assert_eq!((found.how, got, told), (how, first, suggestion), "{text:?}");
    };
    check("vulnerab", How::Beginning, "0068", "vulnerabilidad");
    check("anemai", How::All, "", "anemia");
    check("anemai Niño", How::Some, "PEDN/I1", "anemia Niño");
    check("ministreio de salud", How::Some, "E:11-011", "ministerio de salud");
    check("hospital anemia", How::Some, "1321", "");
    check("xyzxyzxyz", How::All, "", "");
    check("zz", How::All, "", "");
}

#[test]
fn kinds_are_counted_and_narrow() {
    let (_folder, index) = made(&corpus());
    let all = ask(&index, "salud", None, 0);
    assert_eq!((all.total(None), all.total(Some(Kind::Product)), all.hits.len()), (61, 60, 20));
    let only = ask(&index, "salud", Some(Kind::Entity), 0);
    assert_eq!(codes(&only), ["E:11-011"]);
    assert_eq!(only.by_kind, all.by_kind, "counts are of every kind");
    let none = ask(&index, "salud", Some(Kind::Programme), 0);
    assert!(none.hits.is_empty() && none.total(None) == 61);
}

#[test]
fn pages_follow_each_other_without_gap_and_end() {
    let (_folder, index) = made(&corpus());
    let mut seen = Vec::new();
    for offset in [0, 20, 40, 60, 80, 10_000, usize::MAX] {
        seen.extend(ask(&index, "salud", None, offset).hits.into_iter().map(|hit| hit.document.code));
    }
    let mut once = seen.clone();
    once.sort();
    once.dedup();
    assert_eq!((seen.len(), once.len()), (61, 61));
}

#[test]
fn the_words_that_match_are_marked() {
    let (_folder, index) = made(&corpus());
    let shown = |text: &str| {
        let found = ask(&index, text, None, 0);
        let pieces = found.hits[0].title.iter();
        pieces.map(|p| if p.is_marked { format!("[{}]", p.text) } else { p.text.clone() }).collect::<String>()
    };
    assert_eq!(shown("niños anemia"), "[Niño] menor de cinco años con [anemia]");
    assert_eq!(shown("vulnerab"), "Reducción de la [vulnerabilidad]");
    let found = ask(&index, "hospital tumbes", None, 0);
    assert!(found.hits[0].of[0].iter().any(|piece| piece.is_marked && piece.text == "Tumbes"));
}

#[test]
fn english_titles_are_shown_to_who_reads_english() {
    let (_folder, index) = made(&corpus());
    let question = Question::of("PEDN/OE2");
    let found =
        index.find(&Request { question, kind: None, english: true, offset: 0, count_max: 1 }).unwrap();
    assert!(found.hits[0].title[0].text.starts_with("Equality"));
}

#[test]
fn whatever_is_typed_is_answered() {
    let (_folder, index) = made(&corpus());
    let long = "salud ".repeat(10_000);
    let many = (0..2_000).map(|n| format!("w{n}x")).collect::<Vec<_>>().join(" ");
    let hostile = [
        "",
        " ",
        "\"",
        "\"salud",
        "salud\"",
        "(salud",
        "salud)",
        "((((",
        "salud AND",
        "OR",
        "NOT salud",
        "-salud",
        "+salud",
        "title:salud",
        "code:*",
        "*",
        "?",
        "sal*",
        "[a TO z]",
        "{}",
        "^2",
        "~",
        "salud~2",
        "\\",
        "/.*/",
        "a/b",
        "\u{0}",
        "\u{1}\u{2}",
        "salud\u{0}",
        "💩",
        "💩💩💩💩💩💩💩",
        "de la y",
        "the of",
        "\u{202e}dulas",
        "\u{301}",
        "ñ",
        "ß",
        "İ",
        "ﬁ",
        "٣٤",
        "漢字",
        "<script>",
        "'; DROP TABLE x--",
        "%00",
        "\u{feff}",
        "a",
        "1",
        "00000",
        "0",
        &long,
        &many,
        &"x".repeat(100_000),
        &"é".repeat(5_000),
    ];
    for text in hostile {
        for kind in [None, Some(Kind::Product)] {
            let found = ask(&index, text, kind, 0);
            assert!(found.hits.len() <= 20 && found.suggestions.len() <= 3, "{text:.40}");
        }
    }
    assert_eq!(codes(&ask(&index, "\"salud\" AND (tumbes)", None, 0))[0], "2500000", "signs are no words");
    assert!(ask(&index, "de la y", None, 0).by_kind.is_empty());
}

#[test]
fn the_same_documents_give_the_same_answers() {
    let all = corpus();
    let ((_one, first), (_two, second)) = (made(&all), made(&all));
    for text in ["salud", "tumbes", "OE2", "anemai", "vulnerab", "servicios salud", "hospital anemia"] {
        for offset in [0, 20] {
            assert_eq!(ask(&first, text, None, offset), ask(&second, text, None, offset), "{text}");
        }
    }
}

#[test]
fn an_index_of_nothing_answers() {
    let (_folder, index) = made(&[]);
    for text in ["salud", "E:11-011", ""] {
        assert_eq!(ask(&index, text, None, 0), Found::default());
    }
}

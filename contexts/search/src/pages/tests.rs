//! The page with nothing asked, everything found, nothing found, and an index in every state.
#![allow(clippy::unwrap_used)]
use askama::Template;
use web::{Lang, Matter, PageError, Shell};

use super::{asked::Asked, search::SearchPage};
use crate::{
    Answer, Freshness,
    domain::{Document, Found, Hit, How, Kind, Piece, Place},
};

fn shell(lang: Lang, path: &str) -> Shell {
    web::testing::shell(lang, path, "search-title", Matter::Real, &[crate::MESSAGES]).unwrap()
}

fn hit(kind: Kind, sample: bool) -> Hit {
    let document = Document {
        kind,
        code: "A/<b>".into(),
        aliases: Vec::new(),
        title: "Niños & <i>salud</i>".into(),
        title_en: None,
        of: vec!["Plan <u>".into()],
        sample,
        place: Place::at(&["objetivo", "A", "B/C"]).with("where", "product=1"),
    };
    Hit {
        title: Piece::of(&document.title, |word| word == "salud"),
        of: document.of.iter().map(|text| Piece::of(text, |_| false)).collect(),
        document,
    }
}

fn found(how: How, sample: bool) -> Found {
    let hits: Vec<Hit> = Kind::ALL.into_iter().map(|kind| hit(kind, sample)).collect();
    let by_kind = Kind::ALL.into_iter().map(|kind| (kind, 41)).collect();
    let suggestions = if how == How::All { Vec::new() } else { vec!["salud <x>".into()] };
    Found { how, hits, by_kind, suggestions }
}

fn page(lang: Lang, path: &str, answer: Option<&Answer>) -> Result<String, PageError> {
    let shell = shell(lang, path);
    let asked = Asked::of(&shell.view)?;
    Ok(SearchPage::of(shell, &asked, answer).render().unwrap())
}

fn answers() -> Vec<(&'static str, Option<Answer>)> {
    let of = |freshness, found| Some(Answer { freshness, found });
    let mut many = found(How::All, false);
    many.by_kind.insert(Kind::Product, 3_000_000);
    let suggested = Found { suggestions: vec!["anemia".into()], ..Found::default() };
    vec![
        ("/buscar", None),
        ("/buscar?q=salud", of(Freshness::Current, Some(found(How::All, false)))),
        ("/buscar?q=salud", of(Freshness::Updating, Some(found(How::All, true)))),
        ("/buscar?q=salud&kind=plan&page=2", of(Freshness::Failed, Some(found(How::Some, true)))),
        ("/buscar?q=salu&known=2026-03-01", of(Freshness::Current, Some(found(How::Beginning, false)))),
        ("/buscar?q=salud", of(Freshness::Building, None)),
        ("/buscar?q=salud&page=2", of(Freshness::Current, Some(many))),
        ("/buscar?q=anemai", of(Freshness::Current, Some(suggested))),
        ("/buscar?q=de+la", of(Freshness::Current, Some(Found::default()))),
        ("/buscar?q=%3Cscript%3E%22%27", of(Freshness::Current, Some(Found::default()))),
        (
            "/buscar?q=salud&page=900",
            of(Freshness::Current, Some(Found { hits: Vec::new(), ..found(How::All, false) })),
        ),
    ]
}

#[test]
fn every_sample_in_every_language() {
    for (path, answer) in answers() {
        for lang in Lang::ALL {
            let samples =
                answer.iter().flat_map(|a| &a.found).flat_map(|f| &f.hits).any(|h| h.document.sample);
            let matter = if samples { Matter::Mixed } else { Matter::Real };
            let page = page(lang, path, answer.as_ref()).unwrap();
            assert_eq!(web::testing::defects(&page, matter), Vec::<String>::new(), "{lang:?} {path}");
            let marks = page.matches("<strong class=\"q-sample\"").count();
            // One in the words that explain the mark.
            assert_eq!(marks, if samples { Kind::ALL.len() + 1 } else { 0 }, "{path}");
        }
    }
}

#[test]
fn the_page_says_how_it_found_and_what_else_to_ask() {
    let check = |at: usize, words: &[&str]| {
        let (path, answer) = answers().remove(at);
        let page = page(Lang::Es, path, answer.as_ref()).unwrap();
        for word in words {
            assert!(page.contains(word), "{path}: {word}\n{page}");
        }
    };
    check(0, &["Por ejemplo", "href=\"/buscar?q=PEDN%2FOE2\""]);
    check(1, &["369 resultados", "<mark>salud</mark>", "/objetivo/A/B%2FC?where=product%3D1", "format=csv"]);
    check(2, &["lo más nuevo puede faltar"]);
    check(
        3,
        &["41 resultados", "<strong aria-current=\"true\">Planes", "start=\"21\"", "Esto tiene algunas"],
    );
    check(4, &["lo que se sabe hoy", "known=2026-03-01", "empiezan así", "q=salud%20%3Cx%3E"]);
    check(5, &["se está preparando"]);
    check(6, &["Se pueden recorrer los primeros 10\u{a0}000 de"]);
    check(7, &["¿Quiso decir…?", "href=\"/buscar?q=anemia\""]);
    check(8, &["ninguna palabra que distinga"]);
    check(10, &["no hay página 900"]);
}

#[test]
fn what_is_no_kind_or_page_is_refused() {
    for path in ["/buscar?q=a&kind=zzz", "/buscar?q=a&page=0", "/buscar?page=x"] {
        assert!(matches!(page(Lang::Es, path, None), Err(PageError::Refused { .. })), "{path}");
    }
}

#[test]
fn every_kind_has_its_words() {
    let shell = shell(Lang::Es, "/buscar");
    for kind in Kind::ALL {
        for (lang, form) in Lang::ALL.into_iter().flat_map(|lang| [(lang, "kind"), (lang, "one")]) {
            assert!(shell.frame().texts.has(lang, &format!("search-{form}-{}", kind.as_str())), "{kind:?}");
        }
    }
}

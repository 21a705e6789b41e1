#![allow(clippy::indexing_slicing)]
use base::{Money, Validity};
use std::collections::BTreeMap;

use directory::domain::{Held, TerritoryKind};
use proptest::prelude::*;
use web::{Lang, testing};

use super::*;
use crate::domain::{Answer, CutRow};
use crate::pages::map::asked::Side;

fn place(code: &str, name: &str, kind: TerritoryKind, parent: &str, population: i64) -> Territory {
    Territory {
        code: code.parse().unwrap(),
        kind,
        name: name.into(),
        parent: Some(parent.parse().unwrap()),
        validity: Validity::new("1900-01-01".parse().unwrap(), None).unwrap(),
        capital: None,
        population: Some(population).filter(|n| *n > 0),
        latitude: None,
        longitude: None,
        source: "INEI, UBIGEO 2025".into(),
    }
}

fn places() -> Held<Territory> {
    let country = Territory { parent: None, ..place("PE", "Perú", TerritoryKind::Country, "PE", 30) };
    let all = [
        country,
        place("15", "Lima", TerritoryKind::Department, "PE", 10),
        place("16", "Loreto <b>", TerritoryKind::Department, "PE", 4),
        place("24", "Tumbes", TerritoryKind::Department, "PE", 0),
        place("2401", "Tumbes", TerritoryKind::Province, "24", 3),
        place("240101", "Tumbes", TerritoryKind::District, "2401", 3),
        place("240102", "Corrales", TerritoryKind::District, "2401", 1),
    ];
    all.into_iter().collect()
}

fn asked(url: &str) -> Result<(Shell, Asked), PageError> {
    let mut shell = testing::shell(Lang::Es, url, "budget-map", Matter::Real, &[crate::MESSAGES]).unwrap();
    let asked = Asked::of(&mut shell.view, BTreeMap::from([(2020, 9)]), &places())?;
    Ok((shell, asked))
}

fn answer(asked: &Asked, rows: &[(&str, &str, i64)]) -> Answer {
    let row = |(code, level, soles): &(&str, &str, i64)| CutRow {
        codes: vec![(*code).into(), (*level).into()],
        amounts: vec![Some(Money::centimos(soles * 100))],
    };
    let request = asked.request();
    Answer { by: request.by, measures: request.measures, rows: rows.iter().map(row).collect() }
}

fn page(lang: Lang, url: &str, rows: &[(&str, &str, i64)]) -> MapPage {
    let mut shell = testing::shell(lang, url, "budget-map", Matter::Real, &[crate::MESSAGES]).unwrap();
    let asked = Asked::of(&mut shell.view, BTreeMap::from([(2020, 9)]), &places()).unwrap();
    let answer = answer(&asked, rows);
    let outline = "-770000 -120000 10000 0 0 10000".parse().unwrap();
    let outlines = Outlines {
        by_code: BTreeMap::from([("15".to_owned(), outline)]),
        vintage: "2016".into(),
        source: "x".into(),
        licence: "MPL-2.0".into(),
    };
    let exploration = Exploration { answer: answer.into(), ..Exploration::default() };
    MapPage::of(shell, &Found { asked, exploration, places: places().into(), outlines })
}

const ROWS: [(&str, &str, i64); 6] =
    [("15", "E", 9_000), ("15", "R", 50), ("15", "M", 30), ("16", "M", 20), ("", "E", 5), ("99", "M", 2)];

#[test]
fn every_choice_in_every_language() {
    for lang in Lang::ALL {
        for url in [
            "/mapa",
            "/mapa?place=benefit&per=head&measure=accrued",
            "/mapa?national=together",
            "/mapa?level=district",
            "/mapa?level=province&territory=24",
            "/mapa?level=district&territory=240101&place=benefit",
        ] {
            for rows in [&ROWS[..], &ROWS[4..5], &[]] {
                let page = page(lang, url, rows).render().unwrap();
                assert_eq!(testing::defects(&page, Matter::Real), Vec::<String>::new(), "{url}");
            }
        }
    }
}

#[test]
fn what_the_address_asks_for() {
    use Side::{Benefit, Seat};
    use TerritoryKind::{Department, District, Province};
    let check = |url: &str, expect: Option<(TerritoryKind, Option<&str>, Side, bool)>| {
        let got = asked(url)
            .ok()
            .map(|(_, a)| (a.level, a.within.map(|w| w.code.to_string()), a.side, a.is_national_apart));
        let expect =
            expect.map(|(level, within, side, apart)| (level, within.map(str::to_owned), side, apart));
        assert_eq!(got, expect, "{url}");
    };
    check("/mapa", Some((Department, None, Seat, true)));
    check("/mapa?place=benefit", Some((Department, None, Benefit, false)));
    check("/mapa?level=province", Some((Province, None, Seat, true)));
    check("/mapa?level=province&territory=240101", Some((Province, Some("24"), Seat, true)));
    check("/mapa?level=district&territory=240101", Some((District, Some("2401"), Seat, true)));
    check("/mapa?level=district&territory=24", Some((District, Some("24"), Seat, true)));
    check("/mapa?level=district&territory=PE", Some((Department, None, Seat, true)));
    check("/mapa?level=department&territory=24&national=together", Some((Department, None, Seat, false)));
    for refused in [
        "level=country",
        "place=x",
        "measure=paid2",
        "measure=modifications",
        "national=x",
        "per=x",
        "territory=99",
    ] {
        check(&format!("/mapa?{refused}"), None);
    }
}

#[test]
fn money_of_the_national_level_is_not_the_capitals() {
    let (_, asked) = asked("/mapa").unwrap();
    let lines = lines(&asked, &answer(&asked, &ROWS), &places());
    let of = |code: &str| lines.iter().find(|line| line.code == code).unwrap();
    assert_eq!(of("15").drawn(&asked), Some(Money::centimos(8_000)));
    assert_eq!(of("15").total(), Some(Money::centimos(908_000)));
    assert_eq!(of("24").total(), None, "nothing told is not zero");
    let order: Vec<&str> = lines.iter().map(|line| line.code.as_str()).collect();
    assert_eq!(
        order,
        ["15", "16", "24", "99", ""],
        "places first, the most money first; then what has no place"
    );
}

#[test]
fn per_head_is_of_people_counted() {
    let (_, asked) = asked("/mapa?per=head").unwrap();
    let lines = lines(&asked, &answer(&asked, &[("15", "M", 25), ("24", "M", 9)]), &places());
    let of = |code: &str| lines.iter().find(|line| line.code == code).unwrap().value(&asked);
    assert_eq!(of("15").map(|v| v.normalize().to_string()).as_deref(), Some("2.5"));
    assert_eq!(of("24"), None, "nobody was counted there");
}

#[test]
fn what_the_source_does_not_tell_is_said() {
    let page =
        page(Lang::Es, "/mapa?level=province&place=benefit", &[("", "E", 5), ("", "M", 7)]).render().unwrap();
    assert!(page.contains("no dicen el lugar que se beneficia a este nivel"), "{page}");
    let page = super::tests::page(Lang::Es, "/mapa", &ROWS).render().unwrap();
    for part in [
        "Loreto &#60;b&#62;, Tumbes",
        "99 (no está en el registro)",
        "va aparte",
        "href=\"/territorio/15?year=2020\"",
        "year=2020&#38;territory=15&#38;level=province",
    ] {
        assert!(page.contains(part), "no {part} in {page}");
    }
}

proptest! {
    #[test]
    fn the_table_sums_to_the_cut(
        rows in prop::collection::vec((0..5_usize, 0..3_usize, -999_999_i64..999_999), 0..20),
        together in any::<bool>(),
    ) {
        let url = if together { "/mapa?national=together" } else { "/mapa" };
        let (_, asked) = asked(url).unwrap();
        let rows: Vec<(&str, &str, i64)> = rows
            .into_iter()
            .map(|(place, level, soles)| (["15", "16", "24", "", "77"][place], ["E", "R", "M"][level], soles))
            .collect();
        let answer = answer(&asked, &rows);
        let lines = lines(&asked, &answer, &places());
        let sum: Option<Money> = lines.iter().map(Line::total).fold(None, super::lines::plus);
        prop_assert_eq!(sum, answer.total(asked.measure));
    }
}

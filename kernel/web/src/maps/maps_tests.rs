#![allow(clippy::unwrap_used)]
use super::*;
use crate::{Lang, Matter, testing};

fn square(lon: f64, lat: f64) -> Shape {
    vec![vec![(lon, lat), (lon + 5.0, lat), (lon + 5.0, lat + 5.0), (lon, lat + 5.0)]]
}

fn place(name: &str, value: Option<i64>, shape: Shape) -> Place {
    Place {
        code: name.into(),
        name: name.into(),
        href: format!("/territorio/{name}?year=2020&known=2026-01-01"),
        value: value.map(Decimal::from),
        words: value.map_or_else(|| "sin dato".into(), |v| format!("S/ {v}")),
        short: value.map(|v| v.to_string()).unwrap_or_default(),
        shape,
    }
}

fn drawn(lang: Lang, places: Vec<Place>) -> String {
    let shell = testing::shell(lang, "/mapa", "web-home", Matter::Real, &[]).unwrap();
    map(places).to_html(&shell, &|value| format!("S/ {value}")).to_string()
}

fn map(places: Vec<Place>) -> Choropleth {
    Choropleth {
        id: "mapa".into(),
        title: "PIM <2020>".into(),
        description: "Un mapa.".into(),
        places,
        table: "lugares".into(),
        outlines: "Contornos de 2016.".into(),
        here: Some("Ica".into()),
        size: SIZE,
    }
}

#[test]
fn on_paper_a_map_has_its_colours_and_its_classes_in_words() {
    let shell = testing::shell(Lang::Es, "/mapa", "web-home", Matter::Real, &[]).unwrap();
    let number = |value| format!("S/ {value}");
    let places = vec![
        place("Loreto<&", Some(9), square(-76.0, -5.0)),
        place("Ica", None, square(-76.0, -10.0)),
        place("Mi Perú", Some(0), Vec::new()),
    ];
    let picture = map(places).picture(&shell, &number).unwrap();
    let keys: Vec<String> = picture.keys.iter().map(|key| format!("{}: {}", key.name, key.words)).collect();
    assert_eq!(keys, ["S/ 0: 1 lugar", "S/ 9: 1 lugar", "Sin dato: 1 lugar"]);
    let svg = picture.drawing.unwrap().svg;
    for part in ["fill=\"#5265a8\"", "fill=\"#e4ded2\"", "Loreto&#60;&#38;", "class=\"q-here\""] {
        assert!(svg.contains(part), "no {part} in {svg}");
    }
    assert!(picture.keys[1].drawing.svg.contains("#5265a8"), "{:?}", picture.keys[1]);
    assert!(picture.notes[0].contains("Mi Perú") && picture.notes[1].contains("Contornos de 2016."));
    assert_eq!(map(vec![place("Loreto", Some(9), Vec::new())]).picture(&shell, &number), None);
}

#[test]
fn every_place_is_drawn_or_named_and_says_its_value() {
    let places = vec![
        place("Loreto", Some(9), square(-76.0, -5.0)),
        place("Puno<b>", Some(-2), square(-71.0, -10.0)),
        place("Ica", None, square(-76.0, -10.0)),
        place("Mi Perú", Some(0), Vec::new()),
    ];
    let html = drawn(Lang::Es, places);
    for part in [
        "role=\"group\"",
        "PIM &#60;2020&#62;",
        "aria-label=\"Loreto: S/ 9\"",
        "<title>Puno&#60;b&#62;: S/ -2</title>",
        "href=\"/territorio/Loreto?year=2020&#38;known=2026-01-01\"",
        "fill=\"url(#mapa-below)\"",
        "fill=\"url(#mapa-none)\"",
        "fill=\"url(#mapa-4)\"",
        ">Loreto</tspan>",
        "Mi Perú",
        "5°\u{a0}S",
        "Contornos de 2016.",
        "aria-label=\"Ica: sin dato\" class=\"q-here\"",
        "href=\"#lugares\"",
    ] {
        assert!(html.contains(part), "no {part} in {html}");
    }
    assert!(!html.contains("style=") && !html.contains("<b>"), "{html}");
    assert_eq!(html.matches("class=\"q-area\"").count(), 3 + 4, "three areas; four classes in words");
}

#[test]
fn without_outlines_the_table_is_alone() {
    assert_eq!(drawn(Lang::En, vec![place("Loreto", Some(9), Vec::new())]), "");
    assert_eq!(drawn(Lang::En, Vec::new()), "");
}

#[test]
fn labels_do_not_cover_each_other() {
    let near = (0..9).map(|n| {
        place("Un nombre largo", Some(n), square(-76.0 + f64::from(u8::try_from(n).unwrap()) / 10.0, -5.0))
    });
    let html = drawn(Lang::Es, near.collect());
    assert_eq!(html.matches("<text").count(), 1, "{html}");
}

#![allow(clippy::unwrap_used)]
use super::*;
use crate::{
    Lang, Matter,
    components::{Cell, Column},
    testing,
};

fn chart(observed: &[(f64, f64)], target: &[(f64, f64)]) -> LineChart {
    let points = |pairs: &[(f64, f64)]| pairs.iter().map(|&(year, value)| Point { year, value }).collect();
    LineChart {
        id: "c".into(),
        title: "Pobreza <%>".into(),
        description: "Baja.".into(),
        observed: points(observed),
        target: points(target),
    }
}

fn draw(observed: &[(f64, f64)], target: &[(f64, f64)]) -> String {
    let shell = testing::shell(Lang::Es, "/", "web-home", Matter::Real, &[]).unwrap();
    let chart = chart(observed, target);
    let mut table = Table::new("t", "Pobreza", vec![Column::text("Año")]);
    table.push(vec![Cell::text("2011")]);
    chart.to_html(&shell, &table).to_string()
}

#[test]
fn a_chart_has_its_words_and_its_table() {
    let html = draw(&[(2010.0, 30.8), (2015.0, 21.8)], &[(2010.0, 30.8), (2021.0, 10.0)]);
    for part in
        ["role=\"img\"", "Pobreza &#60;%&#62;", "<desc", "Observado", "Meta", "21,8\n", "10\n", "<table"]
    {
        assert!(html.contains(part), "no {part} in {html}");
    }
    assert!(!html.contains("style="), "the content policy blocks inline styles: {html}");
}

#[test]
fn on_paper_it_is_the_same_drawing() {
    let shell = testing::shell(Lang::Es, "/", "web-home", Matter::Real, &[]).unwrap();
    let picture = chart(&[(2010.0, 30.8), (2015.0, 21.8)], &[]).picture(&shell).unwrap();
    assert_eq!((picture.title.as_str(), picture.description.as_str()), ("Pobreza <%>", "Baja."));
    let drawing = picture.drawing.unwrap();
    assert_eq!(drawing.size, (370, 240));
    assert!(drawing.svg.starts_with("<svg xmlns=") && drawing.svg.ends_with("</svg>"), "{}", drawing.svg);
    assert_eq!((drawing.svg.matches("<svg").count(), drawing.svg.matches("</svg>").count()), (1, 1));
    assert!(drawing.svg.contains("Observado") && drawing.svg.contains("21,8"), "{}", drawing.svg);
    assert_eq!(chart(&[(2010.0, 30.8)], &[]).picture(&shell), None);
}

#[test]
fn any_series_is_drawn_or_left_to_its_table() {
    let cases: [&[(f64, f64)]; 6] = [
        &[],
        &[(2020.0, 1.0)],
        &[(2020.0, 0.0), (2021.0, 0.0)],
        &[(2020.0, -5.0), (2020.0, -5.0)],
        &[(2020.0, f64::NAN), (2021.0, 1.0)],
        &[(2020.0, 1e300), (2021.0, -1e300)],
    ];
    for observed in cases {
        assert!(draw(observed, &[]).contains("<table"), "for {observed:?}");
    }
}

#[test]
fn the_value_stands_at_the_end_of_its_line_and_never_on_the_years() {
    let check = |side, y, x, expect: &[(&str, i32)]| {
        let got = end_lines("Observado", "43,1", side, (x, y));
        assert_eq!(got.iter().map(|(words, down)| (words.as_str(), *down)).collect::<Vec<_>>(), expect);
    };
    check(VPos::Bottom, 205, 290, &[("Observado", -19), ("43,1", -2)]);
    check(VPos::Top, 100, 290, &[("Observado", 2), ("43,1", 19)]);
    check(VPos::Top, 190, 200, &[("Observado 43,1", 2)]);
    check(VPos::Top, 190, 290, &[("Observado", 2)]);
}

#![allow(clippy::unwrap_used)]
use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn check(path: &str, query: &str, expect: &str) {
    let got = match View::parse(path, query) {
        Ok(view) => view.here(),
        Err(error) => format!("refused: {error}"),
    };
    assert_eq!(got, expect, "for {path}?{query}");
}

#[test]
fn the_url_holds_the_view() {
    check("/", "", "/");
    check("/en", "", "/en");
    check("/en/", "known=2020-05-01", "/en?known=2020-05-01");
    check("/objetivo/PEDN/OE1", "year=2020", "/objetivo/PEDN/OE1?year=2020");
    check("/presupuesto", "by=entity&by=source&year=2020", "/presupuesto?by=entity&by=source&year=2020");
    check("/x", "known=2020-05-01T10:00:00-05:00", "/x?known=2020-05-01T15%3A00%3A00Z");
    check("/x", "known=&year=&q=%C3%B1and%C3%BA", "/x?q=%C3%B1and%C3%BA");
    check("/x", "territory=070101&format=csv", "/x?territory=070101&format=csv");
}

#[test]
fn what_names_no_view_is_refused_in_words() {
    check("/x", "year=twenty", "refused: not a year from 1900 to 2200: \"twenty\"");
    check("/x", "year=1899", "refused: not a year from 1900 to 2200: \"1899\"");
    check("/x", "year=2020&year=2021", "refused: year is given more than once");
    check("/x", "known=2020-02-30", "refused: not a date (YYYY-MM-DD) or instant: \"2020-02-30\"");
    check("/x", "known=yesterday", "refused: not a date (YYYY-MM-DD) or instant: \"yesterday\"");
    check("/x", "territory=a%20b", "refused: not a territory code: \"a b\"");
    check("/x", "format=exe", "refused: not a format (html, csv, xlsx, json, pdf, cite): \"exe\"");
    check("/x", "q=%FF", "refused: not percent-encoded UTF-8: \"%FF\"");
}

#[test]
fn links_keep_the_shared_state_and_drop_the_pages_own() {
    let view = View::parse("/en/presupuesto", "by=entity&year=2020&known=2021-01-01&format=csv").unwrap();
    assert_eq!(view.link("/objetivo/PEDN/OE1"), "/en/objetivo/PEDN/OE1?year=2020&known=2021-01-01");
    assert_eq!(
        view.link_to(&["objetivo", "PEDN", "OE/1 ñ"]),
        "/en/objetivo/PEDN/OE%2F1%20%C3%B1?year=2020&known=2021-01-01"
    );
    assert_eq!(view.other_language(), "/presupuesto?by=entity&year=2020&known=2021-01-01&format=csv");
    let html = view.with_format(Format::Html).with_known(KnownAt::Now);
    assert_eq!(html.with("by", "source").with_year(2019).here(), "/en/presupuesto?by=source&year=2019");
    assert_eq!(html.and("by", "source").here(), "/en/presupuesto?by=entity&by=source&year=2020");
    assert_eq!(html.without("by").here(), "/en/presupuesto?year=2020");
}

#[test]
fn a_known_date_is_a_date() {
    let view = View::parse("/", "known=2020-12-31").unwrap();
    assert_eq!(view.known, KnownAt::Date(date(2020, 12, 31)));
}

proptest! {
    #[test]
    fn a_view_survives_its_own_url(path in "(/[a-zñ0-9 .%]{1,9}){1,3}", query in "\\PC{0,60}") {
        if let Ok(view) = View::parse(&path, &query) {
            let url = view.here();
            let (path, query) = url.split_once('?').unwrap_or((&url, ""));
            prop_assert_eq!(View::parse(path, query), Ok(view));
        }
    }
}

//! A code whose name changes: a year shows its own, several years the latest with the earlier ones told, and what was
//! known before a correction stays known.
use std::fs;

use budget::{
    domain::Dimension,
    queries::{self, CutRequest},
};

use super::desk::{Desk, sample};
use super::pages::{ask, service};

const NAME: &str = "REDUCCION DE VULNERABILIDAD Y ATENCION DE EMERGENCIAS POR DESASTRES";
const BEFORE: &str = "REDUCCION DE LA VULNERABILIDAD";
const CORRECTED: &str = "GESTION DE DESASTRES";

fn file(year: &str, name: &str) -> Vec<u8> {
    let text = fs::read_to_string(sample("pcm_covid_2020_tumbes.csv")).unwrap();
    assert!(text.contains(NAME), "the sample has the programme");
    text.replace("\n2020,", &format!("\n{year},")).replace(NAME, name).into_bytes()
}

#[tokio::test]
async fn a_listing_bears_the_names_of_its_year() {
    let desk = Desk::new().await;
    desk.load_country().await;
    desk.import_bytes("2019.csv", &file("2019", BEFORE)).await.unwrap();
    desk.import_bytes("2020.csv", &file("2020", NAME)).await.unwrap();
    let first = desk.bench.known().await;
    let service = service(&desk);
    let check = async |url: &str, says: &[&str], not: &[&str]| {
        let (status, body) = ask(&service, url).await;
        let body = String::from_utf8(body).unwrap();
        assert_eq!(status, 200, "{url}");
        for words in says {
            assert!(body.contains(words), "{url} does not say {words:?}: {body}");
        }
        for words in not {
            assert!(!body.contains(words), "{url} says {words:?}");
        }
    };
    let shown = |name: &str| format!("<span class=\"q-code\">0068</span> {name}</a>");
    let until = format!("until 2019: “{BEFORE}”");
    let from = format!("from 2020 on: “{NAME}”");
    check("/en/presupuesto?by=programme&year=2019", &[&shown(BEFORE), &from], &[&shown(NAME)]).await;
    check("/en/presupuesto?by=programme&year=2020", &[&shown(NAME), &until], &[&shown(BEFORE)]).await;
    check("/en/presupuesto?by=programme&across=year", &[&shown(NAME), &until], &[]).await;
    check("/en/presupuesto?by=year,programme", &[&shown(NAME), &until], &[&shown(BEFORE)]).await;
    // Files of a year bear the name of the year too.
    let csv = "&format=csv&table=presupuesto";
    check(&format!("/presupuesto?by=programme&year=2019{csv}"), &[BEFORE], &[NAME]).await;
    check(&format!("/presupuesto?by=programme&year=2020{csv}"), &[NAME], &[BEFORE]).await;
    check(&format!("/presupuesto?by=programme&across=year{csv}"), &[NAME], &[BEFORE]).await;
    // The same year, delivered again with another name.
    desk.import_bytes("2020b.csv", &file("2020", CORRECTED)).await.unwrap();
    check("/en/presupuesto?by=programme&year=2020", &[&shown(CORRECTED)], &[&shown(NAME)]).await;
    check("/en/presupuesto?by=programme&year=2019", &[&shown(BEFORE)], &[]).await;
    let names = async |known, year: Option<i16>| {
        let conn = &mut *desk.bench.read().await;
        let names = queries::names_by(conn, known, &[Dimension::Programme], year).await.unwrap();
        names[&Dimension::Programme].name("0068").unwrap().to_owned()
    };
    let now = desk.bench.known().await;
    assert_eq!(names(first, Some(2020)).await, NAME, "as known before the correction");
    assert_eq!(names(first, Some(2019)).await, BEFORE);
    assert_eq!(names(first, None).await, NAME);
    assert_eq!(names(now, Some(2020)).await, CORRECTED);
    assert_eq!(names(now, Some(2019)).await, BEFORE);
    // The money of the code is the same by any name.
    let request = CutRequest { by: vec![Dimension::Programme], year: Some(2020), ..CutRequest::default() };
    let (files, conn) = (&desk.bench.ctx.files, &mut *desk.bench.read().await);
    let before = queries::cut(conn, files, &desk.engine, first, &request).await.unwrap();
    assert_eq!(before, queries::cut(conn, files, &desk.engine, now, &request).await.unwrap());
}

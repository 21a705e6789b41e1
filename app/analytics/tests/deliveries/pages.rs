//! What the pages answer is what the command line answers, over real deliveries and the real engine.
use std::sync::Arc;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::Request,
};
use budget::{
    columnar::Columnar,
    domain::{Answer, Expression, Measure},
    queries::{self, CutRequest, render},
};
use tower::ServiceExt;
use web::{App, Country, Frame};

use super::desk::Desk;

/// A state with two replaced daily reports and a department's file, and the service over it.
async fn desk_and_service() -> (Desk, Router) {
    let desk = Desk::new().await;
    desk.import("ReporteGasto_PERUCOMPRAS_corte_2025-10-28.csv").await;
    desk.import("ReporteGasto_PERUCOMPRAS_corte_2025-10-29.csv").await;
    desk.import("pcm_covid_2020_tumbes.csv").await;
    let pack = pack::Pack::open(&testkit::peru()).unwrap();
    pack::load(&desk.bench.ctx, "peru", &pack).await.unwrap();
    let service = service(&desk);
    (desk, service)
}

/// The service over a state that holds a country.
pub fn service(desk: &Desk) -> Router {
    let ctx = &desk.bench.ctx;
    let country = Country { name: "Perú".into(), currency: "S/".into(), utc_offset_minutes: -300 };
    let contexts = [budget::pages::registration()];
    let frame = Arc::new(Frame::of(country, &contexts).unwrap());
    let now = ctx.now;
    let columnar: Arc<dyn Columnar> = Arc::new(analytics::Engine::default());
    let app = App::new(ctx.db.clone(), ctx.files.clone(), frame, Arc::new(move || now)).with_part(columnar);
    web::router(app, contexts)
}

pub async fn ask(service: &Router, url: &str) -> (u16, Vec<u8>) {
    let request = Request::builder().uri(url).body(Body::empty()).unwrap();
    let response = service.clone().oneshot(request).await.unwrap();
    let status = response.status().as_u16();
    (status, to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec())
}

async fn answer(desk: &Desk, by: &[&str], conditions: &[&str], year: Option<i16>) -> (CutRequest, Answer) {
    let texts = |list: &[&str]| list.iter().map(|t| (*t).to_owned()).collect::<Vec<_>>();
    let request = CutRequest::parse(&texts(by), &texts(conditions), year, &[]).unwrap();
    let (known, files) = (desk.bench.known().await, &desk.bench.ctx.files);
    let conn = &mut *desk.bench.read().await;
    let answer =
        queries::cut(conn, files, &desk.engine, known, &request).await.map(Arc::unwrap_or_clone).unwrap();
    (request, answer)
}

type Cut = (&'static [&'static str], &'static [&'static str], Option<i16>);

const CUTS: [Cut; 8] = [
    (&["level"], &[], Some(2020)),
    (&["programme", "source"], &["level=R"], Some(2020)),
    (&["source", "programme"], &["level=R", "level=M"], Some(2020)),
    (&["month", "generic"], &["department=24", "level=M"], Some(2020)),
    (&["product"], &["product=3*"], Some(2020)),
    (&["year", "entity"], &[], None),
    (&["specific_detail", "activity", "goal_sequence", "rubro"], &[], Some(2025)),
    (&["entity"], &["programme=9999"], Some(2020)),
];

fn url(cut: &Cut, own: &str) -> String {
    let (by, conditions, year) = cut;
    let conditions: String = conditions.iter().map(|c| format!("&where={}", web::encode(c))).collect();
    let year = year.map(|year| format!("&year={year}")).unwrap_or_default();
    format!("/presupuesto?by={}{conditions}{year}{own}", by.join(","))
}

#[tokio::test]
async fn the_page_gives_the_bytes_of_the_command_line() {
    let (desk, service) = desk_and_service().await;
    for cut in CUTS {
        let (_, answer) = answer(&desk, cut.0, cut.1, cut.2).await;
        let expect = String::from_utf8(render::csv(&answer).unwrap()).unwrap();
        for prefix in ["", "/en"] {
            // The order of the rows on the page changes nothing in the file.
            let (status, body) =
                ask(&service, &format!("{prefix}{}", url(&cut, "&sort=code&format=csv&table=cut"))).await;
            assert_eq!(status, 200, "{cut:?}");
            assert_eq!(String::from_utf8(body).unwrap(), expect, "{cut:?}");
        }
    }
    assert!(CUTS.iter().any(|cut| cut.0.len() > 3), "cuts of many dimensions are compared");
}

#[tokio::test]
async fn years_side_by_side_are_the_bytes_of_the_command_line() {
    let (desk, service) = desk_and_service().await;
    let (known, files) = (desk.bench.known().await, &desk.bench.ctx.files);
    // Neither way asks the register.
    let day = jiff::civil::date(2026, 1, 1);
    for cut in CUTS.iter().filter(|cut| !cut.0.contains(&"year")) {
        let cut = (cut.0, cut.1, None);
        let (request, _) = answer(&desk, cut.0, cut.1, None).await;
        for (way, expression) in [("", Expression::Soles), ("&as=share", Expression::Share)] {
            let (conn, at) = (&mut *desk.bench.read().await, (known, day));
            let found =
                queries::across_years(conn, files, &desk.engine, at, &request, Measure::Pim, expression);
            let expect = queries::across_csv(&found.await.unwrap().across).unwrap();
            let own = format!("&across=year{way}&format=csv&table=cut");
            let (status, body) = ask(&service, &url(&cut, &own)).await;
            assert_eq!(status, 200, "{cut:?}");
            assert_eq!(String::from_utf8(body), String::from_utf8(expect), "{cut:?}");
        }
    }
}

#[tokio::test]
async fn the_file_with_names_has_the_same_codes_and_amounts() {
    let (desk, service) = desk_and_service().await;
    for cut in CUTS {
        let (request, answer) = answer(&desk, cut.0, cut.1, cut.2).await;
        let (_, body) = ask(&service, &url(&cut, "&sort=code&format=csv&table=presupuesto")).await;
        let text = String::from_utf8(body).unwrap();
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let rows: Vec<Vec<String>> = reader
            .records()
            .map(|record| {
                let record = record.unwrap();
                let cells: Vec<&str> = record.iter().collect();
                let codes = (0..request.by.len()).map(|at| cells[at * 2]);
                let amounts = &cells[request.by.len() * 2..request.by.len() * 2 + Measure::USUAL.len()];
                codes.chain(amounts.iter().copied()).map(str::to_owned).collect()
            })
            .collect();
        let expect = String::from_utf8(render::csv(&answer).unwrap()).unwrap();
        let mut reader = csv::Reader::from_reader(expect.as_bytes());
        let expect: Vec<Vec<String>> =
            reader.records().map(|r| r.unwrap().iter().map(str::to_owned).collect()).collect();
        assert_eq!(rows, expect, "{cut:?}");
    }
}

#[tokio::test]
async fn the_parts_of_the_deliveries_are_the_total() {
    let (desk, _) = desk_and_service().await;
    for cut in CUTS {
        let (request, answer) = answer(&desk, cut.0, cut.1, cut.2).await;
        let (known, files) = (desk.bench.known().await, &desk.bench.ctx.files);
        let conn = &mut *desk.bench.read().await;
        let found = queries::explore(conn, files, &desk.engine, known, &request).await.unwrap();
        assert_eq!(*found.answer, answer, "{cut:?}");
        let total: Vec<_> = answer.measures.iter().map(|m| answer.total(*m)).collect();
        assert_eq!(found.along.last(), Some(&total), "{cut:?}");
        assert_eq!(found.along.len(), queries::steps(&request.filters).len() + 1, "{cut:?}");
        for (at, whole) in total.iter().enumerate() {
            let parts: base::Money = found.sources.iter().filter_map(|(_, amounts)| amounts[at]).sum();
            assert_eq!(parts, whole.unwrap_or_default(), "{cut:?}");
        }
        assert!(found.sources.iter().all(|(delivery, _)| delivery.delivery != 1), "a replaced one is silent");
    }
}

#[tokio::test]
async fn every_page_answers_and_bad_input_is_refused_in_words() {
    let (_desk, service) = desk_and_service().await;
    let check = async |url: &str, status: u16, words: &str| {
        for prefix in ["", "/en"] {
            let (found, body) = ask(&service, &format!("{prefix}{url}")).await;
            let body = String::from_utf8(body).unwrap();
            assert_eq!(found, status, "{prefix}{url}");
            assert!(body.contains(words), "{prefix}{url} does not say {words:?}");
        }
    };
    check("/presupuesto", 200, "GOBIERNOS REGIONALES").await;
    check("/presupuesto?year=2025&where=sec_ejec=1650", 200, "metas-fisicas").await;
    check("/presupuesto?with=source&code=ordinarios", 200, "RECURSOS ORDINARIOS").await;
    check("/presupuesto?where=programme=9999", 200, "q-empty").await;
    check("/presupuesto?where=programa=9999", 400, "programa").await;
    check("/presupuesto?known=2020-01-01", 200, "q-empty").await;
    check("/cobertura", 200, "0 céntimos").await;
    check("/cobertura?by=programme&year=2025&measure=accrued", 200, "0 céntimos").await;
    check("/cobertura?by=nada", 400, "nada").await;
    check("/entregas", 200, "pcm_covid_2020_tumbes.csv").await;
    check("/entrega/2", 200, "/entregas/comparar?old=1&#38;new=2").await;
    check("/entrega/9", 404, "404").await;
    check("/entrega/nada", 404, "404").await;
    check("/entregas/comparar?old=1&new=2", 200, "lineas").await;
    check("/entregas/comparar?old=1&new=9", 400, "9").await;
    check("/entregas/comparar?old=x&new=1", 400, "x").await;
    check("/conciliacion", 200, "/conciliacion?delivery=3").await;
    check("/conciliacion?delivery=2", 200, "q-notice--done").await;
    check("/conciliacion?delivery=9", 400, "9").await;
}

#[tokio::test]
async fn a_damaged_store_is_said_and_not_passed_off() {
    let (desk, service) = desk_and_service().await;
    let known = desk.bench.known().await;
    let files = &desk.bench.ctx.files;
    let views = queries::deliveries(&mut *desk.bench.read().await, files, known).await.unwrap();
    // The rows of one delivery stand where those of another should.
    let (from, to) = (files.path(&views[0].delivery.parquet), files.path(&views[1].delivery.parquet));
    std::fs::remove_file(&to).unwrap();
    std::fs::copy(from, &to).unwrap();
    let (status, body) = ask(&service, "/conciliacion?delivery=2").await;
    let body = String::from_utf8(body).unwrap();
    assert_eq!(status, 200);
    assert!(body.contains("q-notice--warning") && body.contains("q-tag--bad"), "{body}");
}

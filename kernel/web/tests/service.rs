//! The whole service, asked over HTTP in memory.
#![allow(clippy::unwrap_used)]
use std::sync::Arc;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Method, Request, Response},
};
use testkit::Bench;
use tower::ServiceExt;
use web::{
    App, Country, Frame,
    sheet::{PrintError, Printer, Sheet},
};

mod demo;

/// Prints what it is told in its own words, and cannot print where nothing is known of the time before.
struct Telling;

impl Printer for Telling {
    fn pdf(&self, sheet: &Sheet) -> Result<Vec<u8>, PrintError> {
        if sheet.address.contains("known=2020-01-01") {
            return Err(PrintError("no paper".into()));
        }
        Ok(format!("%PDF {sheet:?}").into_bytes())
    }
}

async fn service() -> (Bench, Router) {
    let bench = Bench::new(&[]).await;
    let country = Country { name: "Perú".into(), currency: "S/".into(), utc_offset_minutes: -300 };
    let contexts = [demo::registration()];
    let frame = Arc::new(Frame::of(country, &contexts).unwrap());
    let now = bench.ctx.now;
    let app = App::new(bench.ctx.db.clone(), bench.ctx.files.clone(), frame, Arc::new(move || now));
    let printer: Arc<dyn Printer> = Arc::new(Telling);
    let app = app.with_part(printer);
    let router = web::router(app, contexts);
    (bench, router)
}

async fn ask(router: &Router, method: Method, url: &str, headers: &[(&str, &str)]) -> Response<Body> {
    let mut request = Request::builder().method(method).uri(url);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap()
}

async fn text(response: Response<Body>) -> String {
    String::from_utf8(to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap()
}

async fn check(router: &Router, url: &str, status: u16, words: &str) {
    let response = ask(router, Method::GET, url, &[]).await;
    assert_eq!(response.status().as_u16(), status, "for {url}");
    let policy = response.headers()["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    let body = text(response).await;
    assert!(body.contains(words), "{url} does not say {words:?}: {body}");
}

#[tokio::test]
async fn pages_and_errors_speak_the_language_of_the_path() {
    let (_bench, router) = service().await;
    check(&router, "/objetivo/OE2", 200, "Igualdad de oportunidades").await;
    check(&router, "/en/objetivo/OE2", 200, "Equal opportunities").await;
    check(&router, "/objetivo/OE2?known=2025-12-31", 200, "Así se sabía el 31 de diciembre de 2025").await;
    check(&router, "/en/objetivo/OE2?known=2025-12-31", 200, "As it was known on 31 December 2025").await;
    check(&router, "/nada", 404, "No encontramos esta página").await;
    check(&router, "/en/nothing", 404, "We cannot find this page").await;
    check(&router, "/objetivo/muylargoparaser", 404, "No encontramos").await;
    check(&router, "/objetivo/OE2?year=MMXX", 400, "«MMXX» no es un año").await;
    check(&router, "/en/objetivo/OE2?known=tomorrow", 400, "“tomorrow” is not a date").await;
    check(&router, "/objetivo/OE2?known=2026-03-03", 400, "todavía no llega").await;
    check(&router, "/objetivo/OE2?known=2026-03-02", 200, "Así se sabía").await;
    check(&router, "/objetivo/OE2?page=0", 400, "«page» no admite el valor «0»").await;
    check(&router, "/objetivo/OE2?year=%3Cscript%3E", 400, "«&#60;script&#62;»").await;
    check(&router, "/objetivo/%FF", 400, "No entendemos la dirección").await;
    check(&router, "/objetivo/OE2?q=%FF", 400, "signos que no se pueden leer").await;
    check(&router, "/panic", 500, "No es culpa suya").await;
    check(&router, "/en/panic", 500, "not your fault").await;
}

#[tokio::test]
async fn methods_and_tidy_addresses() {
    let (_bench, router) = service().await;
    let post = ask(&router, Method::POST, "/objetivo/OE2", &[]).await;
    assert_eq!(post.status().as_u16(), 405);
    assert!(text(post).await.contains("no admite esa operación"));
    let head = ask(&router, Method::HEAD, "/objetivo/OE2", &[]).await;
    assert_eq!(head.status().as_u16(), 200);
    assert_eq!(text(head).await, "");
    for (url, tidy) in [
        ("/objetivo/OE2/?year=2020", "/objetivo/OE2?year=2020"),
        ("/es/objetivo/OE2", "/objetivo/OE2"),
        ("/en/", "/en"),
        ("//evil.example/", "/evil.example"),
        ("/es//evil.example", "/evil.example"),
    ] {
        let response = ask(&router, Method::GET, url, &[]).await;
        assert_eq!(response.status().as_u16(), 308, "for {url}");
        assert_eq!(response.headers()["location"], tidy, "for {url}");
    }
}

#[tokio::test]
async fn a_slow_line_pays_once() {
    let (_bench, router) = service().await;
    let first = ask(&router, Method::GET, "/objetivo/OE2", &[("accept-encoding", "gzip")]).await;
    assert_eq!(first.headers()["content-encoding"], "gzip");
    let tag = first.headers()["etag"].to_str().unwrap().to_owned();
    let bytes = to_bytes(first.into_body(), usize::MAX).await.unwrap();
    assert!(bytes.len() < 30_000, "{} bytes", bytes.len());
    let again = ask(&router, Method::GET, "/objetivo/OE2", &[("if-none-match", &tag)]).await;
    assert_eq!(again.status().as_u16(), 304);
    let other = ask(&router, Method::GET, "/en/objetivo/OE2", &[("if-none-match", &tag)]).await;
    assert_eq!(other.status().as_u16(), 200);
}

#[tokio::test]
async fn tables_are_files_too() {
    let (_bench, router) = service().await;
    let csv = ask(&router, Method::GET, "/objetivo/OE2?table=programmes&format=csv", &[]).await;
    assert_eq!(csv.headers()["content-type"], "text/csv; charset=utf-8; header=present");
    assert_eq!(csv.headers()["content-disposition"], "attachment; filename=\"programmes.csv\"");
    let body = text(csv).await;
    assert!(body.starts_with("\u{feff}Programa,PIA,PIM,Devengado,Avance %\r\n0002 Salud"), "{body}");
    check(&router, "/objetivo/OE2?table=nope&format=csv", 404, "No encontramos").await;
}

#[tokio::test]
async fn tables_are_printed_too() {
    let (_bench, router) = service().await;
    let url = "/objetivo/OE2?format=pdf&known=2026-03-01";
    let pdf = ask(&router, Method::GET, url, &[]).await;
    assert_eq!(pdf.status().as_u16(), 200);
    assert_eq!(pdf.headers()["content-type"], "application/pdf");
    assert_eq!(pdf.headers()["content-disposition"], "attachment; filename=\"objetivo-OE2.pdf\"");
    let tag = pdf.headers()["etag"].to_str().unwrap().to_owned();
    let body = text(pdf).await;
    assert!(body.starts_with("%PDF") && body.contains("0002 Salud materno neonatal"), "{body}");
    let again = ask(&router, Method::GET, url, &[("if-none-match", &tag)]).await;
    assert_eq!(again.status().as_u16(), 304);
    check(&router, "/objetivo/OE2?format=pdf&known=2020-01-01", 500, "No es culpa suya").await;
    check(&router, "/objetivo/OE2?format=pdf&table=nope", 404, "No encontramos").await;
    check(&router, "/en/objetivo/OE2?format=docx", 400, "csv, xlsx, json, pdf or cite").await;
    check(&router, "/objetivo/OE2", 200, "href=\"/objetivo/OE2?table=programmes&#38;format=pdf\"").await;
    check(&router, "/objetivo/OE2", 200, "href=\"/objetivo/OE2?format=pdf\"").await;
}

#[tokio::test]
async fn assets_are_served_and_nothing_else() {
    let (_bench, router) = service().await;
    let page = text(ask(&router, Method::GET, "/objetivo/OE2", &[]).await).await;
    let style = page.split("rel=\"stylesheet\" href=\"").nth(1).unwrap().split('"').next().unwrap();
    let response = ask(&router, Method::GET, style, &[]).await;
    assert_eq!(response.status().as_u16(), 200);
    assert_eq!(response.headers()["content-type"], "text/css; charset=utf-8");
    check(&router, "/assets/..%2F..%2FCargo.toml", 404, "No encontramos").await;
    check(&router, "/assets/.gitkeep", 404, "No encontramos").await;
}

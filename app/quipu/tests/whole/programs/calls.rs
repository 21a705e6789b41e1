//! What a call may ask, and what it is told where it may not.
use axum::http::{Method, StatusCode};

use super::Service;

/// Every refusal: the call, its status, the kind of problem, the parameter it names.
const REFUSALS: [(&str, u16, &str, &str); 27] = [
    ("/api/v1/plans?foo=1", 400, "refused", "foo"),
    ("/api/v1/plans?plan=A&plan=B", 400, "refused", "plan"),
    ("/api/v1/plans?limit=0", 400, "refused", "limit"),
    ("/api/v1/plans?limit=10001", 400, "refused", "limit"),
    ("/api/v1/plans?limit=ten", 400, "refused", "limit"),
    ("/api/v1/plans?limit=%2B7", 400, "refused", "limit"),
    ("/api/v1/plans?known=yesterday", 400, "refused", "known"),
    ("/api/v1/plans?known=", 400, "refused", "known"),
    ("/api/v1/plans?known=2026-02-30", 400, "refused", "known"),
    ("/api/v1/plans?known=2099-01-01", 404, "not-found", ""),
    ("/api/v1/plans?lang=fr", 400, "refused", "lang"),
    ("/api/v1/plans?format=xml", 400, "refused", "format"),
    ("/api/v1/plans?%ff=1", 400, "refused", "?"),
    ("/api/v1/entries?after=abc", 400, "refused", "after"),
    ("/api/v1/delivery-totals?after=abc~pim", 404, "not-found", "after"),
    ("/api/v1/delivery-totals?measure=dinero", 400, "refused", "measure"),
    ("/api/v1/plan-versions?state=good", 400, "refused", "state"),
    ("/api/v1/budget?by=colour", 400, "refused", "by"),
    ("/api/v1/budget?year=20", 400, "refused", "year"),
    (
        "/api/v1/budget?by=year&by=month&by=level&by=entity&by=sector&by=pliego&by=goal&by=group&by=source",
        404,
        "not-found",
        "by",
    ),
    ("/api/v1/budget?across=month", 400, "refused", "across"),
    ("/api/v1/budget?across=year&year=2020", 404, "not-found", "across"),
    ("/api/v1/budget?across=year&by=year", 404, "not-found", "across"),
    ("/api/v1/search", 400, "refused", "q"),
    ("/api/v1/statuses?on=2020-13-01", 400, "refused", "on"),
    ("/api/v1/thread/PEDN/NADA", 404, "not-found", ""),
    ("/api/v1/nothing", 404, "not-found", ""),
];

#[tokio::test]
async fn what_cannot_be_asked_is_told_in_words_in_both_languages() {
    let service = Service::open().await;
    for (url, status, code, parameter) in REFUSALS {
        let answer = service.get(url).await;
        assert_eq!(answer.status.as_u16(), status, "{url}");
        assert_eq!(answer.header("content-type"), "application/problem+json", "{url}");
        let problem = answer.json();
        assert_eq!(problem["type"], format!("urn:quipu:problem:{code}"), "{url}");
        assert_eq!(problem["status"], status, "{url}");
        assert_eq!(problem["parameter"].as_str().unwrap_or_default(), parameter, "{url}");
        assert!(!problem["title"].as_str().unwrap().contains('⟦'), "{problem}");
        let said = problem["detail"].as_str().unwrap_or_default();
        assert!(status == 404 || said.len() > 10, "{url}: {problem}");
        if !url.contains("lang=") && !url.contains("%ff") {
            let english =
                service.get(&format!("{url}{}lang=en", if url.contains('?') { '&' } else { '?' })).await;
            assert_ne!(english.json()["title"], problem["title"], "{url}");
        }
    }
}

#[tokio::test]
async fn it_can_only_be_read_and_from_any_site() {
    let service = Service::open().await;
    for method in [Method::POST, Method::PUT, Method::DELETE, Method::PATCH] {
        let answer = service.ask(method, "/api/v1/plans", &[]).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
        assert_eq!(answer.header("allow"), "GET,HEAD");
        assert_eq!(answer.json()["type"], "urn:quipu:problem:method-not-allowed");
    }
    let origin = [("origin", "https://example.org")];
    let answer = service.ask(Method::GET, "/api/v1/plans", &origin).await;
    assert_eq!(answer.header("access-control-allow-origin"), "*");
    assert!(answer.header("access-control-expose-headers").contains("x-ratelimit-remaining"));
    let asked = [("origin", "https://example.org"), ("access-control-request-method", "GET")];
    let answer = service.ask(Method::OPTIONS, "/api/v1/plans", &asked).await;
    assert_eq!(answer.status, StatusCode::OK);
    let page = service.ask(Method::GET, "/planes", &origin).await;
    assert_eq!(page.header("access-control-allow-origin"), "", "pages are for people");
}

#[tokio::test]
async fn what_has_not_changed_costs_nothing_twice() {
    let service = Service::open().await;
    let url = "/api/v1/plans?limit=3";
    let tag = service.get(url).await.header("etag").to_owned();
    assert!(!tag.is_empty());
    let again = service.ask(Method::GET, url, &[("if-none-match", &tag)]).await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert!(again.body.is_empty());
    let other = service.ask(Method::GET, "/api/v1/plans?limit=4", &[("if-none-match", &tag)]).await;
    assert_eq!(other.status, StatusCode::OK);
}

#[tokio::test]
async fn the_format_is_what_the_caller_takes() {
    let service = Service::open().await;
    let check = async |accept: &str, url: &str, expect: &str| {
        let answer = service.ask(Method::GET, url, &[("accept", accept)]).await;
        assert_eq!(answer.header("content-type"), expect, "{accept} {url}");
        answer
    };
    const PARQUET: &str = "application/vnd.apache.parquet";
    check("*/*", "/api/v1/plans", "application/json").await;
    check("text/csv", "/api/v1/plans", "text/csv").await;
    let parquet = check(PARQUET, "/api/v1/plans", PARQUET).await;
    assert!(parquet.body.starts_with(b"PAR1") && parquet.body.ends_with(b"PAR1"));
    check("text/csv", "/api/v1/plans?format=parquet", PARQUET).await;
    check("image/png", "/api/v1/plans", "application/problem+json").await;
    check("text/csv", "/api/v1/thread/PEDN/OE2", "application/problem+json").await;
    let refused = service.ask(Method::GET, "/api/v1/plans", &[("accept", "image/png")]).await;
    assert_eq!(refused.status, StatusCode::NOT_ACCEPTABLE);
}

#[tokio::test]
async fn who_calls_too_often_is_told_when_to_call_again() {
    let limits = api::Limits { per_second: 1, burst: 3, behind_proxy: false };
    let service = Service::limited(limits).await;
    for left in [2, 1, 0] {
        let answer = service.get("/api/v1/plans?limit=1").await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.header("x-ratelimit-limit"), "3");
        assert_eq!(answer.header("x-ratelimit-remaining"), left.to_string());
    }
    let refused = service.get("/api/v1/plans?limit=1&lang=en").await;
    assert_eq!(refused.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(refused.header("content-type"), "application/problem+json");
    assert!(refused.header("retry-after").parse::<u32>().is_ok());
    assert_eq!(refused.json()["title"], "Too many calls: wait the seconds that Retry-After says");
    assert_eq!(service.get("/planes").await.status, StatusCode::OK, "pages are not counted");
}

/// Behind a proxy callers are told apart by the address it names; without one nobody can name another.
#[tokio::test]
async fn nobody_passes_for_another_caller() {
    let named = async |behind_proxy: bool| {
        let service = Service::limited(api::Limits { per_second: 1, burst: 1, behind_proxy }).await;
        let mut admitted = 0;
        for address in ["203.0.113.1", "203.0.113.2", "203.0.113.3"] {
            let answer = service.ask(Method::GET, "/api/v1/plans", &[("x-forwarded-for", address)]).await;
            admitted += usize::from(answer.status == StatusCode::OK);
        }
        admitted
    };
    assert_eq!(named(true).await, 3);
    assert_eq!(named(false).await, 1);
}

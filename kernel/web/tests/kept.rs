//! Answers kept for a state: made once, never shown of another state, another day, another reader.
#![allow(clippy::unwrap_used)]
use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicI64, AtomicUsize, Ordering},
    },
};

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::Path,
    http::{Request, StatusCode},
    response::{IntoResponse, Response},
};
use jiff::{SignedDuration, Timestamp};
use testkit::Bench;
use tower::ServiceExt;
use web::{
    App, Country, Csv, Frame, Matter, Messages, PageError, Reading, Registration,
    gate::{PUBLIC, Routes},
};

/// How often a page was made.
struct Made(AtomicUsize);
/// As the search index: what it says changes without an entry.
struct Index;

async fn page(reading: Reading, Path(kind): Path<String>) -> Result<Response, PageError> {
    let made = reading.app.part::<Made>()?.0.fetch_add(1, Ordering::SeqCst);
    match kind.as_str() {
        "index" => {
            reading.app.part::<Index>()?;
        }
        "health" => reading.tells_of_more(),
        "missing" => return Err(PageError::NotFound),
        _ => (),
    }
    if kind == "private" {
        return Ok("private".into_response());
    }
    let mut table = Csv::new("made", Matter::Real, "", vec!["times".into(), "today".into(), "known".into()]);
    let known = reading.known.seq().to_string();
    table.push(vec![(made + 1).to_string(), reading.today.to_string(), known]);
    table.into_response()
}

struct Shop {
    bench: Bench,
    router: Router,
    hours: Arc<AtomicI64>,
}

impl Shop {
    async fn open() -> Self {
        let bench = Bench::new(&[]).await;
        let messages = Messages { context: "kept", es: "", en: "" };
        let routes = Routes::new().get("/page/{kind}", PUBLIC, page);
        let contexts = [Registration { messages, nav: &[], routes }];
        let country = Country { name: "Perú".into(), currency: "S/".into(), utc_offset_minutes: -300 };
        let frame = Arc::new(Frame::of(country, &contexts).unwrap());
        let hours = Arc::new(AtomicI64::new(0));
        let (begin, passed) = (bench.ctx.now, hours.clone());
        let clock =
            move || -> Timestamp { begin + SignedDuration::from_hours(passed.load(Ordering::SeqCst)) };
        let app = App::new(bench.ctx.db.clone(), bench.ctx.files.clone(), frame, Arc::new(clock));
        let app = app.with_part(Made(AtomicUsize::new(0))).with_moving_part(Index);
        Self { router: web::router(app, contexts), bench, hours }
    }

    async fn ask(&self, url: &str, headers: &[(&str, &str)]) -> (StatusCode, String) {
        let request =
            headers.iter().fold(Request::builder().uri(url), |r, (name, value)| r.header(*name, *value));
        let response = self.router.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let (status, policy) =
            (response.status(), response.headers().get("content-security-policy").cloned());
        assert!(policy.is_some(), "{url}: kept without what every answer carries");
        let bytes = to_bytes(response.into_body(), usize::MAX).await.unwrap();
        (status, String::from_utf8_lossy(&bytes).lines().last().unwrap_or_default().to_owned())
    }

    async fn check(&self, url: &str, headers: &[(&str, &str)], expect: &str) {
        let (_, said) = self.ask(url, headers).await;
        assert_eq!(said, expect, "{url} {headers:?}");
    }

    async fn act(&self) {
        let act = self.bench.ctx.open("test.act").await.unwrap();
        act.commit("subject", &BTreeMap::<String, String>::new()).await.unwrap();
    }
}

#[tokio::test]
async fn a_page_is_made_once_for_a_state_and_a_day() {
    let shop = Shop::open().await;
    shop.check("/page/a", &[], "1,2026-03-02,0").await;
    shop.check("/page/a", &[], "1,2026-03-02,0").await;
    shop.check("/en/page/a", &[], "2,2026-03-02,0").await;
    shop.check("/page/a?year=2020", &[], "3,2026-03-02,0").await;
    shop.check("/page/a", &[], "1,2026-03-02,0").await;
    shop.act().await;
    shop.check("/page/a", &[], "4,2026-03-02,1").await;
    shop.check("/page/a?known=2026-03-01", &[], "5,2026-03-02,0").await;
    shop.hours.store(24, Ordering::SeqCst);
    shop.check("/page/a", &[], "6,2026-03-03,1").await;
    shop.check("/page/a", &[], "6,2026-03-03,1").await;
}

#[tokio::test]
async fn what_is_made_of_more_than_the_state_is_made_each_time() {
    let shop = Shop::open().await;
    for (round, first) in [1, 4, 7].into_iter().enumerate() {
        for (n, kind) in ["index", "health", "missing"].into_iter().enumerate() {
            let (status, said) = shop.ask(&format!("/page/{kind}"), &[]).await;
            match kind {
                "missing" => assert_eq!(status, StatusCode::NOT_FOUND),
                _ => assert_eq!(said, format!("{},2026-03-02,0", first + n), "{kind}, round {round}"),
            }
        }
    }
    // An answer that does not ask browsers to come again is not ours to keep.
    shop.ask("/page/private", &[]).await;
    shop.ask("/page/private", &[]).await;
    shop.check("/page/a", &[], "12,2026-03-02,0").await;
}

#[tokio::test]
async fn nobody_is_answered_what_was_made_for_another() {
    let shop = Shop::open().await;
    shop.check("/page/a", &[("host", "one.example")], "1,2026-03-02,0").await;
    shop.check("/page/a", &[("host", "two.example")], "2,2026-03-02,0").await;
    shop.check("/page/a", &[("host", "one.example"), ("x-forwarded-proto", "https")], "3,2026-03-02,0").await;
    // Who says who they are is answered anew, and that answer is nobody else's.
    shop.check("/page/a", &[("host", "one.example"), ("cookie", "session=1")], "4,2026-03-02,0").await;
    shop.check("/page/a", &[("host", "one.example"), ("authorization", "Basic MTox")], "5,2026-03-02,0")
        .await;
    // A token that nobody knows is told so, in a service that knows none, too.
    let (status, said) = shop.ask("/page/a", &[("authorization", "Bearer 1")]).await;
    assert!(status == StatusCode::UNAUTHORIZED && said.contains("unknown-token"), "{status} {said}");
    shop.check("/page/a", &[("host", "one.example")], "1,2026-03-02,0").await;
}

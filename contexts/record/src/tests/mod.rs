//! The log as programs ask it and as people read it, over a journal of small acts.
#![allow(clippy::unwrap_used)]
mod addresses;
mod pages;
mod raw;
mod words;

use std::sync::Arc;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use journal::SigningKey;
use testkit::Bench;
use tower::ServiceExt as _;
use web::{App, Country, Frame};

use crate::Signer;

pub struct House {
    pub bench: Bench,
    router: Router,
}

pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub fn header(&self, name: header::HeaderName) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

pub fn signer() -> Signer {
    Signer::new("quipu/demo", SigningKey::from_seed(&[7; 32]))
}

impl House {
    /// With that many entries.
    pub async fn of(entries: i64) -> Self {
        let bench = Bench::new(&[]).await;
        let country = Country { name: "Perú".into(), currency: "S/".into(), utc_offset_minutes: -300 };
        let contexts = [crate::pages::registration()];
        let frame = Arc::new(Frame::of(country, &contexts).unwrap().with_journal(crate::JOURNAL));
        let now = bench.ctx.now;
        let (db, files) = (bench.ctx.db.clone(), bench.ctx.files.clone());
        let app = App::new(db, files, frame, Arc::new(move || now)).with_part(signer());
        let house = Self { router: web::router(app, contexts), bench };
        house.append(entries).await;
        house
    }

    pub async fn append(&self, entries: i64) {
        for n in 0..entries {
            let act = self.bench.ctx.open("planning.import_plan").await.unwrap();
            act.commit("PLAN@1", &serde_json::json!({"n": n, "note": "<b>ñ</b>"})).await.unwrap();
        }
    }

    pub async fn ask(&self, method: Method, url: &str) -> Answer {
        let request = Request::builder().method(method).uri(url).body(Body::empty()).unwrap();
        let (head, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Answer { status: head.status, headers: head.headers, bytes }
    }

    pub async fn get(&self, url: &str) -> Answer {
        self.ask(Method::GET, url).await
    }
}

//! The API as programs use it, and the bulk files.
mod calls;
mod contract;
mod lists;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode},
};
use clap::Parser as _;
use quipu::{cli::Cli, commands::serve::service, state::State};
use serde_json::Value;
use tower::ServiceExt as _;

use crate::{
    access::accounts,
    sample::{self, MADE},
};

/// The service, and how many calls it admits.
struct Service(Router);

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: Vec<u8>,
}

impl Answer {
    fn json(&self) -> Value {
        let text = String::from_utf8_lossy(&self.body);
        serde_json::from_slice(&self.body).unwrap_or_else(|error| panic!("{error}: {text}"))
    }

    fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

impl Service {
    async fn open() -> Self {
        Self::limited(api::Limits { per_second: 0, ..api::Limits::default() }).await
    }

    async fn limited(limits: api::Limits) -> Self {
        let data = sample::whole();
        let line = crate::sample::line(&data, &["--now", MADE, "serve"]);
        let cli = Cli::parse_from(line);
        let state = State::open(&cli, false).await.unwrap();
        Self(service(&state, cli.now, limits, &accounts()).await.unwrap())
    }

    async fn ask(&self, method: Method, url: &str, headers: &[(&str, &str)]) -> Answer {
        let mut request = Request::builder().method(method).uri(url);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let response = self.0.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        let (head, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap().to_vec();
        Answer { status: head.status, headers: head.headers, body }
    }

    async fn get(&self, url: &str) -> Answer {
        self.ask(Method::GET, url, &[]).await
    }
}

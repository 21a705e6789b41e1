//! The service over the sample, asked in the process.
use std::{io::Read as _, path::Path};

use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, header},
};
use clap::Parser as _;
use flate2::read::GzDecoder;
use quipu::{cli::Cli, commands::serve::service, state::State};
use tower::ServiceExt as _;

use crate::{
    access::accounts,
    sample::{self, MADE},
};

#[derive(Clone)]
pub struct House(Router);

pub struct Answer {
    pub status: u16,
    pub kind: String,
    /// What travels.
    pub compressed: usize,
    pub text: String,
}

impl House {
    pub async fn open() -> Self {
        Self::over(&sample::whole(), MADE).await
    }

    /// Over a folder, on a clock that stands still.
    pub async fn over(data: &Path, now: &str) -> Self {
        Self::of(sample::line(data, &["--now", now, "serve"])).await
    }

    /// As that command line serves it.
    pub async fn of(line: Vec<String>) -> Self {
        let cli = Cli::parse_from(line);
        let state = State::open(&cli, false).await.unwrap();
        let limits = api::Limits { per_second: 0, ..api::Limits::default() };
        Self(service(&state, cli.now, limits, &accounts()).await.unwrap())
    }

    pub async fn ask(&self, url: &str) -> Answer {
        let request = Request::builder().uri(url).header(header::ACCEPT_ENCODING, "gzip");
        let request = request.body(Body::empty()).unwrap_or_else(|error| panic!("{url}: {error}"));
        let response = self.0.clone().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        let of = |name| head.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or_default().to_owned();
        let (kind, encoding) = (of(header::CONTENT_TYPE), of(header::CONTENT_ENCODING));
        let status = head.status.as_u16();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let mut plain = Vec::new();
        if encoding == "gzip" {
            GzDecoder::new(&bytes[..]).read_to_end(&mut plain).unwrap();
        } else {
            plain.extend_from_slice(&bytes);
        }
        // A workbook and the hashes of the public log are no text: what is asked of them is their status and kind.
        let text = String::from_utf8_lossy(&plain).into_owned();
        Answer { status, kind, compressed: bytes.len(), text }
    }

    /// What is behind the address, as it is stored or sent uncompressed.
    pub async fn ask_bytes(&self, url: &str) -> Vec<u8> {
        let request = Request::builder().uri(url).body(Body::empty()).unwrap();
        let response = self.0.clone().oneshot(request).await.unwrap();
        to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()
    }

    /// Answers in the order of the questions, several asked at once.
    pub async fn ask_all(&self, urls: &[String]) -> Vec<Answer> {
        let mut answers = Vec::new();
        for some in urls.chunks(4) {
            let asked = some.iter().map(|url| {
                let (house, url) = (self.clone(), url.clone());
                tokio::spawn(async move { house.ask(&url).await })
            });
            for task in asked.collect::<Vec<_>>() {
                answers.push(task.await.unwrap());
            }
        }
        answers
    }
}

/// Without language: `/plan/*` for `/en/plan/PEDN`.
pub fn pattern(url: &str) -> String {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let path =
        path.strip_prefix("/en").filter(|rest| rest.is_empty() || rest.starts_with('/')).unwrap_or(path);
    let mut parts = path.split('/').skip(1);
    let first = parts.next().unwrap_or_default();
    format!("/{first}{}", parts.map(|_| "/*").collect::<String>())
}

//! Whole answers, kept while the state they were made of is the present.
//!
//! What a page shows is decided by its address, the journal's last entry and the day: asked again, the answer kept is
//! what would be made anew. An answer made of anything else (the search index, files written at night) is never kept
//! ([`MadeOf`]), nor is one to a request that says who asks.
mod made_of;
mod store;

use axum::{
    body::{Body, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

pub(crate) use made_of::{MadeOf, Stamp};
pub(crate) use store::{Answer, Answers};

use crate::{App, PageError};

/// The outermost layer: what it keeps is what travels, compressed and tagged.
pub(crate) async fn keep(State(app): State<App>, request: Request, next: Next) -> Response {
    let seen = request.headers().get(header::IF_NONE_MATCH).cloned();
    let response = match Question::of(&request) {
        Some(question) => answered(&app, question, request, next).await,
        None => next.run(request).await,
    };
    unless_seen(seen.as_ref(), response)
}

/// What may be answered with what another reader was answered.
struct Question(String);

impl Question {
    /// Everything of a request that an answer depends on: the address, what the browser calls this site (it stands in
    /// addresses to copy), and what it can unpack.
    fn of(request: &Request) -> Option<Self> {
        let headers = request.headers();
        let says_who = headers.contains_key(header::COOKIE) || headers.contains_key(header::AUTHORIZATION);
        if request.method() != Method::GET || says_who {
            return None;
        }
        let said = |name: &str| -> String {
            let values: Vec<&str> =
                headers.get_all(name).iter().filter_map(|value| value.to_str().ok()).collect();
            values.join(",")
        };
        let [host, scheme, unpacks] = ["host", "x-forwarded-proto", "accept-encoding"].map(said);
        Some(Self([&request.uri().to_string(), &host, &scheme, &unpacks].map(String::as_str).join("\n")))
    }
}

async fn answered(app: &App, Question(question): Question, mut request: Request, next: Next) -> Response {
    // What was never asked costs no look at which state is the present.
    if let Some(answer) = app.answers().get(&question)
        && app.stamp().await == Some(answer.stamp)
    {
        return answer.to_response();
    }
    let made_of = MadeOf::default();
    request.extensions_mut().insert(made_of.clone());
    let response = next.run(request).await;
    match made_of.stamp().filter(|_| is_asked_again(&response)) {
        Some(stamp) => whole(app, question, stamp, response).await,
        None => response,
    }
}

/// Whether browsers are told to ask each time: then nothing older than the present is ever shown.
fn is_asked_again(response: &Response) -> bool {
    let no_cache = response.headers().get(header::CACHE_CONTROL).is_some_and(|value| value == "no-cache");
    response.status() == StatusCode::OK && no_cache
}

async fn whole(app: &App, question: String, stamp: Stamp, response: Response) -> Response {
    let (parts, body) = response.into_parts();
    match to_bytes(body, usize::MAX).await {
        Ok(bytes) => {
            let answer = Answer::new(stamp, parts.headers, bytes);
            app.answers().put(question, answer.clone());
            answer.to_response()
        }
        Err(error) => PageError::internal(error).into_response(),
    }
}

/// An answer that the reader has already is told so: on a slow line a page costs nothing twice.
fn unless_seen(seen: Option<&HeaderValue>, mut response: Response) -> Response {
    let has = |seen: &HeaderValue, tag: &HeaderValue| {
        let (seen, tag) = (seen.to_str().unwrap_or_default(), tag.to_str().unwrap_or("-"));
        seen.contains(tag)
    };
    let tag = response.headers().get(header::ETAG);
    let same = seen.zip(tag).is_some_and(|(seen, tag)| has(seen, tag));
    if same && is_asked_again(&response) {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        response.headers_mut().remove(header::CONTENT_LENGTH);
        *response.body_mut() = Body::empty();
    }
    response
}

/// Headers and bytes as they travel.
fn travelling(headers: &HeaderMap, bytes: axum::body::Bytes) -> Response {
    let mut response = Response::new(Body::from(bytes));
    *response.headers_mut() = headers.clone();
    response
}

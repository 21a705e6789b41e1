//! Requests of programs: known by a token before any route is looked at, and answered so that programs read it.
use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use serde_json::json;

use super::{Doorkeeper, Keys, Visitor};
use crate::{App, Lang, PageError, error_page, parse_query};

/// Who sends a token is known by it, or answered 401, whatever was asked for: a program that believes it is known learns
/// at once that it is not. Refusals are problem documents (RFC 9457), and nothing is kept between.
pub(crate) async fn bearer(State(app): State<App>, request: Request, next: Next) -> Response {
    let keys = Keys::of(request.headers());
    let Some(token) = keys.token() else { return next.run(request).await };
    let lang = lang(&request);
    let (mut parts, body) = request.into_parts();
    let known = match app.part::<Arc<dyn Doorkeeper>>() {
        Ok(door) => door.program(&app, token, &parts).await,
        // A service without accounts knows no token.
        Err(_) => Err(PageError::Unknown),
    };
    let mut response = match known {
        Ok(somebody) => {
            parts.extensions.insert(Visitor::Somebody(Box::new(somebody)));
            next.run(Request::from_parts(parts, body)).await
        }
        Err(refused) => refused.into_response(),
    };
    let status = response.status();
    if (status.is_client_error() || status.is_server_error()) && !error_page::has_own_body(&response) {
        response = problem(&app, lang, response);
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn lang(request: &Request) -> Lang {
    let (lang, _) = Lang::of_path(request.uri().path());
    let pairs = parse_query(request.uri().query().unwrap_or_default()).unwrap_or_default();
    if pairs.iter().any(|(name, value)| name == "lang" && value == "en") { Lang::En } else { lang }
}

/// A bare error in words, and in the header by which clients know what is wrong with their token (RFC 6750 §3).
fn problem(app: &App, lang: Lang, response: Response) -> Response {
    let (mut parts, _) = response.into_parts();
    let texts = &app.frame.texts;
    let error = parts.extensions.remove::<PageError>();
    let detail = match &error {
        Some(PageError::Refused { key, args }) => texts.t(lang, key, args),
        Some(PageError::Forbidden) => texts.t(lang, "web-error-403-token-what", &[]),
        _ => texts.t(lang, &format!("{}-what", error_page::key(parts.status)), &[]),
    };
    let document = json!({
        "type": format!("urn:quipu:problem:{}", code(parts.status)),
        "title": texts.t(lang, error_page::key(parts.status), &[]),
        "status": parts.status.as_u16(),
        "detail": detail,
    });
    let challenge = match parts.status {
        StatusCode::UNAUTHORIZED => Some("Bearer realm=\"quipu\", error=\"invalid_token\""),
        StatusCode::FORBIDDEN => Some("Bearer realm=\"quipu\", error=\"insufficient_scope\""),
        _ => None,
    };
    if let Some(challenge) = challenge {
        parts.headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
    }
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.remove(header::CONTENT_TYPE);
    let headers =
        [(header::CONTENT_TYPE, "application/problem+json"), (header::CONTENT_LANGUAGE, lang.tag())];
    (parts, headers, document.to_string()).into_response()
}

const fn code(status: StatusCode) -> &'static str {
    match status.as_u16() {
        401 => "unknown-token",
        403 => "not-permitted",
        404 => "not-found",
        405 => "method-not-allowed",
        408 => "timeout",
        413 => "too-large",
        429 => "too-many-requests",
        500..=599 => "internal",
        _ => "refused",
    }
}

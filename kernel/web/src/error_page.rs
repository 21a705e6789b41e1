//! Errors in words, in the language of the path, with the way back.
use askama::Template;
use axum::{
    extract::{Request, State},
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

use crate::{App, Lang, Matter, PageError, Shell, View};

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    shell: Shell,
    status: u16,
    /// What exactly was refused.
    reason: Option<String>,
    what_to_do: String,
}

/// Dresses every bare error (refusals of pages, unknown paths, limits, panics) as a page. Errors that
/// already have a body of their own kind (`application/…`) are left alone.
pub(crate) async fn dress(State(app): State<App>, request: Request, next: Next) -> Response {
    let (lang, _) = Lang::of_path(request.uri().path());
    let response = next.run(request).await;
    let status = response.status();
    if !(status.is_client_error() || status.is_server_error()) || has_own_body(&response) {
        return response;
    }
    let (mut parts, _) = response.into_parts();
    let error = parts.extensions.remove::<PageError>();
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.remove(header::CONTENT_TYPE);
    match page(&app, lang, status, error.as_ref()) {
        Some(body) => {
            let headers =
                [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
            (parts, headers, body).into_response()
        }
        None => parts.status.into_response(),
    }
}

pub(crate) fn has_own_body(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| !kind.starts_with("text/plain"))
}

fn page(app: &App, lang: Lang, status: StatusCode, error: Option<&PageError>) -> Option<String> {
    let texts = &app.frame.texts;
    let key = key(status);
    let title = texts.t(lang, key, &[]);
    let today = app.frame.country.date_of(app.now());
    let shell = Shell::new(app.frame.clone(), View::of(lang, "/"), &title, Matter::Real, today);
    let reason = match error {
        Some(PageError::Refused { key, args }) => Some(texts.t(lang, key, args)),
        _ => None,
    };
    let what_to_do = texts.t(lang, &format!("{key}-what"), &[]);
    let page = ErrorPage { shell, status: status.as_u16(), reason, what_to_do };
    page.render().map_err(|error| tracing::error!(%error, "error page not rendered")).ok()
}

/// Message key of what a status means; with `-what` behind it, of what to do.
pub(crate) fn key(status: StatusCode) -> &'static str {
    match status.as_u16() {
        401 => "web-error-401",
        403 => "web-error-403",
        404 => "web-error-404",
        405 => "web-error-405",
        408 => "web-error-408",
        413 => "web-error-413",
        429 => "web-error-429",
        _ if status.is_server_error() => "web-error-500",
        _ => "web-error-400",
    }
}

//! The service: every context's routes in both languages, inside what all answers share.
use std::time::Duration;

use axum::{
    Router,
    body::Body,
    extract::{DefaultBodyLimit, Request, State},
    http::{HeaderName, HeaderValue, StatusCode, Uri, header},
    middleware::{Next, from_fn, from_fn_with_state, map_response},
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use base::Digest;
use db::memo;
use tower_http::{
    catch_panic::CatchPanicLayer, compression::CompressionLayer, csrf::CsrfLayer,
    set_header::SetResponseHeaderLayer, timeout::TimeoutLayer,
};

use crate::{
    App, Messages, NavItem, PageError, assets, error_page,
    gate::{self, Routes},
    html::RunsScript,
    kept, sheet,
};

/// What a context brings to the web: its one registration.
pub struct Registration {
    pub messages: Messages,
    pub nav: &'static [NavItem],
    /// Paths without language prefix, each with who may ask for it.
    pub routes: Routes,
}

const BODY_BYTES_MAX: usize = 2 * 1024 * 1024;
const ANSWER_TIME_MAX: Duration = Duration::from_mins(1);

/// No script at all, and no style but our own file: nothing that data could carry is ever run.
const CONTENT_POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
                              form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Of the few pages that browsers ask for a script: our own files, and still nothing that stands in a page.
const CONTENT_POLICY_SCRIPT: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
                                     font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// The whole service. A path that two contexts claim is a defect found here, when the program starts.
pub fn router(app: App, contexts: impl IntoIterator<Item = Registration>) -> Router {
    service(app, contexts, Router::new())
}

/// As [`router`], with routes that have no language prefix `beside` the pages.
pub fn service(app: App, contexts: impl IntoIterator<Item = Registration>, beside: Router<App>) -> Router {
    if !assets::are_built() {
        tracing::warn!("web/dist holds no styles: run ./run, or `npm ci && npm run build` in web/");
    }
    let pages =
        contexts.into_iter().fold(Router::new(), |all, context| all.merge(context.routes.guarded(&app)));
    pages
        .clone()
        .nest("/en", pages)
        .merge(beside)
        .route("/assets/{name}", get(assets::asset))
        .fallback(no_route)
        .layer(from_fn_with_state(app.clone(), remember))
        .layer(from_fn_with_state(app.clone(), gate::bearer))
        // No form of another site acts in the name of who is logged in here.
        .layer(CsrfLayer::new())
        .layer(from_fn_with_state(app.clone(), sheet::print))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .layer(TimeoutLayer::with_status_code(StatusCode::REQUEST_TIMEOUT, ANSWER_TIME_MAX))
        .layer(CatchPanicLayer::custom(after_panic))
        .layer(from_fn_with_state(app.clone(), error_page::dress))
        .layer(from_fn(tag))
        .layer(CompressionLayer::new())
        .layer(map_response(content_policy))
        .layer(always(header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .layer(always(header::REFERRER_POLICY, "same-origin"))
        .layer(from_fn_with_state(app.clone(), kept::keep))
        .with_state(app)
}

/// What requests make of a state is kept for those that follow.
async fn remember(State(app): State<App>, request: Request, next: Next) -> Response {
    memo::scope(app.memo(), next.run(request)).await
}

async fn content_policy(mut response: Response) -> Response {
    let runs_script = response.extensions().get::<RunsScript>().is_some();
    let policy = if runs_script { CONTENT_POLICY_SCRIPT } else { CONTENT_POLICY };
    response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    response
}

fn always(name: HeaderName, value: &'static str) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::overriding(name, HeaderValue::from_static(value))
}

#[allow(clippy::needless_pass_by_value)] // the signature that tower-http asks for
fn after_panic(panic: Box<dyn std::any::Any + Send>) -> Response {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("no message");
    PageError::Internal(format!("panic: {text}")).into_response()
}

/// `/objetivo/` is `/objetivo`, and `/es/…` is `/…`; anything else is not found.
async fn no_route(uri: Uri) -> Result<Redirect, PageError> {
    let path = uri.path();
    let spanish = path.strip_prefix("/es").filter(|rest| rest.is_empty() || rest.starts_with('/'));
    // One slash in front, so that no address of another host can be made of it.
    let tidy = format!("/{}", spanish.unwrap_or(path).trim_matches('/'));
    if tidy == path {
        return Err(PageError::NotFound);
    }
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    Ok(Redirect::permanent(&format!("{tidy}{query}")))
}

/// The tag of an answer's content, by which [`kept::keep`] knows what a reader has already.
async fn tag(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    let no_cache = response.headers().get(header::CACHE_CONTROL).is_some_and(|value| value == "no-cache");
    if response.status() != StatusCode::OK || !no_cache {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let bytes = match axum::body::to_bytes(body, usize::MAX).await {
        Ok(bytes) => bytes,
        Err(error) => return PageError::internal(error).into_response(),
    };
    if let Ok(value) = HeaderValue::from_str(&format!("W/\"{}\"", Digest::of(&bytes))) {
        parts.headers.insert(header::ETAG, value);
    }
    Response::from_parts(parts, Body::from(bytes))
}

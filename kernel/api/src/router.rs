//! The routes of the API, made from its operations.
use std::sync::Arc;

use axum::{
    Json, Router,
    extract::{Request, State},
    http::{HeaderName, Method, StatusCode, header},
    middleware::{Next, from_fn_with_state},
    response::Response,
    routing::get,
};
use tower_http::cors::{Any, CorsLayer};
use web::{App, PageError};

use crate::{BASE, Call, Limits, Operation, Problem, answer::Form, limits, openapi};

/// Everything that can be asked.
#[derive(Clone, Default)]
pub struct Registry {
    operations: Vec<Operation>,
}

impl Registry {
    pub fn new(operations: Vec<Operation>) -> Self {
        Self { operations }
    }

    pub fn operations(&self) -> &[Operation] {
        &self.operations
    }

    /// The documentation, in one language.
    pub fn document(&self, texts: &web::Texts, lang: web::Lang) -> serde_json::Value {
        openapi::document(&self.operations, texts, lang)
    }
}

/// Routes of the API and of its documentation; no language prefix.
pub fn router(app: &App, registry: Registry, limits: Limits) -> Router<App> {
    let mut routes = Router::new();
    for operation in registry.operations.iter().cloned().map(Arc::new) {
        let path = format!("{BASE}{}", operation.path);
        routes = routes.route(&path, get(move |state, request| answer(state, request, operation)));
    }
    let registry = Arc::new(registry);
    let documentation = move |State(app): State<App>, request: Request| {
        let registry = registry.clone();
        async move {
            let (parts, _) = request.into_parts();
            let document = registry.document(&app.frame.texts, Call::lang_of(&parts));
            ([(header::CACHE_CONTROL, "no-cache")], Json(document))
        }
    };
    routes = routes
        .route("/openapi.json", get(documentation))
        .route(&format!("{BASE}/{{*unknown}}"), get(async || StatusCode::NOT_FOUND));
    limits::limited(routes, limits).layer(from_fn_with_state(app.clone(), as_problems)).layer(cross_origin())
}

async fn answer(State(app): State<App>, request: Request, operation: Arc<Operation>) -> Response {
    let (mut parts, _) = request.into_parts();
    let lang = Call::lang_of(&parts);
    match answered(&app, &mut parts, &operation).await {
        Ok(response) => response,
        Err(problem) => problem.into_response(&app.frame.texts, lang),
    }
}

async fn answered(
    app: &App,
    parts: &mut axum::http::request::Parts,
    operation: &Operation,
) -> Result<Response, Problem> {
    let mut call = Call::read(app, parts, operation).await?;
    let form = Form::of(&mut call, operation).await?;
    let reply = (operation.handler)(call).await?;
    form.respond(app, reply)
}

/// Bare errors of the layers below (wrong method, unknown path) as problems.
async fn as_problems(State(app): State<App>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let lang = Call::lang_of(&parts);
    let response = next.run(Request::from_parts(parts, body)).await;
    let status = response.status();
    let is_problem = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.to_str().is_ok_and(|kind| kind.starts_with("application/")));
    if !(status.is_client_error() || status.is_server_error()) || is_problem {
        return response;
    }
    let (mut old, _) = response.into_parts();
    let problem =
        old.extensions.remove::<PageError>().map_or_else(|| Problem::of_status(status), Problem::from);
    let mut response = problem.into_response(&app.frame.texts, lang);
    for name in [header::CONTENT_TYPE, header::CONTENT_LENGTH] {
        old.headers.remove(name);
    }
    response.headers_mut().extend(old.headers);
    response
}

/// Programs on any site may read what is public.
fn cross_origin() -> CorsLayer {
    let shown = ["x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-after"];
    let shown = shown.into_iter().map(HeaderName::from_static);
    let shown: Vec<HeaderName> = shown.chain([header::ETAG, header::LINK, header::RETRY_AFTER]).collect();
    CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::HEAD])
        .allow_headers([header::ACCEPT, header::IF_NONE_MATCH])
        .expose_headers(shown)
}

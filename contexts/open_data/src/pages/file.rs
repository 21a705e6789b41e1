//! `/datos/archivos/{file}`: a bulk file, in parts where the caller asks for a range.
use axum::{
    extract::{Path, Request, State},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use tower::ServiceExt;
use tower_http::services::ServeFile;
use web::{App, PageError};

use super::bulk;

/// Only what a descriptor names is served: nothing else that may lie in the folder.
pub async fn get(
    State(app): State<App>,
    Path(file): Path<String>,
    request: Request,
) -> Result<Response, PageError> {
    let folder = &crate::catalogue(&app)?.bulk;
    let (_, tables) = bulk::tables(folder).await;
    let mut named = tables.iter().flat_map(|table| [&table.csv.path, &table.parquet.path]);
    let is_descriptor = matches!(file.as_str(), "datapackage.json" | "budget/datapackage.json");
    if !is_descriptor && !named.any(|path| *path == file) {
        return Err(PageError::NotFound);
    }
    let mut response = ServeFile::new(folder.join(&file))
        .oneshot(request)
        .await
        .map_err(PageError::internal)?
        .map(axum::body::Body::new)
        .into_response();
    if response.status() == StatusCode::NOT_FOUND {
        return Err(PageError::NotFound);
    }
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    // The nightly run replaces them.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("max-age=300"));
    Ok(response)
}

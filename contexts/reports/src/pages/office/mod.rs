//! Where posts prepare, sign and publish reports.
pub mod edition;
pub mod list;

use axum::response::{IntoResponse, Redirect, Response};
use web::{PageError, gate::Office};

/// After an act: read the next page, so that loading it anew repeats nothing.
fn see(office: &Office, path: &str, done: &str) -> Response {
    Redirect::to(&format!("{}{path}?hecho={done}", office.view.lang.prefix())).into_response()
}

/// The post acted through and its role.
fn post(office: &Office) -> Result<(&'static str, String), PageError> {
    let post = office.somebody.post().ok_or(PageError::Forbidden)?;
    let role = authz::ROLES.into_iter().find(|role| *role == post.role).ok_or(PageError::Forbidden)?;
    Ok((role, post.post.clone()))
}

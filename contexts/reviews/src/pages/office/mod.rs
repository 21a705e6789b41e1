//! Where the secretariat of a body works on its sessions, and owners report on decisions.
pub mod acts;
pub mod decision;
pub mod list;
pub mod review;

use axum::response::{IntoResponse, Redirect, Response};
use web::{
    PageError, Shell,
    components::{Field, Input},
    gate::Office,
};

/// Roles of posts that carry decisions out.
pub(super) const OWNERS: [&str; 9] = [
    "planner",
    "budget_officer",
    "indicator_owner",
    "approver",
    "sector_coordinator",
    "regional_unit",
    "governing_body",
    "budget_directorate",
    "delivery_unit",
];

/// After an act: read the next page, so that loading it anew repeats nothing.
fn see(office: &Office, path: &str, done: &str) -> Response {
    Redirect::to(&format!("{}{path}?hecho={done}", office.view.lang.prefix())).into_response()
}

/// A field named by a message: `reviews-field-…`.
fn field(shell: &Shell, name: &'static str, input: Input) -> Field {
    let key = name.replace('_', "-");
    Field::new(name, &shell.t(&format!("reviews-field-{key}")), input)
}

/// The post that acts.
fn post(office: &Office) -> Result<String, PageError> {
    office.somebody.post().map(|post| post.post.clone()).ok_or(PageError::Forbidden)
}

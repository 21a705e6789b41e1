//! Where posts write waves, enter sheets, close and publish.
pub mod acts;
mod card;
pub mod list;
pub mod questions;
pub mod wave;

use axum::response::{IntoResponse, Redirect, Response};
use web::{
    PageError, Shell,
    components::{Field, Input},
    gate::Office,
};

/// Roles whose reach is the State.
const WIDE: [&str; 2] = ["governing_body", "delivery_unit"];

/// After an act: read the next page, so that loading it anew repeats nothing.
fn see(office: &Office, path: &str, done: &str) -> Response {
    Redirect::to(&format!("{}{path}?hecho={done}", office.view.lang.prefix())).into_response()
}

/// A field named by a message: `perception-field-…`.
fn field(shell: &Shell, name: &'static str, input: Input) -> Field {
    let key = name.replace('_', "-");
    Field::new(name, &shell.t(&format!("perception-field-{key}")), input)
}

/// The post that acts.
fn post(office: &Office) -> Result<String, PageError> {
    office.somebody.post().map(|post| post.post.clone()).ok_or(PageError::Forbidden)
}

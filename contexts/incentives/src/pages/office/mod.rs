//! Where posts publish goals, file evidence, verify and approve transfers.
mod form;
pub mod goal;
pub mod list;
pub mod offer;

use axum::response::{IntoResponse, Redirect, Response};
use base::codes::EntityCode;
use web::{
    PageError, Shell,
    components::{Field, Input},
    gate::Office,
};

use crate::actions::By;

/// After an act: read the next page, so that loading it anew repeats nothing.
fn see(office: &Office, path: &str, done: &str) -> Response {
    Redirect::to(&format!("{}{path}?hecho={done}", office.view.lang.prefix())).into_response()
}

/// A field named by a message: `incentives-field-…`.
fn field(shell: &Shell, name: &'static str, input: Input) -> Field {
    let key = name.replace('_', "-");
    Field::new(name, &shell.t(&format!("incentives-field-{key}")), input)
}

/// Words of a closed list as a choice: `incentives-PREFIX-…`.
fn choice(shell: &Shell, prefix: &str, words: impl IntoIterator<Item = &'static str>) -> Input {
    let each =
        words.into_iter().map(|word| (word.to_owned(), shell.t(&format!("incentives-{prefix}-{word}"))));
    Input::Choice(each.collect())
}

/// The post that acts, and its body.
fn acting(office: &Office) -> Result<(String, EntityCode), PageError> {
    let post = office.somebody.post().ok_or(PageError::Forbidden)?;
    Ok((post.post.clone(), post.entity.clone()))
}

fn by((post, entity): &(String, EntityCode)) -> By<'_> {
    By { post, entity }
}

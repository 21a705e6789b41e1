//! Where posts work on evaluations, commitments and requests.
pub mod acts;
pub mod appraisals;
pub mod evaluation;
pub mod list;
pub mod register;
pub mod request;
pub mod requests;

use axum::response::{IntoResponse, Redirect, Response};
use web::{
    Shell,
    components::{Field, Form, Input},
    gate::Office,
};

/// After an act: read the next page, so that loading it anew repeats nothing.
fn see(office: &Office, path: &str, done: &str) -> Response {
    Redirect::to(&format!("{}{path}?hecho={done}", office.view.lang.prefix())).into_response()
}

/// A field named by a message: `evaluations-field-…`.
fn field(shell: &Shell, name: &'static str, input: Input) -> Field {
    let key = name.replace('_', "-");
    Field::new(name, &shell.t(&format!("evaluations-field-{key}")), input)
}

/// The same, of several forms on one page: what was typed is shown again.
fn fields<'a>(
    shell: &Shell,
    form: Form,
    all: impl IntoIterator<Item = (&'static str, Input)>,
    typed: impl Fn(&str) -> &'a str,
) -> Form {
    all.into_iter().fold(form, |form, (name, input)| form.field(field(shell, name, input).value(typed(name))))
}

/// Words of a closed list as a choice.
fn choice(shell: &Shell, prefix: &str, words: impl IntoIterator<Item = &'static str>) -> Input {
    let each =
        words.into_iter().map(|word| (word.to_owned(), shell.t(&format!("evaluations-{prefix}-{word}"))));
    Input::Choice(each.collect())
}

//! A page with one question: some words, a form, and where else to go.
use askama::Template;
use axum::{http::StatusCode, response::Response};
use web::{
    Html, PageError, Shell,
    components::{Form, Notice},
};

#[derive(Template)]
#[template(path = "plain.html")]
pub(crate) struct Plain {
    pub shell: Shell,
    pub notice: Option<Notice>,
    pub words: Vec<String>,
    /// Before the form.
    pub before: Html,
    pub form: Option<Form>,
    /// After the form.
    pub after: Html,
    pub links: Vec<(String, String)>,
}

impl Plain {
    pub fn new(shell: Shell) -> Self {
        Self {
            shell,
            notice: None,
            words: Vec::new(),
            before: Html::default(),
            form: None,
            after: Html::default(),
            links: Vec::new(),
        }
    }

    #[must_use]
    pub fn say(mut self, key: &str) -> Self {
        self.words.push(self.shell.t(key));
        self
    }

    #[must_use]
    pub fn form(mut self, form: Form) -> Self {
        self.form = Some(form);
        self
    }

    #[must_use]
    pub fn link(mut self, path: &str, key: &str) -> Self {
        self.links.push((self.shell.link(path), self.shell.t(key)));
        self
    }

    /// The page; of a form with something to correct, as such.
    pub fn answer(&self) -> Result<Response, PageError> {
        let mut response = web::html(self)?;
        if self.form.as_ref().is_some_and(Form::is_wrong) {
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        }
        // What a browser goes back to is asked again: nothing of it stays on a shared machine.
        let no_store = axum::http::HeaderValue::from_static("no-store");
        response.headers_mut().insert(axum::http::header::CACHE_CONTROL, no_store);
        Ok(response)
    }
}

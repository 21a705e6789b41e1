//! Markup that is already safe, and pages as answers.
use std::fmt;

use askama::{Template, filters::HtmlSafe};
use axum::{
    http::header,
    response::{IntoResponse, Response},
};

use crate::{PageError, plain};

/// The script of `web/scripts` by which browsers give keys of a device to a form.
pub const SCRIPT_PASSKEYS: &str = "passkeys";

/// The script of `web/scripts` that keeps what an official types until the service has it.
pub(crate) const SCRIPT_DRAFTS: &str = "drafts";

/// That a page runs a script of our own: the service lets its content policy allow that, and nothing more.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RunsScript;

/// The answer with a page that has a script of our own ([`crate::Shell::with_script`]).
#[must_use]
pub fn with_script(mut response: Response) -> Response {
    response.extensions_mut().insert(RunsScript);
    response
}

/// Markup that templates write as it is. Made from templates, or from text, which is then escaped.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Html(String);

impl Html {
    pub fn text(text: &str) -> Self {
        let mut escaped = String::with_capacity(text.len());
        for character in text.chars() {
            match character {
                '&' => escaped.push_str("&amp;"),
                '<' => escaped.push_str("&lt;"),
                '>' => escaped.push_str("&gt;"),
                '"' => escaped.push_str("&#34;"),
                '\'' => escaped.push_str("&#39;"),
                other => escaped.push(other),
            }
        }
        Self(escaped)
    }

    /// The markup of a part of a page. Writing to memory does not fail; a part whose `Display` does is
    /// logged and left out rather than taking the page with it.
    pub fn of(template: &impl Template) -> Self {
        template.render().map_or_else(
            |error| {
                tracing::error!(%error, "part of a page not rendered");
                Self::default()
            },
            Self,
        )
    }

    /// Markup written by this crate.
    pub(crate) const fn trusted(markup: String) -> Self {
        Self(markup)
    }

    /// A drawing that a crate of the workspace made of values it escaped or that need no escape: paths and numbers.
    pub fn drawing(svg: &str) -> Self {
        Self(svg.replacen("<svg", r#"<svg aria-hidden="true" focusable="false""#, 1))
    }

    /// What it says, without markup; `None` where it is no well-formed markup.
    pub fn to_text(&self) -> Option<String> {
        plain::text(&self.0)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        if !self.0.is_empty() && !other.0.is_empty() {
            self.0.push(' ');
        }
        self.0.push_str(&other.0);
        self
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Html {}

impl From<&str> for Html {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<String> for Html {
    fn from(text: String) -> Self {
        Self::text(&text)
    }
}

impl From<&String> for Html {
    fn from(text: &String) -> Self {
        Self::text(text)
    }
}

/// A page as the answer to a request.
pub fn html(page: &impl Template) -> Result<Response, PageError> {
    let body = page.render().map_err(PageError::internal)?;
    let headers = [
        (header::CONTENT_TYPE, "text/html; charset=utf-8"),
        // Always asked again; the tag of the content makes the answer short where nothing changed.
        (header::CACHE_CONTROL, "no-cache"),
    ];
    Ok((headers, body).into_response())
}

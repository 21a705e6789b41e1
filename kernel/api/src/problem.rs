//! Errors as problem documents (RFC 9457).
use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::json;
use web::{Arg, Lang, PageError, Texts};

/// Why a call is not answered; its words are found when the language is known.
#[derive(Clone, Debug)]
pub struct Problem {
    pub status: StatusCode,
    /// Names the kind of problem: `refused`, `not-found`… Part of the contract.
    pub code: &'static str,
    /// Message key and values of what exactly is wrong.
    detail: Option<(String, Vec<(&'static str, Arg)>)>,
    parameter: Option<String>,
}

impl Problem {
    pub const fn of(status: StatusCode, code: &'static str) -> Self {
        Self { status, code, detail: None, parameter: None }
    }

    pub const fn not_found() -> Self {
        Self::of(StatusCode::NOT_FOUND, "not-found")
    }

    /// A value that the parameter does not admit.
    pub fn parameter(name: &str, value: &str) -> Self {
        let value: String = value.chars().take(80).collect();
        let args = vec![("name", name.into()), ("value", value.into())];
        Self::of(StatusCode::BAD_REQUEST, "refused").with("web-refused-parameter", args).about(name)
    }

    pub fn unknown_parameter(name: &str) -> Self {
        let name: String = name.chars().take(80).collect();
        let args = vec![("name", name.as_str().into())];
        Self::of(StatusCode::BAD_REQUEST, "refused").with("web-api-unknown-parameter", args).about(&name)
    }

    pub fn missing_parameter(name: &str) -> Self {
        let args = vec![("name", name.into())];
        Self::of(StatusCode::BAD_REQUEST, "refused").with("web-api-missing-parameter", args).about(name)
    }

    #[must_use]
    pub fn with(mut self, key: &str, args: Vec<(&'static str, Arg)>) -> Self {
        self.detail = Some((key.to_owned(), args));
        self
    }

    #[must_use]
    pub fn about(mut self, parameter: &str) -> Self {
        self.parameter = Some(parameter.to_owned());
        self
    }

    /// The document, in words.
    pub fn into_response(self, texts: &Texts, lang: Lang) -> Response {
        let detail = self.detail.as_ref().map(|(key, args)| texts.t(lang, key, args));
        let document = json!({
            "type": format!("urn:quipu:problem:{}", self.code),
            "title": texts.t(lang, &format!("web-api-problem-{}", self.code), &[]),
            "status": self.status.as_u16(),
            "detail": detail,
            "parameter": self.parameter,
        });
        let headers = [
            (header::CONTENT_TYPE, "application/problem+json"),
            (header::CACHE_CONTROL, "no-store"),
            (header::CONTENT_LANGUAGE, lang.tag()),
        ];
        (self.status, headers, document.to_string()).into_response()
    }

    /// For a bare status that some layer answered with.
    pub const fn of_status(status: StatusCode) -> Self {
        let code = match status.as_u16() {
            404 => "not-found",
            405 => "method-not-allowed",
            406 => "not-acceptable",
            408 => "timeout",
            429 => "too-many-requests",
            500..=599 => "internal",
            _ => "refused",
        };
        Self::of(status, code)
    }
}

impl From<PageError> for Problem {
    fn from(error: PageError) -> Self {
        match error {
            // What will be known on a day that has not come is not wrong to ask: it is not there.
            PageError::Refused { key: key @ "web-refused-later", args } => Self::not_found().with(key, args),
            PageError::Refused { key, args } => Self::of(StatusCode::BAD_REQUEST, "refused").with(key, args),
            PageError::NotFound => Self::not_found(),
            PageError::Unknown => Self::of_status(StatusCode::UNAUTHORIZED),
            PageError::Forbidden => Self::of_status(StatusCode::FORBIDDEN),
            PageError::TooMany { .. } => Self::of_status(StatusCode::TOO_MANY_REQUESTS),
            PageError::Internal(reason) => {
                tracing::error!(reason, "call failed");
                Self::of(StatusCode::INTERNAL_SERVER_ERROR, "internal")
            }
        }
    }
}

impl From<db::Error> for Problem {
    fn from(error: db::Error) -> Self {
        PageError::from(error).into()
    }
}

impl From<journal::Error> for Problem {
    fn from(error: journal::Error) -> Self {
        PageError::from(error).into()
    }
}

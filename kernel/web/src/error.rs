//! Why a page is not shown. The words and the layout come later (`error_page`), when the language is known.
use std::fmt::Display;

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

use crate::{Arg, ViewError};

/// Refusals of a page. Nothing a user sends becomes `Internal`.
#[derive(Clone, Debug, thiserror::Error)]
pub enum PageError {
    /// The address or form asks for something that cannot be: a message key and its values.
    #[error("refused: {key}")]
    Refused { key: &'static str, args: Vec<(&'static str, Arg)> },
    #[error("no such page")]
    NotFound,
    /// A token that opens nothing, or no longer.
    #[error("not known")]
    Unknown,
    /// Known who asks, and not permitted.
    #[error("not permitted")]
    Forbidden,
    /// Asked too often: again after so many seconds.
    #[error("too many attempts")]
    TooMany { seconds: u64 },
    #[error("{0}")]
    Internal(String),
}

impl PageError {
    /// For failures of the system itself, which are logged and not shown.
    pub fn internal(error: impl Display) -> Self {
        Self::Internal(error.to_string())
    }

    /// One of the page's own parameters has a value that it does not admit.
    pub fn parameter(name: &'static str, value: &str) -> Self {
        let value: String = value.chars().take(80).collect();
        Self::Refused {
            key: "web-refused-parameter",
            args: vec![("name", name.into()), ("value", value.into())],
        }
    }

    pub const fn status(&self) -> StatusCode {
        match self {
            Self::Refused { .. } => StatusCode::BAD_REQUEST,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Unknown => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl From<db::Error> for PageError {
    fn from(error: db::Error) -> Self {
        Self::internal(error)
    }
}

impl From<journal::Error> for PageError {
    fn from(error: journal::Error) -> Self {
        Self::internal(error)
    }
}

impl From<ViewError> for PageError {
    fn from(error: ViewError) -> Self {
        let (key, value) = match error {
            ViewError::Encoding(error) => ("web-refused-encoding", error.0),
            ViewError::Repeated { name } => ("web-refused-repeated", name),
            ViewError::Known(value) => ("web-refused-known", value),
            ViewError::KnownLater(value) => ("web-refused-later", value),
            ViewError::Year(value) => ("web-refused-year", value),
            ViewError::Territory(value) => ("web-refused-territory", value),
            ViewError::Format(value) => ("web-refused-format", value),
        };
        let value: String = value.chars().take(80).collect();
        Self::Refused { key, args: vec![("value", value.into())] }
    }
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        if let Self::Internal(reason) = &self {
            tracing::error!(reason, "page failed");
        }
        let mut response = self.status().into_response();
        if let Self::TooMany { seconds } = self {
            response.headers_mut().insert(header::RETRY_AFTER, seconds.into());
        }
        response.extensions_mut().insert(self);
        response
    }
}

//! What the service asks of whoever keeps accounts, without knowing them.
use authz::{Policies, Resource};
use axum::http::{HeaderMap, header, request::Parts};
use futures::future::BoxFuture;

use super::{Somebody, Visitor};
use crate::{App, PageError};

/// What a request carries of who sent it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    /// Values of the cookies of that name, in their order. None where a token was sent: a program's request is judged by its
    /// token alone, whatever a browser would have sent along.
    cookies: Vec<(String, String)>,
    token: Option<String>,
}

impl Keys {
    pub fn of(headers: &HeaderMap) -> Self {
        let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
        let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
        let token = token(headers);
        let cookies = match token {
            Some(_) => Vec::new(),
            None => pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect(),
        };
        Self { cookies, token }
    }

    /// What a program sent in `Authorization: Bearer` (RFC 6750 §2.1).
    pub fn token(&self) -> Option<&str> {
        self.token.as_deref()
    }

    /// The first cookie of that name.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    pub fn is_empty(&self) -> bool {
        self.cookies.is_empty() && self.token.is_none()
    }
}

/// Of several tokens none is right: their line is no token. Other schemes are not ours: a proxy in front may ask for them.
fn token(headers: &HeaderMap) -> Option<String> {
    let lines = headers.get_all(header::AUTHORIZATION).iter();
    let tokens: Vec<String> = lines
        .filter_map(|line| {
            let line = String::from_utf8_lossy(line.as_bytes());
            let (scheme, token) = line.split_once(' ').unwrap_or((&line, ""));
            scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
        })
        .collect();
    (!tokens.is_empty()).then(|| tokens.join(" "))
}

/// Keeps the doors: knows who asks and what is asked about. A part of the service ([`App::with_part`]).
pub trait Doorkeeper: Send + Sync {
    fn policies(&self) -> &Policies;

    /// Whose browser holds these cookies now; nobody where they open nothing, or no longer.
    fn visitor<'a>(&'a self, app: &'a App, keys: &'a Keys) -> BoxFuture<'a, Result<Visitor, PageError>>;

    /// For whom a program acts that sent this token.
    ///
    /// # Errors
    /// [`PageError::Unknown`] where it opens nothing, or no longer; [`PageError::TooMany`] where such were sent too often.
    fn program<'a>(
        &'a self,
        app: &'a App,
        token: &'a str,
        parts: &'a Parts,
    ) -> BoxFuture<'a, Result<Somebody, PageError>>;

    /// The thing of that kind that a path names; none where there is none.
    fn resource<'a>(
        &'a self,
        app: &'a App,
        kind: &'static str,
        id: &'a str,
    ) -> BoxFuture<'a, Result<Option<Resource>, PageError>>;

    /// Where whoever is not known is sent, without language prefix.
    fn entrance(&self) -> &'static str;
}

/// What a room says of the things that paths name: in which parts of the state they lie.
pub trait Things: Send + Sync {
    /// Their type in the policies' schema.
    fn kind(&self) -> &'static str;

    /// The thing of that code; none where there is none.
    fn thing<'a>(&'a self, app: &'a App, id: &'a str) -> BoxFuture<'a, Result<Option<Resource>, PageError>>;
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn keys_are_read_from_whatever_is_sent() {
        let check = |cookie: &str, expect: Option<&str>| {
            let mut headers = HeaderMap::new();
            headers.insert(header::COOKIE, cookie.parse().unwrap());
            assert_eq!(Keys::of(&headers).cookie("a"), expect, "{cookie:?}");
        };
        check("a=1; b=2", Some("1"));
        check("b=2;a=1=2", Some("1=2"));
        check("a=1; a=2", Some("1"));
        check("a", None);
        check("", None);
    }

    #[test]
    fn beside_a_token_no_cookie_is_read() {
        let check = |lines: &[&str], expect: Option<&str>| {
            let mut headers = HeaderMap::new();
            headers.insert(header::COOKIE, "a=1".parse().unwrap());
            for line in lines {
                headers.append(header::AUTHORIZATION, line.parse().unwrap());
            }
            let keys = Keys::of(&headers);
            assert_eq!(keys.token(), expect, "{lines:?}");
            assert_eq!(keys.cookie("a"), expect.is_none().then_some("1"), "{lines:?}");
        };
        check(&[], None);
        check(&["Bearer quipu_a"], Some("quipu_a"));
        check(&["bearer  quipu_a "], Some("quipu_a"));
        check(&["Bearer"], Some(""));
        check(&["Bearer a", "Bearer b"], Some("a b"));
        check(&["Basic YTpi"], None);
        check(&["Basic YTpi", "Bearer a"], Some("a"));
        check(&["Bearers a"], None);
    }
}

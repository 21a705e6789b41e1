//! What the service asks of whoever keeps accounts, without knowing them.
use authz::{Policies, Resource};
use axum::http::{HeaderMap, header};
use futures::future::BoxFuture;

use super::Visitor;
use crate::{App, PageError};

/// What a request carries of who sent it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    /// Values of the cookies of that name, in their order.
    cookies: Vec<(String, String)>,
}

impl Keys {
    pub fn of(headers: &HeaderMap) -> Self {
        let lines = headers.get_all(header::COOKIE).iter().filter_map(|line| line.to_str().ok());
        let pairs = lines.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
        let cookies = pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Self { cookies }
    }

    /// The first cookie of that name.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    pub fn is_empty(&self) -> bool {
        self.cookies.is_empty()
    }
}

/// Keeps the doors: knows who asks and what is asked about. A part of the service ([`App::with_part`]).
pub trait Doorkeeper: Send + Sync {
    fn policies(&self) -> &Policies;

    /// Who holds these keys now; nobody where they open nothing, or no longer.
    fn visitor<'a>(&'a self, app: &'a App, keys: &'a Keys) -> BoxFuture<'a, Result<Visitor, PageError>>;

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
}

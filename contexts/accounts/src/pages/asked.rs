//! What a request says of where it comes from and where it wants to go.
use axum::{
    extract::FromRequestParts,
    http::{header, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use web::{
    App, Lang, PageError,
    gate::{Keys, network},
};

use crate::{Accounts, store::sessions::Place};

/// The accounts, the keys that were sent, and the place.
pub(crate) struct Asked {
    pub accounts: Accounts,
    pub keys: Keys,
    pub place: Place,
}

impl FromRequestParts<App> for Asked {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PageError> {
        let accounts = Accounts::of(app)?;
        let place = place(parts, accounts.site.is_behind_proxy);
        Ok(Self { accounts, keys: Keys::of(&parts.headers), place })
    }
}

const AGENT_CHARS_MAX: usize = 200;

fn text<'a>(parts: &'a Parts, name: &str) -> &'a str {
    parts.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// From where, and with what.
pub(crate) fn place(parts: &Parts, is_behind_proxy: bool) -> Place {
    Place {
        address: network(parts, is_behind_proxy),
        agent: text(parts, header::USER_AGENT.as_str()).chars().take(AGENT_CHARS_MAX).collect(),
    }
}

/// The way back after a login: a path of this site, and of no other, whatever a link says.
pub(crate) fn next(asked: &str, lang: Lang) -> String {
    let is_sign = |c: char| c.is_ascii_graphic() && !"\\\"<>".contains(c);
    let is_own = asked.starts_with('/')
        && !asked.starts_with("//")
        && asked.len() <= 2_000
        && asked.chars().all(is_sign);
    if is_own { asked.to_owned() } else { format!("{}{}", lang.prefix(), crate::pages::DOORS.office) }
}

/// The address of a path in a language, with nothing else of the view.
pub(crate) fn at(lang: Lang, path: &str) -> String {
    format!("{}{path}", lang.prefix())
}

/// After an act: read the next page, so that going back or loading anew repeats nothing.
pub(crate) fn see(path: &str) -> Response {
    Redirect::to(path).into_response()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_way_back_is_of_this_site() {
        let check = |asked: &str, expect: &str| assert_eq!(next(asked, Lang::En), expect, "{asked:?}");
        check("/en/plan/PEDN?year=2020", "/en/plan/PEDN?year=2020");
        check("/", "/");
        for elsewhere in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "javascript:alert(1)",
            "evil",
            "/a\r\nSet-Cookie: x",
            "/\t/evil.example",
            " /x",
            "/ñ",
        ] {
            check(elsewhere, "/en/oficina");
        }
        check(&format!("/{}", "a".repeat(2_000)), "/en/oficina");
    }
}

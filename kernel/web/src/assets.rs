//! Styles, images and the one script, embedded. Names carry the hash of their content, so browsers keep them for good.
use std::path::Path;

use axum::{
    extract,
    http::header,
    response::{IntoResponse, Response},
};
use rust_embed::RustEmbed;

use crate::PageError;

/// Built by `npm run build` in `web/`; empty where nobody has run it.
#[derive(RustEmbed)]
#[folder = "../../web/dist"]
#[include = "*.css"]
#[include = "*.svg"]
#[include = "*.js"]
struct Built;

/// Enough to read a page by, where the styles are not built.
const PLAIN: &str = include_str!("../plain.css");
const LOGO: &str = include_str!("../logo.svg");

fn built_stylesheet() -> Option<String> {
    Built::iter().find(|name| name.starts_with("app-") && is_style(name)).map(std::borrow::Cow::into_owned)
}

fn is_style(name: &str) -> bool {
    is_of(name, "css")
}

fn is_of(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|own| own == extension)
}

/// URL of the stylesheet.
pub(crate) fn stylesheet() -> String {
    format!("/assets/{}", built_stylesheet().as_deref().unwrap_or("plain.css"))
}

/// URL of a script of `web/scripts`; none where it was not built.
pub(crate) fn script(name: &str) -> Option<String> {
    let is_it =
        |file: &str| file.strip_prefix(name).is_some_and(|rest| rest.starts_with('-')) && is_of(file, "js");
    Built::iter().find(|file| is_it(file)).map(|file| format!("/assets/{file}"))
}

/// Whether `web/dist` had the styles when the program was built.
pub(crate) fn are_built() -> bool {
    built_stylesheet().is_some()
}

pub(crate) async fn asset(extract::Path(name): extract::Path<String>) -> Result<Response, PageError> {
    let answer = |kind: &'static str, cache: &'static str, body: Vec<u8>| {
        ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, cache)], body).into_response()
    };
    match name.as_str() {
        "plain.css" => return Ok(answer(CSS, "no-cache", PLAIN.into())),
        "logo.svg" => return Ok(answer(SVG, "public, max-age=86400", LOGO.into())),
        _ => {}
    }
    let file = Built::get(&name).ok_or(PageError::NotFound)?;
    let kind = match &name {
        name if is_style(name) => CSS,
        name if is_of(name, "js") => JS,
        _ => SVG,
    };
    Ok(answer(kind, "public, max-age=31536000, immutable", file.data.into_owned()))
}

const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";

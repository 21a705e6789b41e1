//! Styles and images, embedded. Names carry the hash of their content, so browsers keep them for good.
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
struct Built;

/// Enough to read a page by, where the styles are not built.
const PLAIN: &str = include_str!("../plain.css");
const LOGO: &str = include_str!("../logo.svg");

fn built_stylesheet() -> Option<String> {
    Built::iter().find(|name| name.starts_with("app-") && is_style(name)).map(std::borrow::Cow::into_owned)
}

fn is_style(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "css")
}

/// URL of the stylesheet.
pub(crate) fn stylesheet() -> String {
    format!("/assets/{}", built_stylesheet().as_deref().unwrap_or("plain.css"))
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
    let kind = if is_style(&name) { CSS } else { SVG };
    Ok(answer(kind, "public, max-age=31536000, immutable", file.data.into_owned()))
}

const CSS: &str = "text/css; charset=utf-8";
const SVG: &str = "image/svg+xml";

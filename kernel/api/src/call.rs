//! One call, judged by the declaration of its operation.
use std::collections::BTreeMap;

use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::{HeaderMap, StatusCode, header, request::Parts},
};
use headers_accept::Accept;
use mediatype::MediaType;
use web::{App, Lang, PageError, Reading, View};

use crate::{Operation, Parameter, Place, Problem, ROWS_USUAL};

/// How an answer leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Json,
    Csv,
    Parquet,
}

impl Format {
    pub const ALL: [Self; 3] = [Self::Json, Self::Csv, Self::Parquet];

    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Json => "application/json",
            Self::Csv => "text/csv",
            Self::Parquet => "application/vnd.apache.parquet",
        }
    }

    fn named(name: &str) -> Option<Self> {
        match name {
            "json" => Some(Self::Json),
            "csv" => Some(Self::Csv),
            "parquet" => Some(Self::Parquet),
            _ => None,
        }
    }
}

/// What was asked, and the state it is asked of.
pub struct Call {
    pub reading: Reading,
    pub lang: Lang,
    pub format: Format,
    pub rows_max: usize,
    /// Where a page begins: behind this.
    pub after: Option<String>,
    arguments: BTreeMap<String, Vec<String>>,
    path: String,
}

impl Call {
    /// The language of a call, even of one that is refused.
    pub(crate) fn lang_of(parts: &Parts) -> Lang {
        let pairs = web::parse_query(parts.uri.query().unwrap_or_default()).unwrap_or_default();
        let named = pairs.iter().find(|(name, _)| name == "lang");
        if named.is_some_and(|(_, value)| value == "en") { Lang::En } else { Lang::Es }
    }

    pub(crate) async fn read(app: &App, parts: &mut Parts, operation: &Operation) -> Result<Self, Problem> {
        let lang = Self::lang_of(parts);
        let arguments = arguments(app, parts, operation).await?;
        let one = |name: &str| arguments.get(name).and_then(|values| values.first());
        let format = match one("format") {
            Some(name) => Format::named(name),
            None => accepted(&parts.headers, operation.is_rows()),
        };
        let format = format.ok_or_else(|| Problem::of(StatusCode::NOT_ACCEPTABLE, "not-acceptable"))?;
        let rows_max = one("limit").and_then(|limit| limit.parse().ok()).unwrap_or(ROWS_USUAL);
        // A dataset's own column of that name may hold any year; a view knows those of its pages.
        let in_view = |year: &&String| year.parse().is_ok_and(|year: i16| (1900..=2200).contains(&year));
        let shared = [("known", one("known")), ("year", one("year").filter(in_view))];
        let shared = shared.map(|(name, value)| value.map(|value| (name, value)));
        let query: Vec<String> =
            shared.iter().flatten().map(|(name, value)| format!("{name}={}", web::encode(value))).collect();
        let path = parts.uri.path().to_owned();
        let view = View::parse(&format!("{}{path}", lang.prefix()), &query.join("&"));
        let view = view.map_err(|error| Problem::from(PageError::from(error)))?;
        let reading = Reading::open(app, view).await?;
        let after = one("after").cloned();
        Ok(Self { reading, lang, format, rows_max, after, arguments, path })
    }

    pub fn one(&self, name: &str) -> Option<&str> {
        self.all(name).first().map(String::as_str)
    }

    pub fn all(&self, name: &str) -> &[String] {
        self.arguments.get(name).map(Vec::as_slice).unwrap_or_default()
    }

    /// The value of a parameter that the declaration requires.
    pub fn required(&self, name: &str) -> Result<&str, Problem> {
        self.one(name).ok_or_else(|| Problem::missing_parameter(name))
    }

    /// The page of a list that is computed whole: what follows the number in `after`.
    pub fn part_of<T>(&self, mut all: Vec<T>) -> (Vec<T>, Option<String>) {
        let from: usize = self.after.as_deref().and_then(|after| after.parse().ok()).unwrap_or(0);
        let to = from.saturating_add(self.rows_max);
        let next = (to < all.len()).then(|| to.to_string());
        all.truncate(to);
        (all.split_off(from.min(all.len())), next)
    }

    /// The walk through the pages of this call, all of the state that was recorded at `known`.
    pub(crate) fn walk(&self, operation: &Operation, known: Option<String>) -> Walk {
        let in_query = |name: &&String| {
            let declared = operation.parameters.iter().find(|p| p.name == **name);
            declared.is_none_or(|p| p.place == Place::Query) && !matches!(name.as_str(), "after" | "known")
        };
        let own = self.arguments.iter().filter(|(name, _)| in_query(name));
        let own = own.flat_map(|(name, values)| values.iter().map(|v| (name.clone(), v.clone())));
        let known = known.filter(|_| !operation.of_today);
        Walk { path: self.path.clone(), pairs: own.chain(known.map(|at| ("known".to_owned(), at))).collect() }
    }
}

/// Addresses of the pages of one list, as it was at one entry.
pub(crate) struct Walk {
    path: String,
    pairs: Vec<(String, String)>,
}

impl Walk {
    pub(crate) fn behind(&self, after: &str) -> String {
        let after = ("after".to_owned(), after.to_owned());
        let pair = |(name, value): &(String, String)| format!("{}={}", web::encode(name), web::encode(value));
        let pairs: Vec<String> = self.pairs.iter().chain([&after]).map(pair).collect();
        format!("{}?{}", self.path, pairs.join("&"))
    }
}

/// Every argument, each admitted by its declaration.
async fn arguments(
    app: &App,
    parts: &mut Parts,
    operation: &Operation,
) -> Result<BTreeMap<String, Vec<String>>, Problem> {
    let declared = operation.all_parameters();
    let of = |name: &str, place| declared.iter().find(|p| p.name == name && p.place == place);
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let query = web::parse_query(parts.uri.query().unwrap_or_default());
    for (name, value) in query.map_err(|error| Problem::parameter("?", &error.0))? {
        let parameter = of(&name, Place::Query).ok_or_else(|| Problem::unknown_parameter(&name))?;
        keep(&mut found, parameter, value)?;
    }
    let path = RawPathParams::from_request_parts(parts, app).await;
    let path = path.map_err(|_| Problem::of(StatusCode::BAD_REQUEST, "refused"))?;
    for (name, value) in &path {
        let parameter = of(name, Place::Path).ok_or_else(Problem::not_found)?;
        keep(&mut found, parameter, value.to_owned())?;
    }
    let missing = declared.iter().find(|p| p.required && !found.contains_key(&p.name));
    missing.map_or(Ok(found), |parameter| Err(Problem::missing_parameter(&parameter.name)))
}

fn keep(
    found: &mut BTreeMap<String, Vec<String>>,
    parameter: &Parameter,
    value: String,
) -> Result<(), Problem> {
    parameter.judge(&value)?;
    let values = found.entry(parameter.name.clone()).or_default();
    if !values.is_empty() && !parameter.many {
        return Err(Problem::parameter(&parameter.name, &value));
    }
    values.push(value);
    Ok(())
}

/// The format that the caller takes most gladly; without the header, JSON.
fn accepted(headers: &HeaderMap, rows: bool) -> Option<Format> {
    let offered: &[Format] = if rows { &Format::ALL } else { &[Format::Json] };
    let accept = headers.get(header::ACCEPT).map(|value| value.to_str().unwrap_or_default().trim());
    let Some(accept) = accept.filter(|accept| !accept.is_empty()) else { return Some(Format::Json) };
    let accept: Accept = accept.parse().ok()?;
    let named = |format: &Format| MediaType::parse(format.media_type()).ok().map(|kind| (kind, *format));
    let offered: Vec<(MediaType<'static>, Format)> = offered.iter().filter_map(named).collect();
    let best = accept.negotiate(offered.iter().map(|(kind, _)| kind))?;
    offered.iter().find(|(kind, _)| kind == best).map(|(_, format)| *format)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_format_is_what_the_caller_takes() {
        let check = |accept: &str, expect: Option<Format>| {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT, accept.parse().unwrap());
            assert_eq!(accepted(&headers, true), expect, "{accept}");
        };
        check("*/*", Some(Format::Json));
        check("", Some(Format::Json));
        check("text/csv", Some(Format::Csv));
        check("TEXT/CSV", Some(Format::Csv));
        check("text/*", Some(Format::Csv));
        check("application/*", Some(Format::Json));
        check("application/vnd.apache.parquet", Some(Format::Parquet));
        check("text/csv;q=0.5, application/json;q=0.4", Some(Format::Csv));
        check("application/json;q=0, */*", Some(Format::Csv));
        check("text/html, */*;q=0.8", Some(Format::Json));
        check("image/png", None);
        check("application/json;q=0", None);
        assert_eq!(accepted(&HeaderMap::new(), true), Some(Format::Json));
    }

    #[test]
    fn a_document_is_json_or_nothing() {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT, "text/csv".parse().unwrap());
        assert_eq!(accepted(&headers, false), None);
    }
}

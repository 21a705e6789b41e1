//! What a page shows of the state, read from its URL and nowhere else: language, known date, year,
//! territory, and the page's own parameters. Links are built from it, so no click loses it.
use base::codes::TerritoryCode;
use jiff::{Timestamp, civil::Date};

use crate::{
    Country, Lang,
    encoding::{EncodingError, encode, encode_path, parse_query},
};

/// "As it was known": now, at the end of a day, or right after an instant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum KnownAt {
    #[default]
    Now,
    Date(Date),
    Instant(Timestamp),
}

impl KnownAt {
    /// The moment by whose end it was known; none where that is now.
    pub fn instant(self, country: &Country) -> Option<Timestamp> {
        match self {
            Self::Now => None,
            Self::Date(date) => country.end_of(date),
            Self::Instant(instant) => Some(instant),
        }
    }
}

/// How the answer is delivered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    #[default]
    Html,
    Csv,
    Xlsx,
    Json,
    /// For paper.
    Pdf,
    /// How to cite a table, and how to check later that it is the same.
    Cite,
}

impl Format {
    const ALL: [Self; 6] = [Self::Html, Self::Csv, Self::Xlsx, Self::Json, Self::Pdf, Self::Cite];

    const fn code(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::Pdf => "pdf",
            Self::Cite => "cite",
        }
    }
}

/// Why a URL names no view. Each has its words in `text/` (`web-refused-…`).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ViewError {
    #[error(transparent)]
    Encoding(#[from] EncodingError),
    #[error("{name} is given more than once")]
    Repeated { name: String },
    #[error("not a date (YYYY-MM-DD) or instant: {0:?}")]
    Known(String),
    #[error("that day has not come: {0}")]
    KnownLater(String),
    #[error("not a year from 1900 to 2200: {0:?}")]
    Year(String),
    #[error("not a territory code: {0:?}")]
    Territory(String),
    #[error("not a format (html, csv, xlsx, json, pdf, cite): {0:?}")]
    Format(String),
}

/// The whole state of a view.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    pub lang: Lang,
    pub known: KnownAt,
    pub year: Option<i16>,
    pub territory: Option<TerritoryCode>,
    pub format: Format,
    /// Without the language prefix, encoded as it came.
    path: String,
    /// The page's own parameters, in order.
    own: Vec<(String, String)>,
}

impl View {
    /// A view of `path` (without language prefix) with no parameters.
    pub fn of(lang: Lang, path: &str) -> Self {
        Self {
            lang,
            known: KnownAt::Now,
            year: None,
            territory: None,
            format: Format::Html,
            path: encode_path(path),
            own: Vec::new(),
        }
    }

    /// Reads path (with language prefix) and query. Empty values are as if absent, because forms send them.
    pub fn parse(path: &str, query: &str) -> Result<Self, ViewError> {
        let (lang, path) = Lang::of_path(path);
        let mut view = Self::of(lang, path);
        let mut seen: Vec<String> = Vec::new();
        for (name, value) in parse_query(query)? {
            let value = value.trim().to_owned();
            if value.is_empty() {
                continue;
            }
            if !view.read_shared(&name, &value)? {
                view.own.push((name, value));
            } else if seen.contains(&name) {
                return Err(ViewError::Repeated { name });
            } else {
                seen.push(name);
            }
        }
        Ok(view)
    }

    /// Whether `name` is one of the parameters that all pages share; it is then read.
    fn read_shared(&mut self, name: &str, value: &str) -> Result<bool, ViewError> {
        match name {
            "known" => self.known = known(value)?,
            "year" => self.year = Some(year(value)?),
            "territory" => self.territory = Some(territory(value)?),
            "format" => self.format = format(value)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Path without the language prefix.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// First value of one of the page's own parameters.
    pub fn one(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    pub fn all<'v>(&'v self, name: &str) -> impl Iterator<Item = &'v str> {
        self.own.iter().filter(move |(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    pub fn own(&self) -> &[(String, String)] {
        &self.own
    }

    /// Another page with the same language, known date, year and territory. Codes inside `path` that
    /// may hold reserved characters are encoded first: see [`View::link_to`].
    pub fn link(&self, path: &str) -> String {
        Self { path: encode_path(path), own: Vec::new(), format: Format::Html, ..self.clone() }.here()
    }

    /// As [`View::link`], from segments, each encoded: any code is safe.
    pub fn link_to(&self, segments: &[&str]) -> String {
        let encoded: Vec<String> = segments.iter().map(|segment| encode(segment)).collect();
        self.link(&format!("/{}", encoded.join("/")))
    }

    /// The URL of this view.
    pub fn here(&self) -> String {
        let mut url = format!("{}{}", self.lang.prefix(), self.path);
        if self.lang == Lang::En && self.path == "/" {
            url.truncate(self.lang.prefix().len());
        }
        let mut separator = '?';
        for (name, value) in self.parameters() {
            url.push(separator);
            url.push_str(&encode(&name));
            url.push('=');
            url.push_str(&encode(&value));
            separator = '&';
        }
        url
    }

    /// Every parameter of this view, shared ones last, as a form repeats them.
    pub fn parameters(&self) -> Vec<(String, String)> {
        let mut all = self.own.clone();
        let mut push = |name: &str, value: Option<String>| {
            all.extend(value.map(|value| (name.to_owned(), value)));
        };
        push("year", self.year.map(|y| y.to_string()));
        push("territory", self.territory.as_ref().map(ToString::to_string));
        push("known", self.known_text());
        push("format", (self.format != Format::Html).then(|| self.format.code().to_owned()));
        all
    }

    /// The value of `known` in the URL.
    pub fn known_text(&self) -> Option<String> {
        match self.known {
            KnownAt::Now => None,
            KnownAt::Date(date) => Some(date.to_string()),
            KnownAt::Instant(instant) => Some(instant.to_string()),
        }
    }

    /// This page in the other language.
    pub fn other_language(&self) -> String {
        Self { lang: self.lang.other(), ..self.clone() }.here()
    }

    #[must_use]
    pub fn with_year(&self, year: i16) -> Self {
        Self { year: Some(year), ..self.clone() }
    }

    #[must_use]
    pub fn with_known(&self, known: KnownAt) -> Self {
        Self { known, ..self.clone() }
    }

    #[must_use]
    pub fn with_territory(&self, territory: Option<TerritoryCode>) -> Self {
        Self { territory, ..self.clone() }
    }

    #[must_use]
    pub fn with_format(&self, format: Format) -> Self {
        Self { format, ..self.clone() }
    }

    /// With one of the page's own parameters set to one value.
    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut view = self.without(name);
        view.own.push((name.to_owned(), value.to_owned()));
        view
    }

    /// With one more value of one of the page's own parameters.
    #[must_use]
    pub fn and(&self, name: &str, value: &str) -> Self {
        let mut view = self.clone();
        view.own.push((name.to_owned(), value.to_owned()));
        view
    }

    #[must_use]
    pub fn without(&self, name: &str) -> Self {
        let mut view = self.clone();
        view.own.retain(|(n, _)| n != name);
        view
    }
}

fn known(value: &str) -> Result<KnownAt, ViewError> {
    if value.len() == 10 {
        return value.parse().map(KnownAt::Date).map_err(|_| ViewError::Known(value.to_owned()));
    }
    value.parse().map(KnownAt::Instant).map_err(|_| ViewError::Known(value.to_owned()))
}

fn year(value: &str) -> Result<i16, ViewError> {
    let year = value.parse().ok().filter(|y| (1900..=2200).contains(y));
    year.ok_or_else(|| ViewError::Year(value.to_owned()))
}

fn territory(value: &str) -> Result<TerritoryCode, ViewError> {
    TerritoryCode::new(value).map_err(|_| ViewError::Territory(value.to_owned()))
}

fn format(value: &str) -> Result<Format, ViewError> {
    let found = Format::ALL.into_iter().find(|format| format.code() == value);
    found.ok_or_else(|| ViewError::Format(value.to_owned()))
}

#[cfg(test)]
#[path = "view_tests.rs"]
mod tests;

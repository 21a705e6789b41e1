//! One request to read: its view, and one snapshot of the state as it was known then.
use axum::{
    extract::{FromRequestParts, OriginalUri},
    http::{HeaderMap, request::Parts},
};
use base::{Known, Seq};
use db::{Conn, Read};
use jiff::civil::Date;

use crate::{
    App, KnownAt, Matter, PageError, Shell, View, ViewError,
    gate::{Somebody, Visitor},
    kept::MadeOf,
};

/// Extractor of every page that reads. A URL that names no view is answered 400 in words.
pub struct Reading {
    pub view: View,
    pub known: Known,
    /// Today where the country is.
    pub today: Date,
    pub app: App,
    /// The last entry by now that changed what the public is shown.
    shown: Seq,
    origin: Option<String>,
    /// Whoever is logged in: the page says so to them.
    pub(crate) somebody: Option<Box<Somebody>>,
    read: Read,
}

impl Reading {
    /// For what is no page: a snapshot of the state as the view asks for it.
    pub async fn open(app: &App, view: View) -> Result<Self, PageError> {
        let country = &app.frame.country;
        let mut read = app.db.read().await?;
        let last = journal::last_shown(&mut read).await?;
        let stamp = app.stamp_of(last);
        app.made_of().state(stamp);
        let today = stamp.today;
        match view.known {
            KnownAt::Date(date) if date > today => {
                return Err(ViewError::KnownLater(date.to_string()).into());
            }
            KnownAt::Instant(instant) if instant > app.now() => {
                return Err(ViewError::KnownLater(instant.to_string()).into());
            }
            _ => {}
        }
        let known = match view.known.instant(country) {
            // An entry, not "no bound": what this page shows is exactly that state.
            None => Known(Seq(last.0)),
            Some(instant) => journal::known_at(&mut read, instant).await?,
        };
        Ok(Self { view, known, today, app: app.clone(), shown: last, origin: None, somebody: None, read })
    }

    /// The day whose end (or moment) is the known one: which law and calendar had been published by then.
    pub fn known_on(&self) -> Date {
        match self.view.known {
            KnownAt::Now => self.today,
            KnownAt::Date(date) => date,
            KnownAt::Instant(instant) => self.app.frame.country.date_of(instant),
        }
    }

    /// The day on which things are judged: a year means its last day, but the year of the known day means
    /// that day; without a year, the known day.
    pub fn judged_on(&self) -> Date {
        judged_on(self.view.year, self.known_on())
    }

    /// The last entry of the journal itself as known, acts of the office among them: what tells of the journal, and not
    /// of what it brought. An answer of now is not kept, for such acts change nothing else that is shown.
    pub async fn recorded(&mut self) -> Result<Seq, PageError> {
        if let Some(instant) = self.view.known.instant(&self.app.frame.country) {
            return Ok(journal::recorded_at(&mut self.read, instant).await?);
        }
        self.tells_of_more();
        Ok(journal::last_seq(&mut self.read).await?)
    }

    /// The page tells of something that changes without an entry of the journal: its answer is not kept.
    pub fn tells_of_more(&self) {
        self.app.made_of().more();
    }

    pub fn conn(&mut self) -> &mut Conn {
        &mut self.read
    }

    /// The shell of the page that answers. `matter` says whether what it shows is real.
    pub fn shell(&self, title: &str, matter: Matter) -> Shell {
        let frame = self.app.frame.clone();
        let mut shell =
            Shell::new(frame, self.view.clone(), title, matter, self.today).with_entries(self.shown.0);
        (shell.now, shell.origin) = (Some(self.app.now()), self.origin.clone());
        shell.somebody.clone_from(&self.somebody);
        shell
    }

    /// A message in the language of the view, for titles and cells.
    pub fn t(&self, key: &str) -> String {
        self.app.frame.texts.t(self.view.lang, key, &[])
    }
}

/// The day on which things are judged: see [`Reading::judged_on`].
pub fn judged_on(year: Option<i16>, known: Date) -> Date {
    match year.and_then(|year| Date::new(year, 12, 31).ok()) {
        Some(end) if end.year() != known.year() => end,
        _ => known,
    }
}

impl FromRequestParts<App> for Reading {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, PageError> {
        let view = View::from_request_parts(parts, app).await?;
        let made_of: MadeOf = parts.extensions.get().cloned().unwrap_or_default();
        let mut reading = Self::open(&app.answering(made_of), view).await?;
        reading.origin = origin(&parts.headers);
        if let Some(Visitor::Somebody(somebody)) = parts.extensions.get() {
            reading.somebody = Some(somebody.clone());
        }
        Ok(reading)
    }
}

/// What the browser called this site, for addresses that a person copies; nothing that is no host passes.
fn origin(headers: &HeaderMap) -> Option<String> {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let host = text("host").filter(|host| {
        let is_part = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
        !host.is_empty() && host.len() <= 255 && host.chars().all(is_part)
    })?;
    let scheme = text("x-forwarded-proto").filter(|scheme| *scheme == "https").unwrap_or("http");
    Some(format!("{scheme}://{host}"))
}

impl FromRequestParts<App> for View {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, PageError> {
        // Under the language prefix a router sees a shortened path; the view needs the whole one.
        let uri = parts.extensions.get::<OriginalUri>().map_or(&parts.uri, |original| &original.0);
        Ok(Self::parse(uri.path(), uri.query().unwrap_or_default())?)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    #[test]
    fn a_year_is_judged_at_its_end_and_the_known_year_on_the_known_day() {
        let check = |year, known, expect| assert_eq!(super::judged_on(year, known), expect, "{year:?}");
        let today = date(2026, 11, 24);
        check(None, today, today);
        check(Some(2020), today, date(2020, 12, 31));
        check(Some(2026), today, today);
        check(Some(2020), date(2021, 3, 1), date(2020, 12, 31));
        check(Some(2021), date(2021, 3, 1), date(2021, 3, 1));
    }
}

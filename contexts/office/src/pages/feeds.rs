//! `/agenda/{clave}/…`: the due days and notices of somebody's posts, for calendars and readers that cannot log in.
use axum::{
    extract::Path,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use chrono::NaiveDate;
use icalendar::{Calendar, Component, Event, EventLike};
use jiff::{ToSpan, civil::Date};
use monitoring::queries::{
    entry::{Asked, owed_values},
    rules::country_rules,
};
use web::{App, Arg, Atom, AtomEntry, Matter, PageError, Reading, View, gate::Office};

use super::notices::subject;
use crate::queries;

/// A year of due days.
const AHEAD_DAYS: i64 = 366;
const NOTICES_MAX: usize = 100;

/// Whoever the secret is of. An address that opens nothing says no more than one that never was.
async fn owner(app: &App, view: &View, secret: &str) -> Result<Office, PageError> {
    let account = queries::feed_of(&mut *app.db.read().await?, secret).await?.ok_or(PageError::NotFound)?;
    let somebody = accounts::holder_of(app, &account).await?.ok_or(PageError::NotFound)?;
    Ok(Office { view: view.clone(), app: app.clone(), somebody, resource: authz::Resource::state() })
}

/// Something that falls due.
struct Due {
    /// The same for ever, so that a calendar moves it and never doubles it.
    identity: String,
    title: String,
    on: Date,
    path: String,
}

pub async fn calendar(reading: Reading, Path(secret): Path<String>) -> Result<Response, PageError> {
    let office = owner(&reading.app, &reading.view, &secret).await?;
    drop(reading);
    let mut reading = office.reading().await?;
    let dues = dues(&office, &mut reading).await?;
    let shell = reading.shell(&reading.t("office-calendar"), Matter::Real);
    let accounts = office.app.part::<accounts::Accounts>()?;
    let (origin, prefix) = (&accounts.site.origin, shell.lang().prefix());
    let host = origin.split("://").nth(1).unwrap_or("localhost");
    let made = chrono::DateTime::from_timestamp(office.app.now().as_second(), 0).unwrap_or_default();
    let mut calendar = Calendar::new().name(&shell.title).done();
    for due in dues {
        let mut event = Event::new();
        event
            .uid(&format!("{}@{host}", due.identity))
            .timestamp(made)
            .summary(&due.title)
            .url(&format!("{origin}{prefix}{}", due.path));
        if let Some(day) = civil(due.on) {
            event.all_day(day);
        }
        calendar.push(event.done());
    }
    Ok(private((header::CONTENT_TYPE, "text/calendar; charset=utf-8"), calendar.to_string()))
}

fn civil(date: Date) -> Option<NaiveDate> {
    let (month, day) = (u32::try_from(date.month()).ok()?, u32::try_from(date.day()).ok()?);
    NaiveDate::from_ymd_opt(i32::from(date.year()), month, day)
}

/// What of the posts falls due: values of bodies that they may see owed, and clocks of cases that they may see.
async fn dues(office: &Office, reading: &mut Reading) -> Result<Vec<Due>, PageError> {
    let (known, today, files) = (reading.known, reading.today, office.app.files.clone());
    let mut dues = Vec::new();
    let mut bodies: Vec<_> = office.somebody.posts.iter().map(|held| held.entity.clone()).collect();
    bodies.sort();
    bodies.dedup();
    let rules =
        country_rules(reading.conn(), &files, known, today, today).await.map_err(PageError::internal)?;
    let until = today.saturating_add(AHEAD_DAYS.days());
    for code in &bodies {
        let Some(body) = directory::queries::body(reading.conn(), known, today, code).await? else {
            continue;
        };
        if !office.may_through_any("see_owed", &body) {
            continue;
        }
        let owed = owed_values(reading.conn(), Asked { known, today }, until, (&rules, code)).await?;
        for one in owed.into_iter().filter(|one| one.measured_by.is_none()) {
            let name = match (reading.view.lang, &one.name_en) {
                (web::Lang::En, Some(name)) => name,
                _ => &one.name,
            };
            let place = one.territory.as_ref().map(ToString::to_string).unwrap_or_default();
            dues.push(Due {
                identity: format!("value-{}-{}-{place}-{}", one.plan, one.indicator, one.period),
                title: format!("{name} {} ({}/{})", one.period, one.plan, one.indicator),
                on: one.due_on,
                path: monitoring::pages::entry::owed_path(code),
            });
        }
    }
    for case in formulation::pages::under_way(office, reading).await? {
        let Some(on) = case.due.filter(|_| !case.is_closed) else { continue };
        let state = match reading.view.lang {
            web::Lang::Es => &case.state.es,
            web::Lang::En => &case.state.en,
        };
        dues.push(Due {
            identity: format!("case-{}", case.head.code),
            title: format!("{}@{}: {state}", case.head.plan, case.head.version),
            on,
            path: format!("{}/{}", formulation::pages::PATH, case.head.code),
        });
    }
    dues.sort_by(|a, b| (a.on, &a.identity).cmp(&(b.on, &b.identity)));
    Ok(dues)
}

pub async fn atom(reading: Reading, Path(secret): Path<String>) -> Result<Response, PageError> {
    let office = owner(&reading.app, &reading.view, &secret).await?;
    drop(reading);
    let mut reading = office.reading().await?;
    let posts: Vec<String> = office.somebody.posts.iter().map(|held| held.post.clone()).collect();
    let told = queries::told(reading.conn(), &posts, NOTICES_MAX).await?;
    let mut entries = Vec::new();
    for (seq, one) in &told {
        let Some(at) = journal::time_of(reading.conn(), *seq).await? else { continue };
        entries.push((at, one));
    }
    let shell = reading.shell(&reading.t("office-notices"), Matter::Real);
    let prefix = shell.lang().prefix();
    let entries: Vec<AtomEntry> = entries
        .into_iter()
        .map(|(at, one)| {
            let due: [(&str, Arg); 1] = [("date", shell.date(one.due).into())];
            AtomEntry {
                name: format!("{}/{}", one.post, one.identity),
                title: format!(
                    "{}: {}",
                    shell.t(&format!("office-notice-{}", one.kind.as_str())),
                    subject(shell.lang(), one)
                ),
                at,
                href: format!("{prefix}{}", one.path),
                lines: vec![shell.ta("office-notice-due", &due)],
            }
        })
        .collect();
    let updated = entries.iter().map(|entry| entry.at).max().unwrap_or(jiff::Timestamp::UNIX_EPOCH);
    let own = format!("{prefix}/agenda/{secret}/avisos.atom");
    let page = format!("{prefix}/oficina/avisos");
    // The name of the feed is the account's: the secret in its address may change.
    let subject = vec!["agenda".to_owned(), office.somebody.account.clone()];
    let atom = Atom { title: shell.title.clone(), subject, updated, own, page, entries };
    let mut response = atom.into_response(&shell)?;
    response.headers_mut().remove(header::ACCESS_CONTROL_ALLOW_ORIGIN);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

fn private(kind: (header::HeaderName, &'static str), body: String) -> Response {
    ([kind, (header::CACHE_CONTROL, "no-store")], body).into_response()
}

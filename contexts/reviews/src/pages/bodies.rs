//! `/organos-de-revision`: which bodies review, who has a seat in each, when each meets next.
use axum::{extract::Path, response::Response};
use jiff::ToSpan;
use web::{
    Html, Matter, PageError, Reading, Shell,
    components::{Cell, Facts, Table, empty},
    origins,
    sections::{Page, Section, table},
};

use super::{known_bodies, links, told, words};
use crate::{
    domain::{BodyRef, Standing},
    queries::{self, Bodies, ReviewView, origin},
};

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let known = reading.known;
    let bodies = known_bodies(&mut reading).await?;
    let sessions = queries::reviews(reading.conn(), known).await?;
    let mut shell = reading.shell(&reading.t("reviews-bodies-title"), Matter::Real);
    shell = shell.under(links::REVIEWS, &reading.t("reviews-title"));
    origins::add(&mut reading, &mut shell, &origin::reviews()).await?;
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let top = Section::top().say(shell.t("reviews-bodies-lead"));
    let none = shell.t("reviews-bodies-none");
    let section = match &bodies {
        None => top.html(empty(&none)),
        Some(bodies) => top.table_or(listed(shell, bodies, &sessions).with_files(shell), &none),
    };
    page.add(section);
    page.answer()
}

fn listed(shell: &Shell, bodies: &Bodies, sessions: &[ReviewView]) -> Table {
    let columns = ["body", "what", "reports-to", "last-session", "next-session"];
    let mut table = table(shell, "reviews", ("organos", "bodies"), &columns).stacked();
    for (at, row) in bodies.each() {
        let name = words::body(shell, Some(bodies), &at);
        let last = last(&at, sessions).map(|view| view.review.held_on);
        table.push(vec![
            Cell::html(web::sections::link(&links::body_href(&shell.view, &at), &name), &at.to_string()),
            Cell::text(words::pair(shell, &row.what)),
            Cell::text(words::pair(shell, &row.reports_to)),
            Cell::text(&last.map(|day| shell.date(day)).unwrap_or_default()),
            Cell::text(&next(shell, bodies, &at, sessions)),
        ]);
    }
    table
}

fn last<'a>(of: &BodyRef, sessions: &'a [ReviewView]) -> Option<&'a ReviewView> {
    sessions.iter().find(|view| view.review.body == *of && view.standing() == Standing::Signed)
}

/// When a body meets next: the session convened, else the day by which the law wants one.
fn next(shell: &Shell, bodies: &Bodies, of: &BodyRef, sessions: &[ReviewView]) -> String {
    let convened =
        sessions.iter().find(|view| view.review.body == *of && view.standing() == Standing::Convened);
    if let Some(view) = convened {
        return shell.t1("reviews-convened-for", "date", shell.date(view.review.held_on));
    }
    let Some(last) = last(of, sessions) else { return shell.t("reviews-never-met") };
    let due = last.review.held_on.saturating_add(i64::from(bodies.terms.interval_days).days());
    let key = if due < shell.today { "reviews-owed-since" } else { "reviews-owed-by" };
    shell.t1(key, "date", shell.date(due))
}

pub async fn one(mut reading: Reading, Path(code): Path<String>) -> Result<Response, PageError> {
    let code: BodyRef = code.parse().map_err(|_| PageError::NotFound)?;
    let (known, today) = (reading.known, reading.today);
    let bodies = known_bodies(&mut reading).await?.ok_or(PageError::NotFound)?;
    let row = bodies.body(&code).ok_or(PageError::NotFound)?.clone();
    let sessions = queries::reviews(reading.conn(), known).await?;
    let seats = bodies.seats(&code, today);
    let names = told::names(&mut reading, seats.iter().map(|seat| &seat.entity)).await?;
    let shell = reading.shell("", Matter::Real);
    let mut shell = shell.under(links::BODIES, &reading.t("reviews-bodies-title"));
    shell.title = words::body(&shell, Some(&bodies), &code);
    origins::add(&mut reading, &mut shell, &origin::reviews()).await?;
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let say = |key: &str| shell.t(&format!("reviews-{key}"));
    let facts = Facts::default()
        .with(&say("what"), words::pair(shell, &row.what))
        .with(&say("reports-to"), words::pair(shell, &row.reports_to))
        .with(&say("next-session"), next(shell, &bodies, &code, &sessions).as_str())
        .with(&say("source"), row.source.as_str());
    let mut table = table(
        shell,
        "reviews",
        ("integrantes", "seats"),
        &["seat", "seat-name", "body-of", "post", "source"],
    )
    .stacked();
    for seat in &seats {
        let name = names.get(seat.entity.as_str()).map_or(seat.entity.as_str(), String::as_str);
        table.push(vec![
            Cell::text(&say(&format!("seat-{}", seat.row.seat.as_str()))),
            Cell::text(words::pair(shell, &seat.row.name)),
            Cell::link(&shell.view.link_to(&["entidad", seat.entity.as_str()]), name),
            Cell::text(seat.post.as_str()),
            Cell::text(&seat.row.source),
        ]);
    }
    let own: Vec<&ReviewView> = sessions.iter().filter(|view| view.review.body == code).collect();
    let held = told::sessions(shell, Some(&bodies), &own, false).with_files(shell);
    let all = [
        Section::top().html(Html::of(&facts)),
        Section::new("parte-integrantes", &say("seats")).table(table.with_files(shell)),
        Section::new("parte-sesiones", &say("sessions")).table_or(held, &say("none")),
    ];
    page.add_all(all);
    page.answer()
}

//! `/oficina/revisiones`: sessions in the post's part of the state, the bodies whose secretariat it is, decisions that wait for it.
use axum::response::Response;
use directory::domain::PostCode;
use web::{
    Html, Matter, PageError, Shell,
    components::{Form, Input},
    gate::{Office, Posted},
    sections::{Page, Section, link},
};

use super::{
    super::{columnar, decisions, known_bodies, links, told, words},
    field, post, see,
};
use crate::{
    actions::{self, NewReview, Refusal},
    domain::{BodyRef, Course, Seat},
    queries::{self, Bodies, DecisionView, ReviewView},
};

pub async fn get(office: Office) -> Result<Response, PageError> {
    show(&office, None).await
}

async fn show(office: &Office, sent: Option<(&Posted, String)>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (known, today, offset) = (reading.known, reading.today, reading.app.frame.country.offset());
    let bodies = known_bodies(&mut reading).await?;
    let sessions = queries::reviews(reading.conn(), known).await?;
    let all = queries::decisions(reading.conn(), known, today, offset).await?;
    let own: Vec<&DecisionView> =
        all.iter().filter(|view| waits(office, bodies.as_ref(), view, today)).collect();
    let names = told::names(&mut reading, own.iter().map(|view| &view.decision.owner.entity)).await?;
    let shell = reading.shell(&reading.t("reviews-office-title"), Matter::Real);
    let shell = shell.under("/oficina", &reading.t("reviews-office"));
    let mut page = Page::new(shell);
    if let Some((_, words)) = &sent {
        page.wrong(words);
    }
    let shell = &page.shell;
    let seen: Vec<&ReviewView> =
        sessions.iter().filter(|view| sees(office, bodies.as_ref(), view, today)).collect();
    let table = told::sessions(shell, bodies.as_ref(), &seen, true);
    let mut sections =
        vec![Section::top().say(shell.t("reviews-office-lead")).table_or(table, &shell.t("reviews-none"))];
    let mine = decisions::listed(shell, bodies.as_ref(), &own, &names);
    let ways = own.iter().map(|view| {
        let code = &view.decision.code;
        link(
            &shell.link(&format!("{}/{code}", links::OFFICE_DECISIONS)),
            &shell.t1("reviews-follow-one", "code", code.as_str()),
        )
    });
    let ways: Vec<Html> = ways.collect();
    let section = Section::new("parte-decisiones", &shell.t("reviews-waiting"))
        .table_or(mine, &shell.t("reviews-waiting-none"));
    sections.push(if ways.is_empty() { section } else { section.list(ways) });
    if let Some(form) = convening(office, shell, bodies.as_ref(), sent.as_ref().map(|(posted, _)| *posted)) {
        sections.push(Section::new("parte-convocar", &shell.t("reviews-convene")).html(Html::of(&form)));
    }
    page.add_all(sections);
    page.answer()
}

/// Whether a decision waits for the post: its own to report, its secretariat's to close.
fn waits(office: &Office, bodies: Option<&Bodies>, view: &DecisionView, today: jiff::civil::Date) -> bool {
    let Some(post) = office.somebody.post() else { return false };
    let owner = &view.decision.owner;
    match view.course {
        Course::Open => PostCode::of(&owner.entity, owner.role).as_str() == post.post,
        Course::Reported => bodies.is_some_and(|bodies| {
            bodies.seats_of(&view.body, today, &post.post).contains(&Seat::Secretariat)
        }),
        Course::Closed => false,
    }
}

fn sees(office: &Office, bodies: Option<&Bodies>, view: &ReviewView, today: jiff::civil::Date) -> bool {
    let Some(bodies) = bodies else { return false };
    let within = bodies.within(&view.review.body, today);
    office.may("see_review_session", &authz::Resource::of("Review", view.review.code.to_string(), within))
}

/// For the secretariat of some body.
fn convening(office: &Office, shell: &Shell, bodies: Option<&Bodies>, sent: Option<&Posted>) -> Option<Form> {
    let (bodies, post) = (bodies?, office.somebody.post()?);
    let is_own = |at: &BodyRef| bodies.seats_of(at, shell.today, &post.post).contains(&Seat::Secretariat);
    let own = bodies.each().into_iter().map(|(at, _)| at).filter(is_own);
    let own: Vec<(String, String)> =
        own.map(|at| (at.to_string(), words::body(shell, Some(bodies), &at))).collect();
    if own.is_empty() {
        return None;
    }
    let typed = |name: &str| sent.map_or("", |posted| posted.text(name));
    let form = Form::new(shell, links::OFFICE, &shell.t("reviews-convene-send"))
        .field(field(shell, "body", Input::Choice(own)).value(typed("body")))
        .field(
            field(shell, "held_on", Input::Date)
                .hint(&shell.t("reviews-held-on-hint"))
                .value(typed("held_on")),
        );
    Some(form)
}

fn written(posted: &Posted, post: String) -> Result<NewReview, Refusal> {
    let named = posted.text("body");
    let none = || Refusal::NoBody(named.chars().take(40).collect());
    Ok(NewReview {
        body: named.parse().map_err(|_| none())?,
        held_on: posted.text("held_on").parse().map_err(|_| Refusal::HeldOn)?,
        post,
    })
}

pub async fn convene(office: Office, posted: Posted) -> Result<Response, PageError> {
    let (columnar, offset) = (columnar(&office.app)?, office.app.frame.country.offset());
    let done = match written(&posted, post(&office)?) {
        Ok(new) => actions::convene(&office.ctx(), &*columnar, offset, new).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(code) => Ok(see(&office, &format!("{}/{code}", links::OFFICE), "convocada")),
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, &refusal)?;
            show(&office, Some((&posted, words))).await
        }
    }
}

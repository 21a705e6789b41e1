//! `/oficina/decisiones/{decision}`: where its owner reports what was done, and the secretariat closes or reopens it.
use axum::{extract::Path, response::Response};
use directory::domain::PostCode;
use web::{
    Html, Matter, PageError, Shell,
    components::{Form, Input},
    gate::{Office, Posted},
    sections::{Page, Section, link},
};

use super::{
    super::{
        decision::{Found, found, sections},
        links, words,
    },
    field, post as acting, see,
};
use crate::{
    actions::{self, NewStep},
    domain::{Course, DecisionCode, FollowFault, Seat, Step},
};

pub async fn get(office: Office, Path(code): Path<DecisionCode>) -> Result<Response, PageError> {
    show(&office, &code, None).await
}

async fn show(
    office: &Office,
    code: &DecisionCode,
    sent: Option<(&Posted, String)>,
) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let found = found(&mut reading, code).await?;
    let sample = found.item.as_ref().is_some_and(|item| item.is_sample);
    let mut shell = reading.shell("", Matter::of(sample));
    shell.title = shell.t1("reviews-decision-title", "code", code.as_str());
    let shell = shell.under("/oficina", &reading.t("reviews-office"));
    let shell = shell.under(links::OFFICE, &reading.t("reviews-office-title"));
    let mut page = Page::new(shell);
    page.done("reviews", &["paso"]);
    if let Some((_, words)) = &sent {
        page.wrong(words);
    }
    let shell = &page.shell;
    let mut all = sections(shell, &found);
    let public = link(&links::decision_href(&shell.view, code), &shell.t("reviews-public"));
    let steps = steps(office, &found, shell.today);
    if !steps.is_empty() {
        let typed = |name: &str| sent.as_ref().map_or("", |(posted, _)| posted.text(name));
        let form = stepping(shell, code, &steps, typed);
        all.push(Section::new("parte-seguir", &shell.t("reviews-follow")).html(Html::of(&form)));
    }
    all.push(Section::new("parte-publica", &shell.t("reviews-public-part")).say(public));
    page.add_all(all);
    page.answer()
}

/// What the post may do now: the act judges it again.
fn steps(office: &Office, found: &Found, today: jiff::civil::Date) -> Vec<Step> {
    let Some(post) = office.somebody.post() else { return Vec::new() };
    let owner = &found.view.decision.owner;
    let is_owner = PostCode::of(&owner.entity, owner.role).as_str() == post.post;
    let is_secretariat = found.bodies.as_ref().is_some_and(|bodies| {
        bodies.seats_of(&found.view.body, today, &post.post).contains(&Seat::Secretariat)
    });
    match found.view.course {
        Course::Open if is_owner => vec![Step::Report],
        Course::Reported if is_secretariat => vec![Step::Close, Step::Reopen],
        Course::Closed if is_secretariat => vec![Step::Reopen],
        _ => Vec::new(),
    }
}

fn stepping<'t>(shell: &Shell, code: &DecisionCode, steps: &[Step], typed: impl Fn(&str) -> &'t str) -> Form {
    let choices = steps
        .iter()
        .map(|step| (step.as_str().to_owned(), shell.t(&format!("reviews-do-{}", step.as_str()))));
    let path = format!("{}/{code}", links::OFFICE_DECISIONS);
    Form::new(shell, &path, &shell.t("reviews-follow-send"))
        .field(field(shell, "step", Input::Choice(choices.collect())).value(typed("step")))
        .field(field(shell, "step_text", Input::Area).value(typed("step_text")))
}

pub async fn post(
    office: Office,
    Path(code): Path<DecisionCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let by = acting(&office)?;
    let done = match posted.text("step").parse::<Step>() {
        Ok(step) => {
            let new = NewStep { step, text: posted.text("step_text").to_owned(), post: by };
            actions::follow_up(&office.ctx(), office.app.frame.country.offset(), &code, new).await
        }
        Err(()) => Err(FollowFault::NotNow.into()),
    };
    match done {
        Ok(()) => Ok(see(&office, &format!("{}/{code}", links::OFFICE_DECISIONS), "paso")),
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, &refusal)?;
            show(&office, &code, Some((&posted, words))).await
        }
    }
}

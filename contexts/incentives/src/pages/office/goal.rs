//! `/oficina/incentivos/{goal}`: a goal, what waits to be verified, and where the directorate publishes another version.
use axum::{extract::Path, response::Response};
use web::{
    Html, Matter, PageError,
    gate::{Office, Posted},
    sections::{Page, Section, link},
};

use super::{
    super::{
        board::{Ground, office_href},
        goal::table_of,
        links, offset, told, words,
    },
    acting, form, see,
};
use crate::{
    actions,
    domain::GoalRef,
    queries::{self, Line, Of},
};

pub async fn get(office: Office, Path(at): Path<String>) -> Result<Response, PageError> {
    show(&office, &at.parse().map_err(|_| PageError::NotFound)?, None).await
}

async fn show(office: &Office, at: &GoalRef, sent: Option<(&Posted, String)>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (known, on) = (reading.known, reading.today);
    let goal = queries::goal(reading.conn(), known, at).await?.ok_or(PageError::NotFound)?;
    let own = office.somebody.post().map(|post| post.entity.clone()).ok_or(PageError::Forbidden)?;
    let versions = queries::versions(reading.conn(), known, at).await?;
    let lines = queries::board(reading.conn(), known, Of::Goal(at)).await?;
    let programme = told::programme(&mut reading).await?;
    let bodies = directory::queries::entities(reading.conn(), known, on).await?;
    let places = directory::queries::territories(reading.conn(), known, on).await?;
    let mut shell = reading.shell("", Matter::Real);
    told::title(&shell, &goal).clone_into(&mut shell.title);
    let shell = shell.under("/oficina", &reading.t("incentives-office"));
    let shell = shell.under(links::OFFICE, &reading.t("incentives-office-title"));
    let mut page = Page::new(shell);
    page.done("incentives", &["meta", "version"]);
    if let Some((_, words)) = &sent {
        page.wrong(words);
    }
    let shell = &page.shell;
    let ground = Ground { shell, programme: &programme, bodies: &bodies, places: &places, on };
    // Who verifies reaches every municipality; a municipality itself alone.
    let is_open = |line: &Line| own == goal.verifier || own == line.offer.entity;
    let board = ground.section(&lines, |line| is_open(line).then(|| office_href(shell, line)))?;
    let public = link(&links::goal_href(&shell.view, at), &shell.t("incentives-public-goal"));
    let facts = told::facts(shell, &goal, &programme, &bodies);
    let mut all = vec![Section::top().say(public).html(Html::of(&facts)), board];
    let section = Section::new("parte-versiones", &shell.t("incentives-versions"));
    all.push(section.table(table_of(shell, &versions)));
    if office.may("publish_incentive_goal", &authz::Resource::state()) {
        let path = format!("{}/version", links::office_goal_path(at));
        let typed = sent.as_ref().map(|(posted, _)| *posted);
        let to = (path.as_str(), "incentives-change-send");
        let form = form::form(shell, to, &programme, (typed, Some(&goal), &own));
        all.push(
            Section::new("parte-cambiar", &shell.t("incentives-change"))
                .say(shell.t("incentives-change-lead"))
                .html(Html::of(&form)),
        );
    }
    page.add_all(all);
    page.answer()
}

pub async fn change(office: Office, Path(at): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let at: GoalRef = at.parse().map_err(|_| PageError::NotFound)?;
    let (post, _) = acting(&office)?;
    let mut reading = office.reading().await?;
    let programme = told::programme(&mut reading).await?;
    drop(reading);
    let done = match form::written(&posted, Some(at.clone()), &programme, (&post, office.app.now())) {
        Ok(goal) => actions::publish_goal(&office.ctx(), offset(&office.app), goal, true).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(()) => Ok(see(&office, &links::office_goal_path(&at), "version")),
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, &refusal)?;
            show(&office, &at, Some((&posted, words))).await
        }
    }
}

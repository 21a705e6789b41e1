//! `/oficina/percepcion`: waves of the post's body, or of all, and where one is drafted.
use axum::response::Response;
use web::{
    Html, Matter, PageError,
    gate::{Office, Posted},
    sections::{Page, Section, link},
};

use super::{
    super::{links, told, words},
    WIDE, card, post as acting, see,
};
use crate::{
    actions,
    queries::{self, WaveView},
};

pub async fn get(office: Office) -> Result<Response, PageError> {
    show(&office, None).await
}

async fn show(office: &Office, sent: Option<(&Posted, String)>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (known, on) = (reading.known, reading.today);
    let held = office.somebody.post().cloned();
    let is_own = |view: &WaveView| {
        held.as_ref().is_some_and(|held| WIDE.contains(&held.role) || held.entity == view.wave.card.entity)
    };
    let mut all = queries::drafts(reading.conn()).await?;
    all.extend(queries::waves(reading.conn(), base::Known::NOW, None).await?);
    all.retain(is_own);
    let plans = planning::queries::portfolio(reading.conn(), known, on).await?;
    let names = told::names(&mut reading, all.iter().map(|view| &view.wave.card.entity)).await?;
    let shell = reading.shell(&reading.t("perception-office-title"), Matter::Real);
    let shell = shell.under("/oficina", &reading.t("perception-office"));
    let mut page = Page::new(shell);
    if let Some((_, words)) = &sent {
        page.wrong(words);
    }
    let shell = &page.shell;
    let views: Vec<&WaveView> = all.iter().collect();
    let table = told::waves(shell, ("encuestas", "waves"), &views, (&plans, &names), true);
    let mut sections = vec![
        Section::top()
            .say(shell.t("perception-office-lead"))
            .table_or(table, &shell.t("perception-office-none"))
            .say(link(&shell.link(links::QUESTIONS), &shell.t("perception-questions-office"))),
    ];
    if office.may("draft_survey_wave", &office.resource) {
        let typed = sent.as_ref().map(|(posted, _)| *posted);
        let form = card::form(shell, (links::OFFICE, "perception-draft-send"), typed, None);
        sections.push(
            Section::new("parte-nueva", &shell.t("perception-draft"))
                .say(shell.t("perception-draft-lead"))
                .html(Html::of(&form)),
        );
    }
    page.add_all(sections);
    page.answer()
}

pub async fn post(office: Office, posted: Posted) -> Result<Response, PageError> {
    let (by, offset) = (acting(&office)?, office.app.frame.country.offset());
    // A body conducts what its post drafts.
    let entity = office.somebody.post().map(|post| post.entity.clone()).ok_or(PageError::Forbidden)?;
    let done = match card::written(&posted, entity) {
        Ok(card) => actions::draft_wave(&office.ctx(), offset, None, (card, &by)).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(code) => Ok(see(&office, &format!("{}/{code}", links::OFFICE), "ficha")),
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, &refusal)?;
            show(&office, Some((&posted, words))).await
        }
    }
}

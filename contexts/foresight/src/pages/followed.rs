//! `/propuesta/{code}`: what became of a proposal, for whoever has its code.
use axum::{extract::Path, response::Response};
use web::{Html, Matter, PageError, Reading, components::Facts};

use super::{
    links,
    parts::{Page, Section, link},
    proposals,
};
use crate::{domain::ProposalCode, queries};

pub async fn get(mut reading: Reading, Path(code): Path<String>) -> Result<Response, PageError> {
    let code: ProposalCode = code.parse().map_err(|()| PageError::NotFound)?;
    let code = code.to_string();
    // What waits is told from the office, which changes without an entry that the public is shown.
    reading.tells_of_more();
    let (known, on) = (reading.known, reading.today);
    let received = queries::received(reading.conn(), &code).await?.ok_or(PageError::NotFound)?;
    let study =
        queries::announced(reading.conn(), known, &received.study).await?.ok_or(PageError::NotFound)?;
    let answer = queries::answer(reading.conn(), known, &code).await?;
    let content = queries::published(reading.conn(), known, &received.study).await?;
    let place = match &received.territory {
        Some(code) => {
            directory::queries::territories_of(reading.conn(), known, on, &[code.as_str()]).await?.pop()
        }
        None => None,
    };
    let matter = Matter::of(study.study.is_sample);
    let shell = reading.shell(&format!("{} {code}", reading.t("foresight-proposal")), matter);
    let shell = shell.under(links::PATH, &reading.t("foresight-title"));
    let title = proposals::title(&shell, &study.study).to_owned();
    let shell = shell.under(&format!("{}/{}", links::PATH, received.study), &title);
    let mut page = Page::new(shell);
    page.done("foresight", &["propuesta"]);
    let shell = &page.shell;
    let country = shell.t("foresight-whole-country");
    let place = place.map_or(country, |place| place.name);
    let mut facts = Facts::default()
        .with(&shell.t("foresight-study"), link(&links::study_href(&shell.view, &received.study), &title))
        .with(
            &shell.t("foresight-about"),
            shell.t(&format!("foresight-about-{}", received.about.as_str())).as_str(),
        )
        .with(&shell.t("foresight-region"), place.as_str())
        .with(&shell.t("foresight-received"), shell.moment(received.received_at).as_str());
    let words = match &answer {
        None => shell.t("foresight-waits"),
        Some(answer) => {
            let became = proposals::became_all(shell, &content, &code);
            let nothing = Html::text(&shell.t("foresight-became-nothing"));
            facts = facts
                .with(&shell.t("foresight-answered-at"), shell.moment(answer.answered_at).as_str())
                .with(&shell.t("foresight-reason"), answer.reason.as_str())
                .with(
                    &shell.t("foresight-words"),
                    answer.words.as_deref().unwrap_or(&shell.t("foresight-words-withheld")),
                )
                .with(&shell.t("foresight-became"), if became.is_empty() { nothing } else { became });
            shell.t(&format!("foresight-outcome-{}-words", answer.outcome.as_str()))
        }
    };
    let section = Section::top().say(words).html(Html::of(&facts)).say(shell.t("foresight-keep-code"));
    page.add(section);
    page.answer()
}

//! `/oficina/prospectiva/{study}/propuestas`: what waits for an answer; nothing of it is public before.
use axum::{extract::Path, response::Response};
use web::{
    Html, PageError,
    components::{Cell, Field, Form, Input},
    gate::{Office, Posted},
};

use super::{
    super::{
        links::OFFICE,
        parts::{Page, Section},
        proposals::waiting_table,
    },
    Wrong, matter, see, study_of, under,
};
use crate::{
    actions::{Answer, Refusal, answer_proposal},
    domain::Outcome,
    queries,
};

/// Forms shown at once; the others follow when these are answered.
const FORMS_MAX: usize = 20;

pub async fn get(office: Office, Path(code): Path<String>) -> Result<Response, PageError> {
    show(&office, &code, None).await
}

async fn show(office: &Office, code: &str, wrong: Option<(&Posted, Wrong)>) -> Result<Response, PageError> {
    let study = study_of(office, code).await?;
    let mut reading = office.reading().await?;
    let waiting = queries::waiting(reading.conn(), code).await?;
    let shell = reading.shell(&reading.t("foresight-waiting"), matter(&study));
    let mut page = Page::new(under(shell, &study));
    page.done("foresight", &["respuesta"]);
    if let Some((_, wrong)) = &wrong {
        wrong.tell(&mut page);
    }
    let shell = &page.shell;
    let mut table = waiting_table(shell);
    for one in &waiting {
        let received = &one.received;
        let place = received.territory.as_ref().map(ToString::to_string);
        table.push(vec![
            Cell::text(&received.code),
            Cell::text(&shell.t(&format!("foresight-about-{}", received.about.as_str()))),
            Cell::text(&place.unwrap_or_else(|| shell.t("foresight-whole-country"))),
            Cell::text(&shell.moment(received.received_at)),
            Cell::text(one.words.as_deref().unwrap_or_default()),
        ]);
    }
    let mut sections = vec![
        Section::top()
            .say(shell.t("foresight-moderation-lead"))
            .table_or(table, &shell.t("foresight-waiting-none")),
    ];
    if office.may("answer_for_study", &office.resource) {
        for one in waiting.iter().take(FORMS_MAX) {
            let own = &one.received.code;
            let typed = wrong.as_ref().filter(|(posted, _)| posted.text("proposal") == own);
            let typed = |name: &str| typed.map_or("", |(posted, _)| posted.text(name)).to_owned();
            let outcomes = Outcome::ALL.map(|outcome| {
                let word = shell.t(&format!("foresight-outcome-{}", outcome.as_str()));
                (outcome.as_str().to_owned(), word)
            });
            let form =
                Form::new(shell, &format!("{OFFICE}/{code}/propuestas"), &shell.t("foresight-answer-send"))
                    .among(own)
                    .keep("proposal", own)
                    .field(
                        Field::new(
                            "outcome",
                            &shell.t("foresight-outcome"),
                            Input::Choice(outcomes.to_vec()),
                        )
                        .value(&typed("outcome")),
                    )
                    .field(
                        Field::new("reason", &shell.t("foresight-reason"), Input::Area)
                            .hint(&shell.t("foresight-reason-hint"))
                            .value(&typed("reason")),
                    );
            sections.push(
                Section::new("", own).say(one.words.as_deref().unwrap_or_default()).html(Html::of(&form)),
            );
        }
    }
    page.add_all(sections);
    page.answer()
}

pub async fn post(office: Office, Path(code): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let done = match posted.text("outcome").parse() {
        Ok(outcome) => {
            let answer = Answer { outcome, reason: posted.text("reason").to_owned() };
            answer_proposal(&office.ctx(), &code, posted.text("proposal"), &answer).await
        }
        Err(()) => Err(Refusal::Reason),
    };
    match done {
        Ok(()) => Ok(see(&office, &format!("{code}/propuestas"), "respuesta")),
        Err(refusal) => {
            let wrong = Wrong::of(&office, refusal)?;
            show(&office, &code, Some((&posted, wrong))).await
        }
    }
}

//! `/oficina/preguntas-de-encuesta`: questions that every wave may ask, and where one is written.
use axum::response::Response;
use web::{
    Html, Matter, PageError, Shell,
    components::{Cell, Form, Input, Table},
    gate::{Office, Posted},
    sections::{Page, Section, table},
};

use super::{
    super::{links, results, words},
    field, post as acting, see,
};
use crate::{
    actions::{self, NewQuestion, Refusal},
    domain::{Question, QuestionFault, Scale},
    queries,
};

pub async fn get(office: Office) -> Result<Response, PageError> {
    show(&office, None).await
}

async fn show(office: &Office, sent: Option<(&Posted, String)>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let all = queries::questions(reading.conn(), base::Known::NOW).await?;
    let shell = reading.shell(&reading.t("perception-questions-office"), Matter::Real);
    let shell = shell.under("/oficina", &reading.t("perception-office"));
    let shell = shell.under(links::OFFICE, &reading.t("perception-office-title"));
    let mut page = Page::new(shell);
    page.done("perception", &["pregunta"]);
    if let Some((_, words)) = &sent {
        page.wrong(words);
    }
    let shell = &page.shell;
    let mut sections = vec![
        Section::top()
            .say(shell.t("perception-questions-lead"))
            .table_or(listed(shell, &all), &shell.t("perception-questions-none")),
    ];
    if office.may("write_survey_question", &office.resource) {
        let form = form(shell, sent.as_ref().map(|(posted, _)| *posted));
        sections.push(Section::new("parte-nueva", &shell.t("perception-question-new")).html(Html::of(&form)));
    }
    page.add_all(sections);
    page.answer()
}

fn scale(shell: &Shell, scale: Scale) -> String {
    shell.t(&format!("perception-scale-{}", scale.as_str()))
}

fn listed(shell: &Shell, all: &[Question]) -> Table {
    let columns = ["question-code", "question", "scale", "favourable"];
    let mut table = table(shell, "perception", ("preguntas", "questions"), &columns).stacked();
    for one in all {
        let counted: Vec<String> =
            one.favourable.iter().map(|answer| words::answer(shell, one.scale, *answer)).collect();
        table.push(vec![
            Cell::text(one.code.as_str()),
            Cell::text(results::text(shell, one)),
            Cell::text(&scale(shell, one.scale)),
            Cell::text(&counted.join(", ")),
        ]);
    }
    table
}

fn form(shell: &Shell, typed: Option<&Posted>) -> Form {
    let value = |name: &str| typed.map_or("", |posted| posted.text(name));
    let scales = Scale::ALL.iter().map(|one| (one.as_str().to_owned(), scale(shell, *one)));
    let hint = shell.t("perception-hint-favourable");
    Form::new(shell, links::QUESTIONS, &shell.t("perception-question-send"))
        .field(field(shell, "text", Input::Text).value(value("text")))
        .field(field(shell, "text_en", Input::Text).value(value("text_en")))
        .field(field(shell, "scale", Input::Choice(scales.collect())).value(value("scale")))
        .field(field(shell, "favourable", Input::Text).hint(&hint).value(value("favourable")))
}

pub async fn post(office: Office, posted: Posted) -> Result<Response, PageError> {
    let by = acting(&office)?;
    let scale: Result<Scale, ()> = posted.text("scale").parse();
    let text = |name: &str| posted.text(name).to_owned();
    let done = match scale {
        Ok(scale) => {
            let text_both = (text("text"), text("text_en"));
            let new = NewQuestion { scale, favourable: text("favourable"), text: text_both, post: by };
            actions::write_question(&office.ctx(), new).await
        }
        Err(()) => Err(Refusal::Question(QuestionFault::Scale)),
    };
    match done {
        Ok(_) => Ok(see(&office, links::QUESTIONS, "pregunta")),
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, &refusal)?;
            show(&office, Some((&posted, words))).await
        }
    }
}

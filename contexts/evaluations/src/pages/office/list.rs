//! `/oficina/evaluaciones`: the evaluations that a post may see, and where the directorate puts one into the agenda.
use axum::response::Response;
use web::{
    Html, Matter, PageError, Shell,
    components::{Cell, Form, Input},
    gate::{Office, Posted},
};

use super::{
    super::{
        country, links,
        parts::{Page, Section, link, plainly, table},
        told, words,
    },
    choice, field, fields, see,
};
use crate::{
    actions::{self, NewEvaluation},
    domain::{Evaluator, Fault, Kind},
    queries,
};

pub async fn get(office: Office) -> Result<Response, PageError> {
    show(&office, None).await
}

async fn show(office: &Office, sent: Option<(&Posted, String)>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (known, today) = (reading.known, reading.today);
    let shell = reading.shell(&reading.t("evaluations-office-title"), Matter::Real);
    let shell = shell.under("/oficina", &reading.t("evaluations-office"));
    let conn = reading.conn();
    let mut own = Vec::new();
    for (one, report) in queries::evaluations(conn, known).await? {
        let body = directory::queries::body(conn, known, today, &one.entity).await?;
        let Some(body) = body else { continue };
        let thing = authz::Resource::of("Evaluation", one.code.to_string(), body.within().to_vec());
        if office.may("see_evaluation", &thing) {
            own.push((one, report));
        }
    }
    let codes: Vec<&str> = own.iter().map(|(one, _)| one.entity.as_str()).collect();
    let bodies = told::named(directory::queries::entities_of(conn, known, today, &codes).await?);
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let mut table =
        table(shell, "evaluaciones", "register", &["evaluation", "kind", "body", "year", "stage"]).stacked();
    for (one, report) in &own {
        let href = shell.link(&format!("{}/{}", links::OFFICE, one.code));
        let stage = one.stage(report.as_ref().map(|report| report.delivered_on));
        table.push(vec![
            Cell::html(told::titled(shell, &href, one), plainly(shell, &one.title, one.title_en.as_deref())),
            Cell::text(&shell.t(&format!("evaluations-kind-{}", one.kind.as_str()))),
            Cell::html(told::body(shell, &bodies, one.entity.as_str()), one.entity.as_str()),
            Cell::text(&one.year.to_string()),
            Cell::text(&shell.t(&format!("evaluations-stage-{}", stage.as_str()))),
        ]);
    }
    let requests = link(&shell.link(links::OFFICE_REQUESTS), &shell.t("evaluations-office-requests"));
    let section = Section::top().say(requests).table_or(table, &shell.t("evaluations-office-none"));
    let form = form(office, shell, sent.as_ref().map(|(posted, _)| *posted));
    let form =
        form.map(|form| Section::new("parte-nueva", &shell.t("evaluations-new")).html(Html::of(&form)));
    if let Some((_, words)) = &sent {
        page.wrong(words);
    }
    page.add_all(std::iter::once(section).chain(form));
    page.answer()
}

/// For the directorate.
fn form(office: &Office, shell: &Shell, sent: Option<&Posted>) -> Option<Form> {
    if !office.may("register_evaluation", &authz::Resource::state()) {
        return None;
    }
    let typed = |name: &str| sent.map_or("", |posted| posted.text(name));
    let kinds = choice(shell, "kind", Kind::ALL.iter().map(|kind| kind.as_str()));
    let form = Form::new(shell, links::OFFICE, &shell.t("evaluations-new-send")).among("nueva");
    let first = [("kind", kinds), ("subject", Input::Text), ("entity", Input::Text), ("title", Input::Text)];
    let form = fields(shell, form, first, typed);
    let optional = |name: &'static str| field(shell, name, Input::Text).value(typed(name)).optional();
    let form = form.field(optional("title_en"));
    let form = fields(shell, form, [("year", Input::Text)], typed);
    Some(form.field(optional("evaluator")).field(optional("evaluator_entity")))
}

/// Who evaluates, as a form says; none where nothing was written.
pub(super) fn evaluator(posted: &Posted) -> Result<Option<Evaluator>, actions::Refusal> {
    let (name, code) = (posted.text("evaluator"), posted.text("evaluator_entity"));
    if name.is_empty() && code.is_empty() {
        return Ok(None);
    }
    let entity = if code.is_empty() { None } else { Some(body(code)?) };
    Ok(Some(Evaluator { name: name.to_owned(), entity }))
}

pub(super) fn body(code: &str) -> Result<base::codes::EntityCode, actions::Refusal> {
    code.parse().map_err(|_| actions::Refusal::NoBody(code.chars().take(40).collect()))
}

fn written(posted: &Posted) -> Result<NewEvaluation, actions::Refusal> {
    let text = |name: &str| posted.text(name).to_owned();
    Ok(NewEvaluation {
        kind: posted.text("kind").parse().unwrap_or(Kind::DesignAndExecution),
        subject: text("subject"),
        entity: body(posted.text("entity"))?,
        title: text("title"),
        title_en: Some(text("title_en")),
        year: posted.text("year").parse().map_err(|_| Fault::Year)?,
        evaluator: evaluator(posted)?,
        is_sample: false,
    })
}

pub async fn register(office: Office, posted: Posted) -> Result<Response, PageError> {
    let done = match written(&posted) {
        Ok(new) => actions::register(&office.ctx(), country(&office.app), new).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(code) => Ok(see(&office, &format!("{}/{code}", links::OFFICE), "registro")),
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, &refusal)?;
            show(&office, Some((&posted, words))).await
        }
    }
}

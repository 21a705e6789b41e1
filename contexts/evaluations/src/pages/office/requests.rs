//! `/oficina/pedidos`: requests that a post may see; where a body files one, and where the directorate assigns a ceiling.
use axum::{extract::Path, response::Response};
use base::{Money, codes::EntityCode};
use web::{
    Html, Matter, PageError, Shell,
    components::{Form, Input},
    gate::{Office, Posted},
};

use super::{
    super::{
        country, links,
        parts::{Page, Section},
        requests::listed,
        told, words,
    },
    field, fields, list, see,
};
use crate::{
    actions::{self, NewRequest, Refusal},
    domain::{Ceiling, request::Refused},
    queries,
};

const CEILINGS: &str = "/oficina/topes";

pub async fn get(office: Office) -> Result<Response, PageError> {
    show(&office, None).await
}

async fn show(office: &Office, sent: Option<(&Posted, String)>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (known, today) = (reading.known, reading.today);
    let shell = reading.shell(&reading.t("evaluations-office-requests"), Matter::Real);
    let shell = shell.under("/oficina", &reading.t("evaluations-office"));
    let conn = reading.conn();
    let mut own = Vec::new();
    for (one, decisions) in queries::requests(conn, known).await? {
        let body = directory::queries::body(conn, known, today, &one.entity).await?;
        let Some(body) = body else { continue };
        let thing = authz::Resource::of("BudgetRequest", one.code.to_string(), body.within().to_vec());
        if office.may("see_budget_request", &thing) {
            own.push((one, decisions));
        }
    }
    let codes: Vec<&str> = own.iter().map(|(one, _)| one.entity.as_str()).collect();
    let bodies = told::named(directory::queries::entities_of(conn, known, today, &codes).await?);
    let mut page = Page::new(shell);
    page.done("evaluations", &["tope"]);
    if let Some((_, words)) = &sent {
        page.wrong(words);
    }
    let shell = &page.shell;
    let href = |code: &crate::domain::RequestCode| shell.link(&format!("{}/{code}", links::OFFICE_REQUESTS));
    let table = listed(shell, &own, &bodies, |one| href(&one.code));
    let mut sections = vec![Section::top().table_or(table, &shell.t("evaluations-requests-none"))];
    let typed = |name: &str| sent.as_ref().map_or("", |(posted, _)| posted.text(name));
    if let Some(form) = filing(office, shell, typed) {
        sections.push(Section::new("parte-nuevo", &shell.t("evaluations-request-new")).html(Html::of(&form)));
    }
    if office.may("set_ceiling", &authz::Resource::state()) {
        let names = [
            ("entity", Input::Text),
            ("programme", Input::Text),
            ("year", Input::Text),
            ("has", Input::Text),
            ("ceiling", Input::Text),
            ("source", Input::Text),
        ];
        let form = Form::new(shell, CEILINGS, &shell.t("evaluations-ceiling-send")).among("tope");
        let form = fields(shell, form, names, typed);
        sections.push(Section::new("parte-tope", &shell.t("evaluations-ceiling-set")).html(Html::of(&form)));
    }
    page.add_all(sections);
    page.answer()
}

/// For who plans the money of a body.
fn filing<'a>(office: &Office, shell: &Shell, typed: impl Fn(&str) -> &'a str) -> Option<Form> {
    let post = office.somebody.post()?;
    if post.role != "planner" && post.role != "budget_officer" {
        return None;
    }
    let path = format!("/oficina/entidad/{}/pedidos", post.entity);
    let names = [
        ("year", Input::Text),
        ("programme", Input::Text),
        ("objective", Input::Text),
        ("amount", Input::Text),
        ("purpose", Input::Area),
        ("results", Input::Area),
    ];
    let form = fields(
        shell,
        Form::new(shell, &path, &shell.t("evaluations-request-send")).among("pedido"),
        names,
        &typed,
    );
    let tied = field(shell, "tied", Input::Text).hint(&shell.t("evaluations-tied-hint"));
    Some(form.field(tied.value(typed("tied")).optional()))
}

fn money(text: &str, refusal: impl Into<Refusal>) -> Result<Money, Refusal> {
    text.parse().map_err(|_| refusal.into())
}

fn year(text: &str) -> Result<i16, Refusal> {
    text.parse().map_err(|_| Refusal::Evaluation(crate::domain::Fault::Year))
}

/// `e12/C1; e12/C2`.
fn tied(text: &str) -> Result<Vec<(crate::domain::EvaluationCode, String)>, Refusal> {
    let parts = text.split(';').map(str::trim).filter(|part| !part.is_empty());
    let each = parts.map(|part| {
        let (evaluation, code) = part.split_once('/').ok_or(Refusal::NoCommitment)?;
        let evaluation = evaluation.trim().parse().map_err(|_| Refusal::NoCommitment)?;
        Ok((evaluation, code.trim().to_owned()))
    });
    each.collect()
}

fn asked(posted: &Posted, entity: EntityCode, post: String) -> Result<NewRequest, Refusal> {
    let text = |name: &str| posted.text(name).to_owned();
    Ok(NewRequest {
        year: year(posted.text("year"))?,
        entity,
        programme: text("programme"),
        objective: text("objective"),
        amount: money(posted.text("amount"), Refused::Amount)?,
        purpose: text("purpose"),
        results: text("results"),
        tied: tied(posted.text("tied"))?,
        post,
    })
}

pub async fn file(
    office: Office,
    Path(entity): Path<EntityCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let post = office.somebody.post().map(|post| post.post.clone()).ok_or(PageError::Forbidden)?;
    let done = match asked(&posted, entity, post) {
        Ok(new) => actions::file_request(&office.ctx(), country(&office.app), new).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(code) => Ok(see(&office, &format!("{}/{code}", links::OFFICE_REQUESTS), "pedido")),
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, &refusal)?;
            show(&office, Some((&posted, words))).await
        }
    }
}

fn assigned(posted: &Posted) -> Result<Ceiling, Refusal> {
    Ok(Ceiling {
        year: year(posted.text("year"))?,
        entity: list::body(posted.text("entity"))?,
        programme: posted.text("programme").to_owned(),
        has: money(posted.text("has"), Refusal::Ceiling)?,
        ceiling: money(posted.text("ceiling"), Refusal::Ceiling)?,
        source: posted.text("source").to_owned(),
    })
}

pub async fn ceiling(office: Office, posted: Posted) -> Result<Response, PageError> {
    let done = match assigned(&posted) {
        Ok(ceiling) => actions::set_ceiling(&office.ctx(), country(&office.app), ceiling).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(()) => Ok(see(&office, links::OFFICE_REQUESTS, "tope")),
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, &refusal)?;
            show(&office, Some((&posted, words))).await
        }
    }
}

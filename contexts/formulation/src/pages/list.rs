//! `/oficina/planes`: plans under way, those that wait for the reader first; and where one begins.
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use base::codes::EntityCode;
use planning::domain::articulation::PlanType;
use web::{
    Html, Matter, PageError,
    components::{Field, Form, Input, Table, empty},
    gate::{Office, Posted},
};

use super::{cases, country, under_way, words};
use crate::{
    actions::{NewCase, open_case},
    queries::Ways,
};

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage {
    shell: web::Shell,
    table: Table,
    none: Html,
    form: Option<Form>,
}

pub async fn get(office: Office) -> Result<Response, PageError> {
    show(&office, None).await
}

async fn show(office: &Office, sent: Option<(&Posted, String)>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let found = under_way(office, &mut reading).await?;
    let shell = reading.shell(&reading.t("formulation-title"), Matter::Real);
    let shell = shell.under("/oficina", &reading.t("formulation-office"));
    let table = cases(&shell, &found);
    let none = if found.is_empty() { empty(&shell.t("formulation-none")) } else { Html::default() };
    let is_wrong = sent.is_some();
    let (today, known, files) = (reading.today, reading.known, office.app.files.clone());
    let types = types(office, reading.conn(), &files, known, today).await.map_err(PageError::internal)?;
    let form = form(office, &shell, types, sent.as_ref());
    let mut response = web::html(&ListPage { shell, table, none, form })?;
    if is_wrong {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// The types of plans that whoever plans may begin.
async fn types(
    office: &Office,
    conn: &mut db::Conn,
    files: &db::Files,
    known: base::Known,
    today: jiff::civil::Date,
) -> Result<Vec<PlanType>, crate::actions::Refusal> {
    let Some(post) = office.somebody.post().filter(|post| post.role == "planner") else {
        return Ok(Vec::new());
    };
    let ways = Ways::of(conn, files, known, today).await?;
    let kind = ways.kind_of(conn, &post.entity).await?;
    Ok(ways.open_to(&post.entity, kind.as_deref()).cloned().collect())
}

/// For who plans: the code of the plan, and of the version that is to be made.
fn form(
    office: &Office,
    shell: &web::Shell,
    types: Vec<PlanType>,
    sent: Option<&(&Posted, String)>,
) -> Option<Form> {
    let post = office.somebody.post().filter(|post| post.role == "planner")?;
    let named = types.into_iter().map(|one| {
        let name = if shell.lang() == web::Lang::En { one.name_en.unwrap_or(one.name) } else { one.name };
        (one.code, name)
    });
    let known = std::iter::once((String::new(), shell.t("formulation-type-known")));
    let typed = |name: &str| sent.map_or("", |(posted, _)| posted.text(name));
    let path = format!("/oficina/entidad/{}/planes", post.entity);
    let form = Form::new(shell, &path, &shell.t("formulation-open"))
        .field(
            Field::new("plan", &shell.t("formulation-plan-code"), Input::Text)
                .hint(&shell.t("formulation-plan-hint"))
                .value(typed("plan")),
        )
        .field(
            Field::new("type", &shell.t("formulation-type"), Input::Choice(known.chain(named).collect()))
                .hint(&shell.t("formulation-type-hint"))
                .value(typed("type")),
        )
        .field(
            Field::new("version", &shell.t("formulation-version-code"), Input::Text)
                .hint(&shell.t("formulation-version-hint"))
                .value(typed("version")),
        );
    Some(match sent {
        Some((_, words)) => form.wrong("plan", words),
        None => form,
    })
}

pub async fn open(
    office: Office,
    Path(code): Path<EntityCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let (lang, texts) = (office.view.lang, &office.app.frame.texts);
    let (Ok(plan), Ok(version)) = (posted.text("plan").parse(), posted.text("version").parse()) else {
        return show(&office, Some((&posted, texts.t(lang, "formulation-refused-codes", &[])))).await;
    };
    let plan_type = Some(posted.text("type").to_owned()).filter(|code| !code.is_empty());
    let new = NewCase { entity: code, plan, version, plan_type };
    match open_case(&office.ctx(), &new, country(&office.app).offset).await {
        Ok(case) => Ok(Redirect::to(&format!("{}/oficina/planes/{case}", lang.prefix())).into_response()),
        Err(refusal) => {
            let wrong = words::refused(&office.app, lang, &refusal)?;
            show(&office, Some((&posted, wrong))).await
        }
    }
}

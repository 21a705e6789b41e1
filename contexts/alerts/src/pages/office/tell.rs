//! `/oficina/entidad/{code}/alerta`: where a post tells of an obstacle, or of an effect that nobody wanted.
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use base::codes::EntityCode;
use planning::domain::reference::{ElementRef, PlanRef};
use web::{
    Html, Lang, Matter, PageError,
    components::{Field, Form, Input},
    gate::{Office, Posted},
    sections::{Page, Section},
};

use super::{super::OFFICE, asked_now, refused};
use crate::{
    actions::{Refusal, Telling, tell_of_element},
    domain::Trigger,
};

const TOLD: [Trigger; 2] = [Trigger::Obstacle, Trigger::UnwantedEffect];

pub async fn get(office: Office, Path(code): Path<EntityCode>) -> Result<Response, PageError> {
    show(&office, &code, None).await
}

async fn show(
    office: &Office,
    code: &EntityCode,
    sent: Option<(&Posted, String)>,
) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (known, today) = (reading.known, reading.today);
    let all = planning::queries::portfolio(reading.conn(), known, today).await?;
    let shell = reading.shell(&reading.t("alerts-tell-title"), Matter::Real);
    let shell = shell.under("/oficina", &reading.t("alerts-office"));
    let shell = shell.under(OFFICE, &reading.t("alerts-office-title"));
    let mut page = Page::new(shell);
    if let Some((_, wrong)) = &sent {
        page.wrong(wrong);
    }
    let shell = &page.shell;
    let mut elements = vec![(String::new(), shell.t("alerts-tell-choose"))];
    for (at, node) in all.versions().filter(|(_, node)| node.plan.entity.as_ref() == Some(code)) {
        // Of each plan the version that counts today.
        let bare = PlanRef { plan: node.plan.code.clone(), version: None };
        if all.find_version(&bare) != Some(at) {
            continue;
        }
        let plan = PlanRef { plan: node.plan.code.clone(), version: Some(node.version.code.clone()) };
        for (_, element) in all.elements_of(node) {
            let reference = ElementRef { plan: plan.clone(), code: element.element.code.clone() };
            let english = element.element.title_en.as_deref().filter(|_| shell.lang() == Lang::En);
            let title = english.unwrap_or(&element.element.title);
            elements.push((reference.to_string(), format!("{reference} {title}")));
        }
    }
    let typed =
        |name: &str| sent.as_ref().map(|(posted, _)| posted.text(name).to_owned()).unwrap_or_default();
    let triggers = TOLD.map(|one| {
        (one.as_str().to_owned(), shell.t(&format!("alerts-tell-{}", one.as_str().replace('_', "-"))))
    });
    let form = Form::new(shell, &format!("/oficina/entidad/{code}/alerta"), &shell.t("alerts-tell-send"))
        .field(
            Field::new("element", &shell.t("alerts-tell-element"), Input::Choice(elements))
                .value(&typed("element")),
        )
        .field(
            Field::new("trigger", &shell.t("alerts-tell-what"), Input::Choice(triggers.to_vec()))
                .value(&typed("trigger")),
        )
        .field(
            Field::new("text", &shell.t("alerts-tell-text"), Input::Area)
                .hint(&shell.t("alerts-tell-hint"))
                .value(&typed("text")),
        );
    let section = Section::top().say(shell.t("alerts-tell-lead")).html(Html::of(&form));
    page.add(section);
    page.answer()
}

pub async fn post(
    office: Office,
    Path(code): Path<EntityCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let lang = office.view.lang;
    let known = {
        let mut read = office.app.db.read().await?;
        base::Known(journal::last_shown(&mut read).await?)
    };
    let asked = asked_now(&office.app, known);
    let told = telling(&office, &code, &posted);
    let done = match told {
        Ok(telling) => tell_of_element(&office.ctx(), asked, &telling).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(alert) => {
            Ok(Redirect::to(&format!("{}/alerta/{alert}?hecho=aviso", lang.prefix())).into_response())
        }
        Err(refusal) => {
            let wrong = refused(&office.app, lang, &refusal)?;
            show(&office, &code, Some((&posted, wrong))).await
        }
    }
}

fn telling(office: &Office, code: &EntityCode, posted: &Posted) -> Result<Telling, Refusal> {
    let named = posted.text("element");
    let element: ElementRef =
        named.parse().map_err(|_| Refusal::NoElement(named.chars().take(80).collect()))?;
    let trigger = posted.text("trigger").parse().map_err(|_| Refusal::NotTold)?;
    Ok(Telling {
        element,
        trigger,
        text: posted.text("text").to_owned(),
        post: office.somebody.post().map(|post| post.post.clone()).unwrap_or_default(),
        of: Some(code.clone()),
    })
}

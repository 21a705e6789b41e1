//! `/oficina/pedidos/{request}`: a request, and the steps of the directorate.
use axum::{extract::Path, response::Response};
use web::{
    Html, Matter, PageError,
    components::{Form, Input},
    gate::{Office, Posted},
};

use super::{
    super::{
        country, links,
        parts::{Page, Section, link},
        request::sections,
        told, words,
    },
    choice, field, see,
};
use crate::{
    actions::{self, Refusal},
    domain::{
        RequestCode,
        request::{Ask, Refused, Standing, Step},
    },
    queries,
};

pub async fn get(office: Office, Path(code): Path<RequestCode>) -> Result<Response, PageError> {
    show(&office, &code, None).await
}

async fn show(
    office: &Office,
    code: &RequestCode,
    wrong: Option<(&Posted, String)>,
) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (known, today, files) = (reading.known, reading.today, office.app.files.clone());
    let (of, now) = (country(&office.app), office.app.now());
    let view = queries::request(reading.conn(), &files, of, (code, known, now)).await;
    let view = view.map_err(PageError::internal)?.ok_or(PageError::NotFound)?;
    let body = [view.request.entity.as_str()];
    let bodies = told::named(directory::queries::entities_of(reading.conn(), known, today, &body).await?);
    let shell = reading.shell(&format!("{} {code}", reading.t("evaluations-request")), Matter::Real);
    let shell = shell.under("/oficina", &reading.t("evaluations-office"));
    let shell = shell.under(links::OFFICE_REQUESTS, &reading.t("evaluations-office-requests"));
    let mut page = Page::new(shell);
    page.done("evaluations", &["pedido", "decision"]);
    if let Some((_, words)) = &wrong {
        page.wrong(words);
    }
    let shell = &page.shell;
    let public = link(&links::request_href(&shell.view, code), &shell.t("evaluations-public"));
    let mut all = vec![Section::top().say(public)];
    all.extend(sections(shell, (&view, of.date(now)), &bodies));
    let steps: &[Step] = match view.standing {
        Standing::Filed => &[Step::Evaluate, Step::Decline],
        Standing::Evaluated => &[Step::Grant, Step::Decline],
        Standing::Granted | Standing::Declined => &[],
    };
    if !steps.is_empty() && office.may("decide_budget_request", &office.resource) {
        let typed = |name: &str| wrong.as_ref().map_or("", |(posted, _)| posted.text(name));
        let path = format!("{}/{code}/decision", links::OFFICE_REQUESTS);
        let offered = choice(shell, "step", steps.iter().map(|step| step.as_str()));
        let mut form = Form::new(shell, &path, &shell.t("evaluations-decide"))
            .field(field(shell, "step", offered).value(typed("step")));
        if view.standing == Standing::Evaluated {
            form = form.field(field(shell, "amount", Input::Text).value(typed("amount")).optional());
        }
        let over = field(shell, "override", Input::Area).hint(&shell.t("evaluations-override-hint"));
        let form = form
            .field(field(shell, "reason", Input::Area).value(typed("reason")))
            .field(over.value(typed("override")).optional());
        all.push(Section::new("parte-decidir", &shell.t("evaluations-decide")).html(Html::of(&form)));
    }
    page.add_all(all);
    page.answer()
}

fn asked(posted: &Posted) -> Result<Ask, Refusal> {
    let amount = Some(posted.text("amount")).filter(|text| !text.is_empty());
    Ok(Ask {
        step: posted.text("step").parse().map_err(|()| Refused::Decided)?,
        amount: amount.map(str::parse).transpose().map_err(|_| Refused::Amount)?,
        reason: posted.text("reason").to_owned(),
        override_reason: posted.text("override").to_owned(),
    })
}

pub async fn decide(
    office: Office,
    Path(code): Path<RequestCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let post = office.somebody.post().map(|post| post.post.clone()).ok_or(PageError::Forbidden)?;
    let done = match asked(&posted) {
        Ok(ask) => actions::decide(&office.ctx(), country(&office.app), (&code, &post), &ask).await,
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(()) => Ok(see(&office, &format!("{}/{code}", links::OFFICE_REQUESTS), "decision")),
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, &refusal)?;
            show(&office, &code, Some((&posted, words))).await
        }
    }
}

//! `/oficina/alerta/{alert}`: where a post acknowledges, explains or closes an alert.
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use web::{
    Html, Matter, PageError,
    components::{Field, Form, Input},
    gate::{Office, Posted},
    sections::{Page, Section},
};

use super::{
    super::{OFFICE, alert, columnar, words},
    asked_now, refused,
};
use crate::{
    actions::{Answer, answer_alert},
    domain::{AlertCode, Held, Standing},
    queries,
};

pub async fn get(office: Office, Path(code): Path<String>) -> Result<Response, PageError> {
    show(&office, &code, None).await
}

async fn show(office: &Office, code: &str, sent: Option<(&Posted, String)>) -> Result<Response, PageError> {
    let code: AlertCode = code.parse().map_err(|_| PageError::NotFound)?;
    let mut reading = office.reading().await?;
    let asked = asked_now(&reading.app, reading.known);
    let (files, columnar) = (reading.app.files.clone(), columnar(&reading.app)?);
    let found = queries::alert(reading.conn(), &files, &*columnar, asked, &code)
        .await
        .map_err(PageError::internal)?;
    let (view, law) = found.ok_or(PageError::NotFound)?;
    let all = directory::queries::entities(reading.conn(), asked.known, asked.on).await?;
    let body =
        view.alert.entity.as_ref().and_then(|code| all.get(code.as_str())).map(|body| body.name.as_str());
    let shell = reading.shell("", Matter::of(view.alert.sample));
    let shell = shell.under("/oficina", &reading.t("alerts-office"));
    let mut shell = shell.under(OFFICE, &reading.t("alerts-office-title"));
    words::name(&shell, &view.alert).clone_into(&mut shell.title);
    let mut page = Page::new(shell);
    page.done("alerts", &["aviso"]);
    if let Some((_, wrong)) = &sent {
        page.wrong(wrong);
    }
    let shell = &page.shell;
    let facts = alert::told(shell, &law, &view, body, asked.on);
    let mut sections = vec![Section::top().html(Html::of(&facts)), alert::signs(shell, &law, &view)];
    if !matches!(view.standing, Standing::Closed { .. }) {
        let typed =
            |name: &str| sent.as_ref().map(|(posted, _)| posted.text(name).to_owned()).unwrap_or_default();
        let choices: Vec<(String, String)> = Held::ALL
            .into_iter()
            .map(|what| (what.as_str().to_owned(), shell.t(&format!("alerts-do-{}", what.as_str()))))
            .collect();
        let form = Form::new(shell, &format!("/oficina/alerta/{code}"), &shell.t("alerts-answer-send"))
            .keep("signature", &view.alert.signature())
            .field(
                Field::new("what", &shell.t("alerts-answer-what"), Input::Choice(choices))
                    .value(&typed("what")),
            )
            .field(
                Field::new("text", &shell.t("alerts-answer-text"), Input::Area)
                    .hint(&shell.t("alerts-answer-hint"))
                    .value(&typed("text"))
                    .optional(),
            );
        sections.push(Section::new("responder", &shell.t("alerts-answer")).html(Html::of(&form)));
    }
    sections.push(alert::history(shell, &view.answers));
    page.add_all(sections);
    page.answer()
}

pub async fn post(office: Office, Path(code): Path<String>, posted: Posted) -> Result<Response, PageError> {
    let alert: AlertCode = code.parse().map_err(|_| PageError::NotFound)?;
    let lang = office.view.lang;
    let Some(what) = Held::of(posted.text("what")) else {
        let wrong = office.app.frame.texts.t(lang, "alerts-refused-what", &[]);
        return show(&office, &code, Some((&posted, wrong))).await;
    };
    let known = {
        let mut read = office.app.db.read().await?;
        base::Known(journal::last_shown(&mut read).await?)
    };
    let asked = asked_now(&office.app, known);
    let answer = Answer {
        what,
        text: posted.text("text").to_owned(),
        post: office.somebody.post().map(|post| post.post.clone()).unwrap_or_default(),
        signature: posted.text("signature").to_owned(),
    };
    let columnar = columnar(&office.app)?;
    match answer_alert(&office.ctx(), &*columnar, (&alert, asked), &answer).await {
        Ok(()) => {
            Ok(Redirect::to(&format!("{}/alerta/{alert}?hecho=respuesta", lang.prefix())).into_response())
        }
        Err(refusal) => {
            let wrong = refused(&office.app, lang, &refusal)?;
            show(&office, &code, Some((&posted, wrong))).await
        }
    }
}

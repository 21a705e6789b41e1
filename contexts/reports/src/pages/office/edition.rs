//! `/oficina/informe/{edition}`: what was frozen, looked at before it is signed, published or withdrawn.
use axum::{extract::Path, response::Response};
use base::Known;
use web::{
    Html, PageError,
    components::{Field, Form, Input},
    gate::{Office, Posted},
    sections::{Page, Section, link},
};

use super::{
    super::{
        columnar, country, links,
        told::{self, Shown},
        unread, words,
    },
    post, see,
};
use crate::{
    actions::{self, NewStep, Refusal},
    domain::{EditionCode, Refused, Stage, Step},
    queries,
};

pub async fn get(office: Office, Path(code): Path<EditionCode>) -> Result<Response, PageError> {
    show(&office, &code, None).await
}

async fn show(office: &Office, code: &EditionCode, wrong: Option<&str>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (of, files, engine) = (country(&office.app), office.app.files.clone(), columnar(&office.app)?);
    let found = queries::edition(reading.conn(), of, Known::NOW, code).await?;
    let (edition, all) = found.ok_or(PageError::NotFound)?;
    let stage = edition.stage(&all, reading.today).ok_or(PageError::NotFound)?;
    let duty = queries::duty_of(reading.conn(), &files, &edition).await.map_err(unread)?;
    let duty = duty.ok_or(PageError::NotFound)?;
    let made = queries::made_of(reading.conn(), &files, &*engine, (&edition, of)).await.map_err(unread)?;
    let made = made.ok_or(PageError::NotFound)?;
    let mut shell = reading.shell("", told::matter(&made));
    shell.title = told::title(&shell, &duty, &edition);
    let shell = shell.under("/oficina", &reading.t("reports-office"));
    let shell = shell.under(links::OFFICE, &reading.t("reports-office-title"));
    let shown = Shown { duty: &duty, edition: &edition, all: &all, made: &made, stage, country: of };
    if let Some(file) = shown.file(&shell)? {
        return Ok(file);
    }
    let mut page = Page::new(shell);
    page.done("reports", &["preparado", "sign", "publish", "withdraw"]);
    if let Some(words) = wrong {
        page.wrong(words);
    }
    if made.checksum != edition.checksum {
        page.wrong(&page.shell.t("reports-notice-differs"));
    }
    let shell = &page.shell;
    let mut top = Section::top();
    if edition.taken(Step::Publish).is_some() {
        top = top.say(link(&links::edition(&shell.view, code), &shell.t("reports-public")));
    }
    let mut sections = vec![top.html(Html::of(&shown.facts(shell)))];
    let next = match stage {
        Stage::Prepared => Some(Step::Sign),
        Stage::Signed => Some(Step::Publish),
        Stage::Published => Some(Step::Withdraw),
        Stage::Replaced | Stage::Withdrawn | Stage::Dropped => None,
    };
    if let Some(step) = next.filter(|_| office.may("sign_report", &office.resource)) {
        let word = step.as_str();
        let mut form = Form::new(
            shell,
            &format!("/oficina/informe/{code}/acto"),
            &shell.t(&format!("reports-step-{word}")),
        )
        .keep("step", word)
        .keep("checksum", &edition.checksum.to_string());
        if step == Step::Withdraw {
            form =
                form.warning().field(Field::new("reason", &shell.t("reports-field-withdraw"), Input::Area));
        }
        sections.push(
            Section::new("parte-acto", &shell.t(&format!("reports-step-{word}")))
                .say(shell.t(&format!("reports-step-{word}-what")))
                .html(Html::of(&form)),
        );
    }
    sections.extend(shown.sections(shell, &format!("/informe/{code}")));
    page.add_all(sections);
    page.answer()
}

fn written(posted: &Posted, (role, post): (&'static str, String)) -> Result<NewStep, Refusal> {
    Ok(NewStep {
        step: posted.text("step").parse().map_err(|_| Refused::NotStanding)?,
        reason: posted.text("reason").to_owned(),
        seen: posted.text("checksum").parse().map_err(|_| Refused::OtherChecksum)?,
        role,
        post,
    })
}

pub async fn act(
    office: Office,
    Path(code): Path<EditionCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    let (by, engine) = (post(&office)?, columnar(&office.app)?);
    let done = match written(&posted, by) {
        Ok(new) => {
            let step = new.step.as_str();
            actions::take(&office.ctx(), &*engine, country(&office.app), &code, new).await.map(|()| step)
        }
        Err(refusal) => Err(refusal),
    };
    match done {
        Ok(step) => Ok(see(&office, &format!("/oficina/informe/{code}"), step)),
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, refusal)?;
            show(&office, &code, Some(&words)).await
        }
    }
}

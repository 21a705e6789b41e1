//! `/oficina/valoraciones`: a checklist is answered about an indicator or about the post's own body.
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use web::{
    Html, Matter, PageError, Shell,
    components::{Field, Form, Input},
    gate::{Office, Posted},
};

use super::{
    super::{
        appraisals::{in_use, name, part_id},
        country, links,
        parts::{Page, Section, link},
        words,
    },
    choice,
};
use crate::{
    actions::{self, NewAppraisal, Refusal},
    domain::appraisal::{Answer, Appraisal, Appraised, Checklist, NoAppraisal},
    queries,
};

/// Checklists that the post answers.
fn own(office: &Office, mut all: Vec<Checklist>) -> Vec<Checklist> {
    let role = office.somebody.post().map_or("", |post| post.role);
    all.retain(|one| one.roles.iter().any(|own| own == role));
    all
}

pub async fn get(office: Office) -> Result<Response, PageError> {
    show(&office, None).await
}

async fn show(office: &Office, sent: Option<(&Posted, String)>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (all, _) = in_use(&mut reading).await?;
    let shell = reading.shell(&reading.t("evaluations-office-appraisals"), Matter::Real);
    let mut page = Page::new(shell.under("/oficina", &reading.t("evaluations-office")));
    if let Some((_, words)) = &sent {
        page.wrong(words);
    }
    let shell = &page.shell;
    let public = link(&shell.link(links::APPRAISALS), &shell.t("evaluations-appraisals-title"));
    let mut parts =
        vec![Section::top().say(shell.t("evaluations-office-appraisals-lead").as_str()).say(public)];
    for checklist in own(office, all) {
        let body = office.somebody.post().map_or("", |post| post.entity.as_str());
        let typed = sent.as_ref().filter(|(posted, _)| posted.text("checklist") == checklist.code);
        let subject = match (checklist.about, typed) {
            (_, Some((posted, _))) => posted.text("subject"),
            (Appraised::Entity, None) => body,
            (Appraised::Indicator, None) => "",
        };
        let form = Form::new(shell, links::OFFICE_APPRAISALS, &shell.t("evaluations-appraisal-begin"))
            .among(&checklist.code)
            .keep("checklist", &checklist.code);
        let key = format!("subject_{}", checklist.about.as_str());
        let label = shell.t(&format!("evaluations-field-{}", key.replace('_', "-")));
        let form = form.field(Field::new("subject", &label, Input::Text).value(subject));
        parts.push(Section::new(part_id(&checklist), name(shell, &checklist.name)).html(Html::of(&form)));
    }
    page.add_all(parts);
    page.answer()
}

/// On to the form of the thing named.
pub async fn begin(office: Office, posted: Posted) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (all, on) = in_use(&mut reading).await?;
    let known = reading.known;
    let asked = posted.text("checklist");
    let refusal = match own(&office, all).into_iter().find(|one| one.code == asked) {
        None => NoAppraisal::NotYours,
        Some(found) => {
            let code = posted.text("subject");
            let subject = queries::subject(reading.conn(), (known, on), found.about, code).await?;
            if let Some(subject) = subject {
                let href = links::office_appraisal_href(&office.view, &found.code, &subject);
                return Ok(Redirect::to(&href).into_response());
            }
            NoAppraisal::NoSubject(code.chars().take(40).collect())
        }
    };
    drop(reading);
    let refusal = Refusal::from(refusal);
    let words = words::refused(&office.app, office.view.lang, &refusal)?;
    show(&office, Some((&posted, words))).await
}

pub async fn one(office: Office, Path(of): Path<(String, String)>) -> Result<Response, PageError> {
    show_one(&office, &of, None).await
}

async fn show_one(
    office: &Office,
    (checklist, code): &(String, String),
    sent: Option<(&Posted, String)>,
) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (all, on) = in_use(&mut reading).await?;
    let known = reading.known;
    let all = own(office, all);
    let found = all.into_iter().find(|one| one.code == *checklist).ok_or(PageError::NotFound)?;
    let subject = queries::subject(reading.conn(), (known, on), found.about, code).await?;
    let subject = subject.ok_or(PageError::NotFound)?;
    let before = queries::appraisal(reading.conn(), known, &found.code, &subject).await?;
    let title = match reading.view.lang {
        web::Lang::Es => &found.name.0,
        web::Lang::En => &found.name.1,
    };
    let shell = reading.shell(&format!("{title}: {subject}"), Matter::Real);
    let shell = shell.under("/oficina", &reading.t("evaluations-office"));
    let mut page =
        Page::new(shell.under(links::OFFICE_APPRAISALS, &reading.t("evaluations-office-appraisals")));
    if let Some((_, words)) = &sent {
        page.wrong(words);
    }
    let posted = sent.as_ref().map(|(posted, _)| *posted);
    let form = answering(&page.shell, (&found, &subject), before.as_ref(), posted);
    page.add(Section::top().html(Html::of(&form)));
    page.answer()
}

/// A choice and a reason for each item, with what was answered before.
fn answering(
    shell: &Shell,
    (of, subject): (&Checklist, &str),
    before: Option<&Appraisal>,
    posted: Option<&Posted>,
) -> Form {
    let action = links::office_appraisal_path(&of.code, subject);
    let mut form = Form::new(shell, &action, &shell.t("evaluations-appraisal-send"));
    for item in &of.items {
        let known = before.and_then(|one| one.answers.iter().find(|given| given.item == item.code));
        let (answer, reason) = (format!("answer-{}", item.code), format!("reason-{}", item.code));
        let typed = |name: &str, known: &str| posted.map_or(known, |posted| posted.text(name)).to_owned();
        let chosen = typed(&answer, known.map_or("", |given| given.answer.as_str()));
        let said = typed(&reason, known.and_then(|given| given.reason.as_deref()).unwrap_or_default());
        let answers = choice(shell, "answer", Answer::ALL.iter().map(|one| one.as_str()));
        form = form.field(Field::new(answer, name(shell, &item.question), answers).value(&chosen)).field(
            Field::new(reason, &shell.t("evaluations-appraisal-reason"), Input::Text).value(&said).optional(),
        );
    }
    form
}

pub async fn send(
    office: Office,
    Path((checklist, subject)): Path<(String, String)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let post = office.somebody.post().ok_or(PageError::Forbidden)?;
    let told = |item: &str| (posted.text(&format!("answer-{item}")), posted.text(&format!("reason-{item}")));
    let new = NewAppraisal {
        checklist: &checklist,
        subject: &subject,
        told,
        by: (post.role, &post.post, post.entity.as_str()),
    };
    match actions::appraise(&office.ctx(), country(&office.app), new).await {
        Ok(subject) => {
            let href = links::appraisal_href(&office.view, &checklist, &subject);
            Ok(Redirect::to(&href).into_response())
        }
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, &refusal)?;
            show_one(&office, &(checklist, subject), Some((&posted, words))).await
        }
    }
}

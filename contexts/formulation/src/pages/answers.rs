//! `/oficina/planes/{case}/consulta`: what was said, each to be shown or withheld, and answered.
use askama::Template;
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use web::{
    Html, Matter, PageError, Shell,
    components::{Facts, Field, Form, Input, Notice, NoticeKind, empty},
    gate::{Office, Posted},
};

use super::{country, words};
use crate::{
    actions::{self, Respond},
    domain::{CaseCode, Response as Given, TakenUp, Voice, tally},
    queries,
};

/// Comments with their forms in one page; those that wait come first.
const SHOWN_MAX: usize = 25;

#[derive(Template)]
#[template(path = "answers.html")]
struct AnswersPage {
    shell: Shell,
    notices: Vec<Notice>,
    facts: Facts,
    none: Html,
    voices: Vec<VoiceView>,
    left_out: Option<String>,
    public: String,
}

struct VoiceView {
    title: String,
    text: String,
    form: Form,
}

pub async fn get(office: Office, Path(code): Path<CaseCode>) -> Result<Response, PageError> {
    show(&office, &code, None).await
}

async fn show(
    office: &Office,
    code: &CaseCode,
    wrong: Option<(i64, &Posted, String)>,
) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let consultation = queries::consultations_of(reading.conn(), code).await?.into_iter().next();
    let consultation = consultation.ok_or(PageError::NotFound)?;
    let mut voices = queries::voices(reading.conn(), &consultation.code).await?;
    let counted = tally(&voices);
    let shell = reading.shell(&reading.t("formulation-answers"), Matter::Real);
    let shell = shell.under("/oficina", &reading.t("formulation-office"));
    let shell = shell.under(super::PATH, &reading.t("formulation-title"));
    let shell = shell.under(&format!("{}/{code}", super::PATH), consultation.plan.as_str());
    let asked = wrong.as_ref().map(|(number, ..)| *number);
    voices.sort_by_key(|voice| (Some(voice.number) != asked, rank(voice), voice.number));
    let shown = voices.iter().take(SHOWN_MAX).map(|voice| {
        let wrong = wrong.as_ref().filter(|(number, ..)| *number == voice.number);
        voice_view(&shell, code, voice, wrong.map(|(_, posted, words)| (*posted, words.as_str())))
    });
    let facts = [("said", counted.said), ("waiting", counted.waiting), ("unanswered", counted.unanswered)];
    let facts = facts.into_iter().fold(Facts::default(), |facts, (name, n)| {
        facts.with(&shell.t(&format!("formulation-tally-{name}")), shell.count(n).as_str())
    });
    let left = voices.len().saturating_sub(SHOWN_MAX);
    let done = shell.view.one("hecho") == Some("respuesta");
    let done = done.then(|| shell.t("formulation-done-respuesta"));
    let page = AnswersPage {
        voices: shown.collect(),
        notices: done.iter().map(|words| Notice::new(&shell, NoticeKind::Done, Html::text(words))).collect(),
        facts,
        none: if voices.is_empty() { empty(&shell.t("formulation-said-none")) } else { Html::default() },
        left_out: (left > 0).then(|| shell.t1("formulation-answers-left", "n", left)),
        public: shell.view.link_to(&["consulta", consultation.code.as_str()]),
        shell,
    };
    let mut response = web::html(&page)?;
    if wrong.is_some() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// Not read, then shown without an answer, then the rest.
fn rank(voice: &Voice) -> u8 {
    match &voice.response {
        None => 0,
        Some(response) if !response.settles() => 1,
        Some(_) => 2,
    }
}

fn voice_view(shell: &Shell, code: &CaseCode, voice: &Voice, wrong: Option<(&Posted, &str)>) -> VoiceView {
    let element = voice.element.as_ref().map(ToString::to_string);
    let element = element.unwrap_or_else(|| shell.t("formulation-said-whole"));
    let text = voice.text.clone().unwrap_or_else(|| shell.t("formulation-said-erased"));
    VoiceView {
        title: format!("{} · {element} · {}", voice.number, shell.moment(voice.at)),
        text,
        form: form(shell, code, voice, wrong),
    }
}

fn form(shell: &Shell, code: &CaseCode, voice: &Voice, wrong: Option<(&Posted, &str)>) -> Form {
    let given = voice.response.as_ref();
    let value = |name: &str, known: &dyn Fn(&Given) -> String| match wrong {
        Some((posted, _)) => posted.text(name).to_owned(),
        None => given.map(known).unwrap_or_default(),
    };
    let t = |key: &str| shell.t(&format!("formulation-respond-{key}"));
    let choice = |options: &[(&str, String)]| {
        Input::Choice(options.iter().map(|(value, text)| ((*value).to_owned(), text.clone())).collect())
    };
    let shows = choice(&[("yes", t("show")), ("no", t("withhold")), ("erase", t("erase"))]);
    let answered = |what: TakenUp| (what.as_str(), super::taken_up(shell, what));
    let answers: Vec<(&str, String)> =
        std::iter::once(("", t("later"))).chain(TakenUp::ALL.map(answered)).collect();
    let number = voice.number;
    let path = format!("{}/{code}/consulta/{number}", super::PATH);
    let form = Form::new(shell, &path, &t("send"))
        .among(&format!("c{number}"))
        .field(
            Field::new("shown", &t("shown"), shows)
                .value(&value("shown", &|given| if given.is_shown { "yes" } else { "no" }.to_owned())),
        )
        .field(
            Field::new("reason", &t("reason"), Input::Text)
                .hint(&t("reason-hint"))
                .value(&value("reason", &|given| given.reason.clone()))
                .optional(),
        )
        .field(
            Field::new("taken_up", &shell.t("formulation-said-taken-up"), choice(&answers))
                .value(&value("taken_up", &|given| {
                    given.answer.as_ref().map(|(what, _)| what.as_str().to_owned()).unwrap_or_default()
                })),
        )
        .field(
            Field::new("answer", &shell.t("formulation-said-answer"), Input::Area)
                .value(&value("answer", &|given| {
                    given.answer.as_ref().map(|(_, words)| words.clone()).unwrap_or_default()
                }))
                .optional(),
        );
    match wrong {
        Some((_, words)) => form.wrong("", words),
        None => form,
    }
}

pub async fn respond(
    office: Office,
    Path((code, number)): Path<(CaseCode, i64)>,
    posted: Posted,
) -> Result<Response, PageError> {
    let post = office.somebody.post().ok_or(PageError::Forbidden)?.post.clone();
    let asked = Respond {
        number,
        is_shown: posted.text("shown") == "yes",
        reason: posted.text("reason").to_owned(),
        taken_up: posted.text("taken_up").parse().ok(),
        answer: posted.text("answer").to_owned(),
        erases: posted.text("shown") == "erase",
        post,
    };
    match actions::respond(&office.ctx(), country(&office.app), &code, &asked).await {
        Ok(()) => {
            let path =
                format!("{}{}/{code}/consulta?hecho=respuesta", office.view.lang.prefix(), super::PATH);
            Ok(Redirect::to(&path).into_response())
        }
        Err(refusal) => {
            let words = words::refused(&office.app, office.view.lang, &refusal)?;
            show(&office, &code, Some((number, &posted, words))).await
        }
    }
}

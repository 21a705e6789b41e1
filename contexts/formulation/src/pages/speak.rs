//! Somebody without account says what they think of a draft, and follows what becomes of it.
use askama::Template;
use axum::{
    extract::{Path, State},
    http::{HeaderValue, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
};
use web::{
    App, Matter, PageError, Reading, Shell, View,
    components::Facts,
    gate::{Pace, Posted, ctx},
};

use super::{consultation::show, country};
use crate::{
    actions::{self, Refusal, Speak},
    domain::{ConsultationCode, NoVoice},
    queries,
};

/// Who speaks is not known.
const PUBLIC: &str = "public";

pub async fn speak(
    State(app): State<App>,
    view: View,
    parts: Parts,
    Path(code): Path<ConsultationCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    app.part::<Pace>()?.take(&parts, app.now())?;
    let mut chance = [0_u8; 32];
    getrandom::fill(&mut chance).map_err(PageError::internal)?;
    let said = Speak {
        consultation: code.clone(),
        element: posted.text("element").to_owned(),
        region: posted.text("region").to_owned(),
        text: posted.text("text").to_owned(),
        chance,
    };
    let prefix = view.lang.prefix();
    let (field, key) = match actions::speak(&ctx(&app, PUBLIC.to_owned()), country(&app), &said).await {
        Ok(spoken) => {
            let path = format!("{prefix}/consulta/{code}/comentario/{}", spoken.follow);
            return Ok(Redirect::to(&path).into_response());
        }
        Err(Refusal::Voice(NoVoice::Text)) => ("text", "formulation-refused-voice-text"),
        Err(Refusal::Voice(NoVoice::Element(_))) => ("element", "formulation-refused-voice-element"),
        Err(Refusal::Voice(NoVoice::Region(_))) => ("region", "formulation-refused-voice-region"),
        Err(Refusal::ConsultationClosed) => {
            return Err(PageError::Refused { key: "formulation-refused-closed", args: Vec::new() });
        }
        Err(Refusal::NoConsultation) => return Err(PageError::NotFound),
        Err(error) => return Err(PageError::internal(error)),
    };
    let words = app.frame.texts.t(view.lang, key, &[]);
    let reading = Reading::open(&app, view).await?;
    show(reading, &code, Some((&posted, field, words))).await
}

#[derive(Template)]
#[template(path = "followed.html")]
struct FollowedPage {
    shell: Shell,
    address: String,
    facts: Facts,
    consultation: String,
}

/// What became of a comment: for whoever has its code.
pub async fn followed(
    mut reading: Reading,
    Path((code, follow)): Path<(ConsultationCode, String)>,
) -> Result<Response, PageError> {
    // It tells of what the office alone knows yet.
    reading.tells_of_more();
    let voice = queries::followed(reading.conn(), &code, &follow).await?.ok_or(PageError::NotFound)?;
    let shell = reading.shell(&reading.t("formulation-followed"), Matter::Real);
    let shell = shell.under(super::CONSULTATIONS, &reading.t("formulation-consultations"));
    let response = voice.response.as_ref();
    let state = match response {
        None => shell.t("formulation-followed-waiting"),
        Some(response) if !response.is_shown => {
            shell.t1("formulation-said-withheld", "reason", response.reason.as_str())
        }
        Some(response) if response.answer.is_none() => shell.t("formulation-followed-shown"),
        Some(_) => shell.t("formulation-followed-answered"),
    };
    let element = voice.element.as_ref().map(ToString::to_string);
    let mut facts = Facts::default()
        .with(&shell.t("formulation-said-number"), voice.number.to_string().as_str())
        .with(
            &shell.t("formulation-said-element"),
            element.unwrap_or_else(|| shell.t("formulation-said-whole")).as_str(),
        )
        .with(&shell.t("formulation-comment-when"), shell.moment(voice.at).as_str())
        .with(
            &shell.t("formulation-said-text"),
            voice.text.clone().unwrap_or_else(|| shell.t("formulation-said-erased")).as_str(),
        )
        .with(&shell.t("formulation-state"), state.as_str());
    if let Some((what, words)) = response.and_then(|response| response.answer.as_ref()) {
        facts = facts
            .with(&shell.t("formulation-said-taken-up"), super::taken_up(&shell, *what).as_str())
            .with(&shell.t("formulation-said-answer"), words.as_str());
    }
    let address = shell.view.here();
    let consultation = shell.view.link_to(&["consulta", code.as_str()]);
    let mut response = web::html(&FollowedPage { shell, address, facts, consultation })?;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

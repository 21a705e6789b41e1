//! `/encuesta/{wave}`: whoever wants answers, while the wave is open on the web.
use axum::{
    extract::{Path, State},
    http::request::Parts,
    response::{IntoResponse, Redirect, Response},
};
use web::{
    App, Html, PageError, Reading, View,
    components::Form,
    gate::{Pace, Posted, ctx},
    origins,
    sections::{Page, Section, link},
};

use super::{chance, form, links, told, wave::places, words};
use crate::{
    actions,
    domain::{Standing, WaveCode},
    queries::{self, origin},
};

/// Who answers is not known, also where they have an account.
const PUBLIC: &str = "public";

pub async fn get(reading: Reading, Path(code): Path<WaveCode>) -> Result<Response, PageError> {
    show(reading, &code, None).await
}

async fn show(
    mut reading: Reading,
    code: &WaveCode,
    sent: Option<(&Posted, String)>,
) -> Result<Response, PageError> {
    let (known, on) = (reading.known, reading.today);
    let (view, asked) = queries::wave(reading.conn(), known, code).await?.ok_or(PageError::NotFound)?;
    let plans = planning::queries::portfolio(reading.conn(), known, on).await?;
    let places = places(&mut reading).await?;
    let wave = &view.wave;
    let mut shell = reading.shell("", told::matter(&plans, &wave.card.element));
    let title = told::title(&shell, wave).to_owned();
    shell.title = shell.t1("perception-survey-title", "title", title.as_str());
    let shell = shell.under(links::WAVES, &reading.t("perception-title"));
    let mut shell = shell.under(&format!("{}/{code}", links::WAVES), &title);
    origins::add(&mut reading, &mut shell, &origin::wave(code.as_str())).await?;
    let mut page = Page::new(shell);
    page.done("perception", &["enviada"]);
    if let Some((_, words)) = &sent {
        page.wrong(words);
    }
    let shell = &page.shell;
    let is_sent = shell.view.one("hecho") == Some("enviada");
    let about = told::objective(shell, &plans, &wave.card.element);
    let top =
        Section::top().say(link(&links::wave_href(&shell.view, code), &about)).say(told::next(shell, wave));
    let is_open = wave.standing() == Standing::Open && wave.card.takes_web_on(shell.today);
    let section = match (is_open, is_sent) {
        (_, true) => top,
        (false, false) => top.say(shell.t("perception-refused-not-on-web")),
        (true, false) => {
            let form = Form::new(shell, &links::survey_path(code), &shell.t("perception-survey-send"));
            let questions = asked.iter().map(|one| &one.question);
            let form =
                form::fields(shell, form, (questions, &places), sent.as_ref().map(|(posted, _)| *posted));
            top.say(shell.t("perception-survey-anonymous")).html(Html::of(&form))
        }
    };
    page.add(section);
    page.answer()
}

pub async fn post(
    State(app): State<App>,
    view: View,
    parts: Parts,
    Path(code): Path<WaveCode>,
    posted: Posted,
) -> Result<Response, PageError> {
    // Of the network nothing is kept but how often it sent something.
    app.part::<Pace>()?.take(&parts, app.now())?;
    let mut read = app.db.read().await?;
    let found = queries::wave(&mut read, base::Known::NOW, &code).await?.ok_or(PageError::NotFound)?;
    drop(read);
    let new = form::chosen(&posted, found.0.wave.card.questions.iter(), chance()?);
    let offset = app.frame.country.offset();
    match actions::answer(&ctx(&app, PUBLIC.to_owned()), offset, &code, new).await {
        Ok(()) => {
            let path = format!("{}{}?hecho=enviada", view.lang.prefix(), links::survey_path(&code));
            Ok(Redirect::to(&path).into_response())
        }
        Err(refusal) => {
            let words = words::refused(&app, view.lang, &refusal)?;
            show(Reading::open(&app, view).await?, &code, Some((&posted, words))).await
        }
    }
}

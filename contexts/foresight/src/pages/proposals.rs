//! `/prospectiva/{study}/propuestas`: what was proposed and answered, and where anybody proposes.
use axum::{
    Extension,
    extract::{Path, State},
    http::request::Parts,
    response::{IntoResponse, Redirect, Response},
};
use base::codes::TerritoryCode;
use directory::domain::{Dated, TerritoryKind};
use web::{
    App, Html, PageError, Reading, Shell, View,
    components::{Cell, Field, Form, Input, Table},
    gate::{Pace, Posted, Visitor, ctx},
    origins,
};

use super::{
    links,
    parts::{Page, Section, link, plainly, table},
    study::Found,
    told, words,
};
use crate::{
    actions::{Refusal, VISITOR, propose},
    domain::{About, Content, Kind, NewProposal},
    queries::{Answered, origin},
};

pub async fn get(reading: Reading, Path(code): Path<String>) -> Result<Response, PageError> {
    show(reading, &code, None).await
}

async fn show(
    mut reading: Reading,
    code: &str,
    wrong: Option<(&Posted, String)>,
) -> Result<Response, PageError> {
    let found = Found::load(&mut reading, code).await?;
    let (known, on) = (reading.known, reading.today);
    let places = directory::queries::territories(reading.conn(), known, on).await?;
    let regions: Vec<(String, String)> = places
        .iter()
        .filter(|place| place.kind == TerritoryKind::Department)
        .map(|place| (place.code().to_owned(), place.name.clone()))
        .collect();
    let place = |code: &TerritoryCode| places.get(code.as_str()).map(|place| place.name.clone());
    let bodies: Vec<&str> = found.answers.iter().filter_map(|a| a.received.entity.as_deref()).collect();
    let bodies = directory::queries::entities_of(reading.conn(), known, on, &bodies).await?;
    let body =
        |code: &str| bodies.iter().find(|body| body.code.as_str() == code).map(|body| body.name.clone());
    let mut shell = found.shell(&reading, &reading.t("foresight-proposals"));
    let title = found.title(&shell).to_owned();
    shell = shell.under(&format!("{}/{code}", links::PATH), &title);
    origins::add(&mut reading, &mut shell, &origin::answers(code)).await?;
    let mut page = Page::new(shell);
    if let Some((_, words)) = &wrong {
        page.wrong(words);
    }
    let shell = &page.shell;
    let columns = ["proposal", "about", "region", "from", "words", "outcome", "reason", "became"];
    let mut table = table(shell, "propuestas", "answered", &columns).stacked();
    for answer in &found.answers {
        let place =
            answer.received.territory.as_ref().map(|code| place(code).unwrap_or_else(|| code.to_string()));
        let from = answer.received.entity.as_deref();
        let from = from.map(|code| body(code).unwrap_or_else(|| code.to_owned()));
        table.push(cells(shell, &found.content, answer, (place, from)));
    }
    let top = Section::top().say(shell.t("foresight-proposals-lead"));
    let answered = Section::new("respondidas", &shell.t("foresight-answered"));
    let none = shell.t("foresight-answered-none");
    let table = if table.is_empty() { table } else { table.with_files(shell) };
    let answered = answered.table_or(table, &none);
    let form = if found.announced.takes_proposals {
        Section::new("proponer", &shell.t("foresight-propose"))
            .say(shell.t("foresight-propose-words"))
            .html(Html::of(&form(shell, code, &regions, wrong.as_ref().map(|(posted, _)| *posted))))
    } else {
        Section::new("proponer", &shell.t("foresight-propose")).say(shell.t("foresight-refused-not-taking"))
    };
    page.add_all([top, form, answered]);
    page.answer()
}

fn cells(
    shell: &Shell,
    content: &Content,
    answer: &Answered,
    (place, from): (Option<String>, Option<String>),
) -> Vec<Cell> {
    let code = &answer.received.code;
    let became = became_all(shell, content, code);
    vec![
        Cell::html(link(&links::proposal_href(&shell.view, code), code), code),
        Cell::text(&shell.t(&format!("foresight-about-{}", answer.received.about.as_str()))),
        Cell::text(&place.unwrap_or_else(|| shell.t("foresight-whole-country"))),
        Cell::text(&from.unwrap_or_else(|| shell.t("foresight-a-citizen"))),
        Cell::text(answer.words.as_deref().unwrap_or(&shell.t("foresight-words-withheld"))),
        Cell::text(&shell.t(&format!("foresight-outcome-{}", answer.outcome.as_str()))),
        Cell::text(&answer.reason),
        Cell::html(became.clone(), &became.to_text().unwrap_or_default()),
    ]
}

/// Everything that a proposal became in the study.
pub(super) fn became_all(shell: &Shell, content: &Content, code: &str) -> Html {
    let uptakes = told::rows(content, Kind::Uptake).filter(|item| item.text("proposal") == code);
    let each = uptakes.filter_map(|item| {
        let kind: Kind = item.text("kind").parse().ok()?;
        Some(became(shell, content, kind, item.text("item")))
    });
    each.reduce(|one, other| one.and(&Html::text("·")).and(&other)).unwrap_or_default()
}

/// `Trend T1: the middle class grows`.
pub(super) fn became(shell: &Shell, content: &Content, kind: Kind, code: &str) -> Html {
    let word = Html::text(&shell.t(&format!("foresight-one-{kind}")));
    word.and(&told::named(shell, content, kind, code))
}

fn form(shell: &Shell, study: &str, regions: &[(String, String)], sent: Option<&Posted>) -> Form {
    let typed = |name: &str| sent.map_or("", |posted| posted.text(name)).to_owned();
    let about = About::ALL
        .map(|about| (about.as_str().to_owned(), shell.t(&format!("foresight-about-{}", about.as_str()))));
    let country = (String::new(), shell.t("foresight-whole-country"));
    let places = std::iter::once(country).chain(regions.iter().cloned()).collect();
    let path = format!("{}/{study}/propuestas", links::PATH);
    Form::new(shell, &path, &shell.t("foresight-propose-send"))
        .field(
            Field::new("about", &shell.t("foresight-about"), Input::Choice(about.to_vec()))
                .value(&typed("about")),
        )
        .field(
            Field::new("place", &shell.t("foresight-region"), Input::Choice(places)).value(&typed("place")),
        )
        .field(
            Field::new("text", &shell.t("foresight-words"), Input::Area)
                .hint(&shell.t("foresight-words-hint"))
                .value(&typed("text")),
        )
}

pub async fn post(
    State(app): State<App>,
    view: View,
    parts: Parts,
    Path(code): Path<String>,
    visitor: Option<Extension<Visitor>>,
    posted: Posted,
) -> Result<Response, PageError> {
    // Of the network nothing is kept but how often it sent something.
    app.part::<Pace>()?.take(&parts, app.now())?;
    let refused = |name: &'static str| PageError::parameter(name, posted.text(name));
    let territory = Some(posted.text("place")).filter(|place| !place.is_empty());
    let territory = territory.map(|place| place.parse().map_err(|_| refused("place"))).transpose()?;
    let post = visitor.as_ref().and_then(|Extension(visitor)| visitor.somebody()).and_then(|who| who.post());
    let actor = post.map_or_else(|| VISITOR.to_owned(), |post| format!("post:{}", post.post));
    let new = NewProposal {
        study: code.clone(),
        about: posted.text("about").parse().map_err(|()| refused("about"))?,
        territory,
        text: posted.text("text").to_owned(),
        entity: post.map(|post| post.entity.to_string()),
    };
    let today = app.frame.country.date_of(app.now());
    match propose(&ctx(&app, actor), new, today).await {
        Ok(proposal) => {
            let path = format!("{}/propuesta/{proposal}?hecho=propuesta", view.lang.prefix());
            Ok(Redirect::to(&path).into_response())
        }
        Err(Refusal::NoTerritory) => Err(refused("place")),
        Err(refusal) => {
            let words = words::refused(&app, view.lang, &refusal)?;
            show(Reading::open(&app, view).await?, &code, Some((&posted, words))).await
        }
    }
}

/// The study's title in the language of the page.
pub(super) fn title<'a>(shell: &Shell, study: &'a crate::domain::Study) -> &'a str {
    plainly(shell, &study.title, study.title_en.as_deref())
}

/// What waits for an answer, still without rows.
pub(super) fn waiting_table(shell: &Shell) -> Table {
    table(shell, "esperan", "waiting", &["proposal", "about", "region", "received", "words"]).stacked()
}

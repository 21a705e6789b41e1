//! `/oficina/seguimiento`: the bodies, places and objectives that somebody follows, of which letters tell what changes.
use accounts::{actions::Words, domain::Person};
use axum::response::{IntoResponse, Redirect, Response};
use web::{
    App, Arg, Html, Lang, Matter, PageError,
    components::{Cell, Field, Form, Input},
    gate::{Office, Posted},
    sections::{Page, Section},
};

use crate::{
    actions::{FollowRefusal, follow},
    domain::{FOLLOWED_MAX, Followed, FollowedKind, Told},
    queries::{exists, followed},
};

pub const PATH: &str = "/oficina/seguimiento";
/// Lines of one letter; the page of alerts has the others.
const LINES_MAX: usize = 60;

pub async fn get(office: Office) -> Result<Response, PageError> {
    show(&office, None).await
}

async fn show(office: &Office, wrong: Option<(&Posted, &str)>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let all = followed(reading.conn(), &office.somebody.account).await?;
    let shell = reading.shell(&reading.t("office-following"), Matter::Real);
    let mut page = Page::new(shell.under("/oficina", &reading.t("office-title")));
    page.done("office-following", &["sigue", "quitado"]);
    let shell = &page.shell;
    let mut top = Section::top().say(shell.t("office-following-words"));
    for (number, one) in all.iter().enumerate() {
        let path = match one.kind {
            FollowedKind::Entity => format!("/alertas?entity={}", web::encode(&one.code)),
            FollowedKind::Territory => format!("/alertas?territory={}", web::encode(&one.code)),
            FollowedKind::Objective => format!("/alertas?objective={}", web::encode(&one.code)),
        };
        let href = format!("{}{path}", shell.lang().prefix());
        let kind = shell.t(&format!("office-followed-{}", one.kind.as_str()));
        let named = Html::text(&kind).and(&Cell::link(&href, &one.code).shown);
        let end = Form::new(shell, &format!("{PATH}/quitar"), &shell.t("office-unfollow"))
            .among(&format!("quitar-{number}"))
            .keep("kind", one.kind.as_str())
            .keep("code", &one.code);
        top = top.say(named).html(Html::of(&end));
    }
    if all.is_empty() {
        top = top.say(shell.t("office-following-none"));
    }
    let typed = |name: &str| wrong.map_or("", |(posted, _)| posted.text(name));
    let kinds = FollowedKind::ALL
        .map(|kind| (kind.as_str().to_owned(), shell.t(&format!("office-followed-{}", kind.as_str()))));
    let mut form = Form::new(shell, PATH, &shell.t("office-follow"))
        .field(
            Field::new("kind", &shell.t("office-followed-kind"), Input::Choice(kinds.to_vec()))
                .value(typed("kind")),
        )
        .field(
            Field::new("code", &shell.t("office-followed-code"), Input::Text)
                .hint(&shell.t("office-followed-code-hint"))
                .value(typed("code")),
        );
    if let Some((_, key)) = wrong {
        form = form.wrong("code", &shell.t1(key, "n", FOLLOWED_MAX));
    }
    let add = Section::new("parte-seguir", &shell.t("office-follow")).html(Html::of(&form));
    if let Some((_, key)) = wrong {
        let words = shell.t1(key, "n", FOLLOWED_MAX);
        page.wrong(&words);
    }
    page.add_all([top, add]);
    page.answer()
}

fn see(office: &Office, what: &str) -> Response {
    Redirect::to(&format!("{}{PATH}?hecho={what}", office.view.lang.prefix())).into_response()
}

fn named(posted: &Posted) -> Option<Followed> {
    let kind = posted.text("kind").parse().ok()?;
    Some(Followed { kind, code: posted.text("code").trim().to_owned() })
}

pub async fn add(office: Office, posted: Posted) -> Result<Response, PageError> {
    let mut read = office.app.db.read().await?;
    let known = base::Known(journal::last_shown(&mut read).await?);
    let today = office.app.frame.country.date_of(office.app.now());
    let one = match named(&posted) {
        Some(one) if exists(&mut read, (known, today), &one).await? => one,
        _ => return show(&office, Some((&posted, "office-follow-refused-code"))).await,
    };
    drop(read);
    match follow(&office.ctx(), &office.somebody.account, &one, true).await {
        Ok(()) => Ok(see(&office, "sigue")),
        Err(FollowRefusal::TooMany) => show(&office, Some((&posted, "office-follow-refused-many"))).await,
        Err(error) => Err(PageError::internal(error)),
    }
}

pub async fn end(office: Office, posted: Posted) -> Result<Response, PageError> {
    if let Some(one) = named(&posted) {
        let done = follow(&office.ctx(), &office.somebody.account, &one, false).await;
        done.map_err(PageError::internal)?;
    }
    Ok(see(&office, "quitado"))
}

/// The words of a digest to a person.
pub fn words(app: &App, origin: &str, person: &Person, told: &[Told]) -> Words {
    let lang = if person.lang == "en" { Lang::En } else { Lang::Es };
    let t = |key: &str, args: &[(&str, Arg)]| app.frame.texts.t(lang, key, args);
    let mut parts = vec![t("office-digest-hello", &[("name", person.name.as_str().into())])];
    for one in told.iter().take(LINES_MAX) {
        let about = if lang == Lang::En { &one.about.1 } else { &one.about.0 };
        let about = if about.is_empty() { &one.alert } else { about };
        let args = [
            ("what", t(&format!("office-change-{}", one.change.as_str()), &[]).into()),
            ("about", about.as_str().into()),
        ];
        parts.push(format!(
            "{}\n{origin}{}/alerta/{}",
            t("office-digest-line", &args),
            lang.prefix(),
            one.alert
        ));
    }
    let left_out = told.len().saturating_sub(LINES_MAX);
    if left_out > 0 {
        parts.push(t("office-letter-more", &[("n", left_out.into())]));
    }
    let page = format!("{origin}{}{PATH}", lang.prefix());
    parts.push(t("office-digest-else", &[("link", page.into())]));
    let subject = t("office-digest-subject", &[("n", told.len().into())]);
    Words { subject, body: format!("{}\n", parts.join("\n\n")) }
}

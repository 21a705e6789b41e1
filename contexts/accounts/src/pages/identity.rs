//! `/ingresar/identidad`: to an identity provider, and back from it.
use askama::Template;
use axum::{extract::State, response::Response};
use web::{
    App, Html, Lang, PageError, Shell, View,
    gate::{Visitor, ctx},
};

use super::{
    asked::{Asked, at, next, see},
    cookies, login,
    login::{PROGRAM, entered_at},
    words,
};
use crate::{
    Accounts,
    actions::{Brought, Refusal, SignIn, begin_identity, enter_by_identity},
    domain::SIGN_IN_LASTS,
};

/// Sends the browser to the provider. Whoever is in already stays.
pub async fn begin(
    State(app): State<App>,
    view: View,
    visitor: Option<axum::Extension<Visitor>>,
    asked: Asked,
) -> Result<Response, PageError> {
    let next = next(view.one("next").unwrap_or_default(), view.lang);
    if visitor.is_some_and(|visitor| visitor.0 != Visitor::Nobody) {
        return Ok(see(&next));
    }
    let address = asked.place.address.as_str();
    match begin_identity(&asked.accounts, address, (&next, view.lang), app.now()).await {
        Ok((secret, url)) => {
            let site = &asked.accounts.site;
            let mut response = see(&url);
            let kept = (cookies::identity(site), secret.as_str());
            cookies::set(&mut response, site, kept, Some(SIGN_IN_LASTS))?;
            Ok(response)
        }
        Err(Refusal::NoProvider) => Err(PageError::NotFound),
        Err(refusal) => {
            login::refused(&app, view.lang, &next, &words::refused(&app, view.lang, refusal)?).await
        }
    }
}

/// Takes the browser back. What it brings counts only beside what this very browser was given when it went, and once.
pub async fn back(State(app): State<App>, view: View, asked: Asked) -> Result<Response, PageError> {
    let site = &asked.accounts.site;
    if asked.accounts.provider().is_none() {
        return Err(PageError::NotFound);
    }
    let state = view.one("state").unwrap_or_default();
    let held = asked.keys.cookie(cookies::identity(site)).unwrap_or_default();
    let Some(sign_in) = asked.accounts.sign_in_of(held, state, app.now()) else {
        // What the browser holds stays: a link from elsewhere ends no sign-in.
        let words = app.frame.texts.t(view.lang, "accounts-refused-sign-in", &[]);
        return login::refused(&app, view.lang, &next("", view.lang), &words).await;
    };
    let mut response = came_back(&app, &view, &asked, &sign_in).await?;
    cookies::set(&mut response, site, (cookies::identity(site), ""), None)?;
    Ok(response)
}

async fn came_back(app: &App, view: &View, asked: &Asked, sign_in: &SignIn) -> Result<Response, PageError> {
    let (site, lang) = (&asked.accounts.site, sign_in.lang);
    let (Some(code), None) = (view.one("code"), view.one("error")) else {
        return login::refused(app, lang, &sign_in.next, &told_no(app, view, lang)).await;
    };
    let brought = Brought {
        code,
        state: &sign_in.begun.state,
        device: asked.keys.cookie(cookies::device(site)),
        before: asked.keys.cookie(cookies::session(site)),
        place: &asked.place,
    };
    let ctx = ctx(app, PROGRAM.to_owned());
    let today = app.frame.country.date_of(ctx.now);
    match enter_by_identity(&ctx, &asked.accounts, sign_in, brought, today).await {
        Ok(entered) => entered_at(asked, &entered, &sign_in.next, lang),
        Err(refusal) => login::refused(app, lang, &sign_in.next, &words::refused(app, lang, refusal)?).await,
    }
}

/// What the provider answers in place of a code (RFC 6749 §4.1.2.1). Its own words are not shown: a link could hold any.
fn told_no(app: &App, view: &View, lang: Lang) -> String {
    let key = match view.one("error") {
        Some("access_denied") => "accounts-refused-denied",
        _ => "accounts-refused-provider",
    };
    app.frame.texts.t(lang, key, &[])
}

/// The way to the provider, on the page of the login.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% if let Some(down) = down %}<p class="govuk-body">{{ down }}</p>{% endif %}<p class="govuk-body"><a class="govuk-button govuk-button--secondary" href="{{ href }}" rel="nofollow">{{ words }}</a></p>"#
)]
struct Way {
    down: Option<String>,
    href: String,
    words: String,
}

pub(super) fn way(shell: &Shell, accounts: &Accounts, next: &str) -> Html {
    let Some(provider) = accounts.provider() else { return Html::default() };
    let say = |key: &str| shell.t1(key, "name", provider.name());
    Html::of(&Way {
        down: provider.is_down().then(|| say("accounts-identity-down")),
        href: format!("{}?next={}", at(shell.lang(), "/ingresar/identidad"), web::encode(next)),
        words: say("accounts-identity"),
    })
}

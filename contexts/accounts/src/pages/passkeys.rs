//! Keys of a device: `/cuenta/llaves` takes and drops them, `/ingresar/llave` lets in by one. The only pages with a script:
//! browsers give keys to no form.
use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use web::{
    App, Html, Matter, PageError, Reading, SCRIPT_PASSKEYS, Shell, View,
    components::{Field, Form, Input, Notice, NoticeKind},
    gate::{Office, Posted, ctx},
};

use super::{
    asked::{Asked, at, next, see},
    cookies, factor,
    login::{PROGRAM, entered_at},
    plain::Plain,
    words,
};
use crate::{
    Accounts,
    actions::{
        ByPasskey, Factor, Refusal, begin_entry, begin_passkey, drop_factor, enter_by_passkey,
        register_passkey,
    },
    domain::CEREMONY_LASTS,
    queries,
};

#[derive(Template)]
#[template(path = "passkeys.html")]
pub(crate) struct PasskeysPage {
    shell: Shell,
    done: Option<Notice>,
    /// What each is called, with the button that drops it.
    keys: Vec<(String, Form)>,
    form: Form,
}

/// What was asked of the browser, and what its answer must bear.
pub(crate) struct Question {
    pub begun: String,
    pub options: String,
}

pub async fn get(office: Office, asked: Asked) -> Result<Response, PageError> {
    show(&office, &asked, None).await
}

async fn show(
    office: &Office,
    asked: &Asked,
    wrong: Option<(&Posted, Refusal)>,
) -> Result<Response, PageError> {
    let own = (office.somebody.account.as_str(), office.somebody.session.as_str());
    let begun = begin_passkey(&office.ctx(), &asked.accounts, own, &asked.place.address).await;
    let (begun, options) = begun.map_err(not_here)?;
    let question = Question { begun: begun.as_str().to_owned(), options };
    let mut reading = office.reading().await?;
    let keys = queries::own(reading.conn(), own.0).await?.passkeys;
    let shell = reading.shell(&reading.t("accounts-keys"), Matter::Real);
    let wrong = match wrong {
        Some((posted, refusal)) => {
            let field = if matches!(refusal, Refusal::KeyName) { "name" } else { "" };
            Some((posted.text("name"), field, words::refused(&office.app, office.view.lang, refusal)?))
        }
        None => None,
    };
    let page = PasskeysPage::of(
        shell,
        keys,
        &question,
        wrong.as_ref().map(|(name, field, words)| (*name, *field, words.as_str())),
    );
    let mut response = web::with_script(web::html(&page)?);
    if wrong.is_some() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// A site that browsers let have no keys has none of these pages.
fn not_here(refusal: Refusal) -> PageError {
    match refusal {
        Refusal::NoPasskeys => PageError::NotFound,
        other => PageError::internal(other),
    }
}

impl PasskeysPage {
    pub(crate) fn of(
        shell: Shell,
        keys: Vec<(String, String)>,
        question: &Question,
        wrong: Option<(&str, &'static str, &str)>,
    ) -> Self {
        let account = shell.t("accounts-account");
        let shell = shell.under("/cuenta", &account).with_script(SCRIPT_PASSKEYS);
        let done = shell
            .view
            .one("hecho")
            .map(|what| if what == "quitada" { "accounts-key-dropped" } else { "accounts-key-made" });
        let keys = keys.into_iter().map(|(id, name)| {
            let drop =
                Form::new(&shell, "/cuenta/llaves/quitar", &shell.t("accounts-key-drop")).keep("llave", &id);
            (name, drop)
        });
        let form = Form::new(&shell, "/cuenta/llaves", &shell.t("accounts-key-button"))
            .keep("begun", &question.begun)
            .keep("options", &question.options)
            .keep("answer", "")
            .field(
                Field::new("name", &shell.t("accounts-key-name"), Input::Text)
                    .hint(&shell.t("accounts-key-name-hint"))
                    .value(wrong.map_or("", |(name, ..)| name)),
            );
        let form = match wrong {
            Some((_, field, words)) => form.wrong(field, words),
            None => form,
        };
        Self {
            done: done.map(|key| Notice::new(&shell, NoticeKind::Done, Html::text(&shell.t(key)))),
            keys: keys.collect(),
            form,
            shell,
        }
    }
}

pub async fn register(office: Office, asked: Asked, posted: Posted) -> Result<Response, PageError> {
    let own = (office.somebody.account.as_str(), office.somebody.session.as_str());
    let answer = (posted.exact("begun"), posted.exact("answer"));
    match register_passkey(&office.ctx(), &asked.accounts, own, answer, posted.text("name")).await {
        Ok(None) => Ok(see(&at(office.view.lang, "/cuenta/llaves?hecho=llave"))),
        Ok(Some(codes)) => {
            let reading = office.reading().await?;
            factor::written(reading.shell(&reading.t("accounts-key-made"), Matter::Real), &codes).answer()
        }
        Err(refusal @ Refusal::NoPasskeys) => Err(not_here(refusal)),
        Err(refusal) => show(&office, &asked, Some((&posted, refusal))).await,
    }
}

pub async fn drop(office: Office, posted: Posted) -> Result<Response, PageError> {
    let key = posted.text("llave").to_owned();
    let done = "/cuenta/llaves?hecho=quitada";
    dropping(&office, &posted, Factor::Passkey(&key), ("/cuenta/llaves/quitar", done)).await
}

/// Drops a factor, or asks first where it is the last of somebody whose post asks for two.
pub(super) async fn dropping(
    office: &Office,
    posted: &Posted,
    factor: Factor<'_>,
    (path, done): (&str, &str),
) -> Result<Response, PageError> {
    let today = office.app.frame.country.date_of(office.app.now());
    let confirmed = posted.text("confirmed") == "1";
    let lang = office.view.lang;
    match drop_factor(&office.ctx(), &office.somebody.account, (factor, confirmed), today).await {
        Ok(()) => Ok(see(&at(lang, done))),
        Err(Refusal::LastFactor) => {
            let reading = office.reading().await?;
            let shell = reading.shell(&reading.t("accounts-factor-last-title"), Matter::Real);
            let mut response = asking_last(shell, path, factor).answer()?;
            *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
            Ok(response.into_response())
        }
        Err(other) => Err(PageError::internal(other)),
    }
}

/// Whether they really mean it.
pub(super) fn asking_last(shell: Shell, path: &str, factor: Factor<'_>) -> Plain {
    let account = shell.t("accounts-account");
    let shell = shell.under("/cuenta", &account);
    let mut form =
        Form::new(&shell, path, &shell.t("accounts-factor-last-button")).keep("confirmed", "1").warning();
    if let Factor::Passkey(id) = factor {
        form = form.keep("llave", id);
    }
    let notice = Notice::new(&shell, NoticeKind::Warning, Html::text(&shell.t("accounts-factor-last")));
    let mut page = Plain::new(shell).form(form).link("/cuenta", "accounts-factor-last-keep");
    page.notice = Some(notice);
    page
}

pub async fn ask(State(app): State<App>, view: View, asked: Asked) -> Result<Response, PageError> {
    let next = next(view.one("next").unwrap_or_default(), view.lang);
    asking(&app, view, &asked, &next, None).await
}

async fn asking(
    app: &App,
    view: View,
    asked: &Asked,
    next: &str,
    wrong: Option<&str>,
) -> Result<Response, PageError> {
    let ctx = ctx(app, PROGRAM.to_owned());
    let (begun, options) = begin_entry(&ctx, &asked.accounts, &asked.place.address).map_err(not_here)?;
    let reading = Reading::open(app, view).await?;
    let shell = reading.shell(&reading.t("accounts-key-enter"), Matter::Real);
    let mut response = web::with_script(entering(shell, &options, next, wrong).answer()?);
    let site = &asked.accounts.site;
    cookies::set(&mut response, site, (cookies::key(site), begun.as_str()), Some(CEREMONY_LASTS))?;
    Ok(response)
}

pub(super) fn entering(shell: Shell, options: &str, next: &str, wrong: Option<&str>) -> Plain {
    let shell = shell.with_script(SCRIPT_PASSKEYS);
    let mut form = Form::new(&shell, "/ingresar/llave", &shell.t("accounts-key-enter-button"))
        .keep("next", next)
        .keep("options", options)
        .keep("answer", "");
    if let Some(words) = wrong {
        form = form.wrong("", words);
    }
    let other = format!("{}?next={}", at(shell.lang(), "/ingresar"), web::encode(next));
    let mut page = Plain::new(shell).say("accounts-key-enter-words").form(form);
    page.links.push((other, page.shell.t("accounts-key-enter-other")));
    page
}

pub async fn enter(
    State(app): State<App>,
    view: View,
    asked: Asked,
    posted: Posted,
) -> Result<Response, PageError> {
    let next = next(posted.text("next"), view.lang);
    let site = &asked.accounts.site;
    let held = |name| asked.keys.cookie(name);
    let by = ByPasskey {
        begun: held(cookies::key(site)).unwrap_or_default(),
        answer: posted.exact("answer"),
        device: held(cookies::device(site)),
        before: held(cookies::half(site)).or(held(cookies::session(site))),
        place: &asked.place,
    };
    match enter_by_passkey(&ctx(&app, PROGRAM.to_owned()), &asked.accounts, by).await {
        Ok(entered) => {
            let mut response = entered_at(&asked, &entered, &next, view.lang)?;
            cookies::set(&mut response, site, (cookies::key(site), ""), None)?;
            Ok(response)
        }
        Err(refusal @ Refusal::NoPasskeys) => Err(not_here(refusal)),
        Err(refusal) => {
            let wrong = words::refused(&app, view.lang, refusal)?;
            asking(&app, view, &asked, &next, Some(&wrong)).await
        }
    }
}

/// The way in by a key, where the site may have them.
pub(super) fn way(shell: &Shell, accounts: &Accounts, next: &str) -> Option<(String, String)> {
    accounts.passkeys()?;
    let href = format!("{}?next={}", at(shell.lang(), "/ingresar/llave"), web::encode(next));
    Some((href, shell.t("accounts-key-enter")))
}

//! `/cuenta/tokens`: what programs act by for whoever came in: made, shown once, listed, ended.
use std::collections::BTreeMap;

use askama::Template;
use axum::{http::StatusCode, response::Response};
use directory::actions::{RoleWords, role_words};
use jiff::{Timestamp, ToSpan as _, civil::Date};
use pack::Pack;
use web::{
    Html, Lang, Matter, PageError, Shell,
    components::{Field, Form, Input, Notice, NoticeKind},
    gate::{Holding, Office, Posted},
};

use super::{
    asked::{at, see},
    plain::Plain,
    words,
};
use crate::{
    Accounts,
    actions::{Refusal, end_token, make_token},
    domain::{ApiToken, TOKEN_DAYS_MAX, TokenError, TokenPlan, grant_words},
    queries::{self, ProgramToken},
};

#[derive(Template)]
#[template(path = "tokens.html")]
pub(crate) struct TokensPage {
    shell: Shell,
    done: Option<Notice>,
    /// Each in words, with the button that ends it where it stands.
    tokens: Vec<(String, Option<Form>)>,
    form: Form,
}

/// What the page is made of.
pub(crate) struct Found<'a> {
    pub tokens: Vec<ProgramToken>,
    /// Posts acted through now.
    pub posts: &'a [Holding],
    pub roles: BTreeMap<&'static str, RoleWords>,
    pub now: Timestamp,
}

/// Usual and longest, in days from today.
const DAYS_USUAL: i64 = 90;

pub async fn get(office: Office) -> Result<Response, PageError> {
    show(&office, None).await
}

async fn show(office: &Office, wrong: Option<(&Posted, Refusal)>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let (known, files) = (reading.known, reading.app.files.clone());
    let own = queries::own(reading.conn(), &office.somebody.account).await?;
    let pack = Pack::known(reading.conn(), &files, known).await.map_err(PageError::internal)?;
    let roles = role_words(&pack).map_err(PageError::internal)?;
    let accounts = Accounts::of(&office.app)?;
    let found = Found {
        tokens: used(&accounts, own.tokens),
        posts: &office.somebody.posts,
        roles,
        now: office.app.now(),
    };
    let shell = reading.shell(&reading.t("accounts-tokens"), Matter::Real);
    let wrong = match wrong {
        Some((posted, refusal)) => {
            let field = field(&refusal);
            Some((posted, field, words::refused(&office.app, office.view.lang, refusal)?))
        }
        None => None,
    };
    let page = TokensPage::of(
        shell,
        &found,
        wrong.as_ref().map(|(posted, field, words)| (*posted, *field, words.as_str())),
    );
    let mut response = web::html(&page)?;
    if wrong.is_some() {
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(response)
}

/// With the uses that are not written down yet.
pub(super) fn used(accounts: &Accounts, mut tokens: Vec<ProgramToken>) -> Vec<ProgramToken> {
    for token in &mut tokens {
        token.last_use = accounts.last_use(&token.id).or(token.last_use.take());
    }
    tokens
}

const fn field(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::Token(TokenError::Name) => "name",
        Refusal::Token(TokenError::Grants) => "grants",
        Refusal::Token(TokenError::Days) => "last_day",
        Refusal::Token(TokenError::Post) => "post",
        _ => "",
    }
}

pub async fn make(office: Office, posted: Posted) -> Result<Response, PageError> {
    match made(&office, &posted).await {
        Ok(token) => {
            let reading = office.reading().await?;
            shown(reading.shell(&reading.t("accounts-token-made"), Matter::Real), &token).answer()
        }
        Err(refusal) => show(&office, Some((&posted, refusal))).await,
    }
}

async fn made(office: &Office, posted: &Posted) -> Result<ApiToken, Refusal> {
    let country = &office.app.frame.country;
    let today = country.date_of(office.app.now());
    let plan = TokenPlan::new(posted.text("name"), posted.text("grants"), posted.text("last_day"), today)?;
    let post = match posted.text("post") {
        "" => None,
        post if office.somebody.posts.iter().any(|held| held.post == post) => Some(post),
        _ => return Err(TokenError::Post.into()),
    };
    let expires_at = country.end_of(plan.last_day).ok_or(TokenError::Days)?;
    make_token(&office.ctx(), &office.somebody.account, (&plan, post), expires_at).await
}

pub async fn end(office: Office, posted: Posted) -> Result<Response, PageError> {
    let ended = end_token(&office.ctx(), &office.somebody.account, posted.text("token")).await;
    ended.map_err(|refusal| match refusal {
        Refusal::NoAccount => PageError::NotFound,
        other => PageError::internal(other),
    })?;
    Ok(see(&at(office.view.lang, "/cuenta/tokens?hecho=token")))
}

impl TokensPage {
    pub(crate) fn of(shell: Shell, found: &Found<'_>, wrong: Option<(&Posted, &'static str, &str)>) -> Self {
        let account = shell.t("accounts-account");
        let shell = shell.under("/cuenta", &account);
        let done = shell.view.one("hecho").is_some();
        let tokens = found.tokens.iter().map(|token| {
            let stands = !token.is_ended && token.expires_at > found.now;
            (told(&shell, found, token), stands.then(|| ending(&shell, token)))
        });
        Self {
            done: done.then(|| {
                Notice::new(&shell, NoticeKind::Done, Html::text(&shell.t("accounts-token-ended-done")))
            }),
            tokens: tokens.collect(),
            form: form(&shell, found, wrong),
            shell,
        }
    }
}

/// The button that ends a token.
pub(super) fn ending(shell: &Shell, token: &ProgramToken) -> Form {
    Form::new(shell, "/cuenta/tokens/terminar", &shell.t("accounts-token-end")).keep("token", &token.id)
}

/// What it is called, what it ends with, and when it was last used.
pub(super) fn called(shell: &Shell, token: &ProgramToken) -> String {
    let used = match &token.last_use {
        Some(last) => {
            let args = [("when", shell.moment(last.at).into()), ("place", last.address.as_str().into())];
            shell.ta("accounts-token-used", &args)
        }
        None => shell.t("accounts-token-unused"),
    };
    format!("{} (…{}) · {used}", token.name, token.tail)
}

fn told(shell: &Shell, found: &Found<'_>, token: &ProgramToken) -> String {
    let post = match &token.post {
        Some(post) => found
            .posts
            .iter()
            .find(|held| held.post == *post)
            .map_or_else(|| post.clone(), |held| name(shell.lang(), &found.roles, held)),
        None => shell.t("accounts-token-no-post"),
    };
    let state = match (token.is_ended, token.expires_at > found.now) {
        (true, _) => Some("accounts-token-ended"),
        (false, true) => None,
        (false, false) => Some("accounts-token-over"),
    };
    let parts = [
        Some(called(shell, token)),
        Some(post),
        Some(may(shell, token)),
        Some(shell.t1("accounts-token-made-at", "when", shell.moment(token.made_at))),
        Some(shell.t1("accounts-token-until", "when", shell.moment(token.expires_at))),
        state.map(|key| shell.t(key)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn may(shell: &Shell, token: &ProgramToken) -> String {
    let key = if grant_words(&token.grants).contains("write") {
        "accounts-token-write"
    } else {
        "accounts-token-read"
    };
    shell.t(key)
}

fn name(lang: Lang, roles: &BTreeMap<&'static str, RoleWords>, held: &Holding) -> String {
    let role = roles.get(held.role).map(|words| match lang {
        Lang::Es => words.name.as_str(),
        Lang::En => words.name_en.as_str(),
    });
    format!("{} · {}", role.unwrap_or(held.role), held.entity)
}

fn form(shell: &Shell, found: &Found<'_>, wrong: Option<(&Posted, &'static str, &str)>) -> Form {
    let today = shell.today;
    let posts = found.posts.iter().map(|held| (held.post.clone(), name(shell.lang(), &found.roles, held)));
    let posts = posts.chain([(String::new(), shell.t("accounts-token-no-post"))]).collect();
    let grants = vec![
        ("read".to_owned(), shell.t("accounts-token-read")),
        ("read write".to_owned(), shell.t("accounts-token-write")),
    ];
    let sent = |name: &str| wrong.map(|(posted, ..)| posted.text(name));
    let last_day = usual_day(today).to_string();
    let form = Form::new(shell, "/cuenta/tokens", &shell.t("accounts-token-button"))
        .field(
            Field::new("name", &shell.t("accounts-token-name"), Input::Text)
                .hint(&shell.t("accounts-token-name-hint"))
                .value(sent("name").unwrap_or_default()),
        )
        .field(
            Field::new("post", &shell.t("accounts-token-post"), Input::Choice(posts))
                .hint(&shell.t("accounts-token-post-hint"))
                .value(sent("post").unwrap_or_default()),
        )
        .field(
            Field::new("grants", &shell.t("accounts-token-grants"), Input::Choice(grants))
                .hint(&shell.t("accounts-token-grants-hint"))
                .value(sent("grants").unwrap_or_default()),
        )
        .field(
            Field::new("last_day", &shell.t("accounts-token-last-day"), Input::Date)
                .hint(&shell.t1(
                    "accounts-token-last-day-hint",
                    "n",
                    usize::try_from(TOKEN_DAYS_MAX).unwrap_or_default(),
                ))
                .value(sent("last_day").unwrap_or(&last_day)),
        );
    match wrong {
        Some((_, field, words)) => form.wrong(field, words),
        None => form,
    }
}

fn usual_day(today: Date) -> Date {
    today.checked_add(DAYS_USUAL.days()).unwrap_or(today)
}

/// The token: shown this once.
pub(super) fn shown(shell: Shell, token: &ApiToken) -> Plain {
    #[derive(Template)]
    #[template(
        ext = "html",
        source = r#"<p class="govuk-body"><code class="q-token">{{ token }}</code></p><p class="govuk-body">{{ how }}</p><p class="govuk-body"><code class="q-token">{{ line }}</code></p>"#
    )]
    struct Shown<'a> {
        token: &'a str,
        how: String,
        line: String,
    }
    let account = shell.t("accounts-account");
    let tokens = shell.t("accounts-tokens");
    let shell = shell.under("/cuenta", &account).under("/cuenta/tokens", &tokens);
    let notice = Notice::new(&shell, NoticeKind::Important, Html::text(&shell.t("accounts-token-once")));
    let shown = Shown {
        token: token.as_str(),
        how: shell.t("accounts-token-how"),
        line: "Authorization: Bearer quipu_…".to_owned(),
    };
    let after = Html::of(&shown);
    let mut page = Plain::new(shell).link("/cuenta/tokens", "accounts-token-kept");
    page.notice = Some(notice);
    page.before = after;
    page
}

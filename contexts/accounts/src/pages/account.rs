//! `/cuenta`: one's own account: how it is entered, from where it was, and what can be ended.
use askama::Template;
use axum::response::Response;
use jiff::Timestamp;
use web::{
    Html, Matter, PageError, Shell,
    components::{Cell, Column, Facts, Form, Notice, NoticeKind, Table},
    gate::{Office, Posted},
};

use super::{
    asked::{at, see},
    tokens, words,
};
use crate::{
    Accounts,
    actions::{Refusal, end_session},
    queries::{self, Own},
};

#[derive(Template)]
#[template(path = "account.html")]
pub(crate) struct AccountPage {
    shell: Shell,
    done: Option<Notice>,
    facts: Facts,
    /// Sessions that are open, each with the button that ends it; of this one there is none.
    open: Vec<(String, Option<Form>)>,
    /// Tokens that stand, each with the button that ends it.
    tokens: Vec<(String, Form)>,
    logins: Table,
    failures: Option<Table>,
    drop: Option<Form>,
    /// Whether browsers let the site have keys.
    has_keys: bool,
}

pub async fn get(office: Office) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let mut own = queries::own(reading.conn(), &office.somebody.account).await?;
    let accounts = Accounts::of(&office.app)?;
    own.tokens = tokens::used(&accounts, own.tokens);
    let shell = reading.shell(&reading.t("accounts-account"), Matter::Real);
    let page = AccountPage::of(shell, &own, &office.somebody.session, office.app.now());
    web::html(&AccountPage { has_keys: accounts.passkeys().is_some(), ..page })
}

pub async fn end(office: Office, posted: Posted) -> Result<Response, PageError> {
    let ended = end_session(&office.ctx(), &office.somebody.account, posted.text("sesion")).await;
    ended.map_err(|refusal| match refusal {
        Refusal::NoAccount => PageError::NotFound,
        other => PageError::internal(other),
    })?;
    Ok(see(&at(office.view.lang, "/cuenta?hecho=sesion")))
}

impl AccountPage {
    pub(crate) fn of(shell: Shell, own: &Own, session: &str, now: Timestamp) -> Self {
        let done = match shell.view.one("hecho") {
            Some("contrasena") => Some("accounts-done-password"),
            Some("sesion") => Some("accounts-done-session"),
            _ => None,
        };
        let drop =
            Form::new(&shell, "/cuenta/segundo-factor/quitar", &shell.t("accounts-totp-drop")).warning();
        Self {
            done: done.map(|key| Notice::new(&shell, NoticeKind::Done, Html::text(&shell.t(key)))),
            facts: facts(&shell, own),
            open: open(&shell, own, session, now),
            tokens: standing(&shell, own, now),
            logins: logins(&shell, own, session, now),
            failures: (!own.failures.is_empty()).then(|| failures(&shell, own)),
            drop: own.has_second_factor.then_some(drop),
            has_keys: true,
            shell,
        }
    }
}

fn facts(shell: &Shell, own: &Own) -> Facts {
    let app = own.has_second_factor.then(|| shell.t("accounts-factor-app"));
    let keys = (!own.passkeys.is_empty()).then(|| shell.t1("accounts-factor-keys", "n", own.passkeys.len()));
    let there: Vec<String> = [app, keys].into_iter().flatten().collect();
    let factor = if there.is_empty() {
        shell.t("accounts-factor-none")
    } else {
        let codes = shell.t1("accounts-factor-codes", "n", own.codes_left);
        format!("{}; {codes}", there.join("; "))
    };
    Facts::default()
        .with(&shell.t("accounts-name"), own.name.as_str())
        .with(&shell.t("accounts-email"), own.email.as_str())
        .with(&shell.t("accounts-factor"), factor.as_str())
}

fn open(shell: &Shell, own: &Own, session: &str, now: Timestamp) -> Vec<(String, Option<Form>)> {
    let open = own.sessions.iter().filter(|one| !one.is_ended && one.expires_at > now);
    open.map(|one| {
        let place = one.place.clone().unwrap_or_default();
        let from = shell.moment(one.started_at);
        let words = format!("{} · {} · {}", from, place.address, agent(&place.agent));
        let end =
            || Form::new(shell, "/cuenta/sesion", &shell.t("accounts-session-end")).keep("sesion", &one.id);
        (words, (one.id != session).then(end))
    })
    .collect()
}

fn standing(shell: &Shell, own: &Own, now: Timestamp) -> Vec<(String, Form)> {
    let standing = own.tokens.iter().filter(|token| !token.is_ended && token.expires_at > now);
    standing.map(|token| (tokens::called(shell, token), tokens::ending(shell, token))).collect()
}

fn logins(shell: &Shell, own: &Own, session: &str, now: Timestamp) -> Table {
    let columns = ["when", "means", "place", "agent", "state"];
    let columns = columns.map(|name| Column::text(&shell.t(&format!("accounts-login-{name}")))).to_vec();
    let mut table = Table::new("ingresos", &shell.t("accounts-logins"), columns).stacked();
    for one in &own.sessions {
        let place = one.place.clone().unwrap_or_default();
        let state = match (one.is_ended, one.expires_at > now) {
            _ if one.id == session => "accounts-session-this",
            (true, _) => "accounts-session-ended",
            (false, true) => "accounts-session-open",
            (false, false) => "accounts-session-over",
        };
        table.push(vec![
            Cell::text(&shell.moment(one.started_at)),
            Cell::text(&words::means(shell, one.means)),
            Cell::text(&place.address),
            Cell::text(&agent(&place.agent)),
            Cell::text(&shell.t(state)),
        ]);
    }
    table
}

fn failures(shell: &Shell, own: &Own) -> Table {
    let columns = vec![
        Column::text(&shell.t("accounts-login-when")),
        Column::text(&shell.t("accounts-login-place")),
        Column::number(&shell.t("accounts-attempts")),
    ];
    let mut table = Table::new("intentos", &shell.t("accounts-failures"), columns);
    for failed in &own.failures {
        let at = format!("{}:00Z", failed.minute).parse::<Timestamp>();
        let when = at.map_or_else(|_| failed.minute.clone(), |at| shell.moment(at));
        let attempts = Cell::count(shell, usize::try_from(failed.attempts).unwrap_or_default());
        table.push(vec![Cell::text(&when), Cell::text(&failed.address), attempts]);
    }
    table
}

/// What a browser calls itself, as far as a person recognises it.
fn agent(text: &str) -> String {
    let known = ["Edg/", "OPR/", "Firefox/", "Chrome/", "Safari/", "curl/"];
    let names = ["Edge", "Opera", "Firefox", "Chrome", "Safari", "curl"];
    let systems = ["Android", "iPhone", "Windows", "Mac OS", "Linux"];
    let browser = known.iter().zip(names).find(|(sign, _)| text.contains(**sign)).map(|(_, name)| name);
    let system = systems.into_iter().find(|system| text.contains(system));
    match (browser, system) {
        (Some(browser), Some(system)) => format!("{browser}, {system}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => text.chars().take(40).collect(),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn browsers_are_called_as_people_know_them() {
        let check = |text: &str, expect: &str| assert_eq!(super::agent(text), expect);
        check(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Safari/537.36 Edg/126.0",
            "Edge, Windows",
        );
        check(
            "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36",
            "Chrome, Android",
        );
        check("curl/8.5.0", "curl");
        check("", "");
    }
}

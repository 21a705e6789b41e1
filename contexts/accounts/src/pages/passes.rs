//! `/clave`: ask for a way to a new password, and choose one by what stood in the letter.
use axum::{extract::State, response::Response};
use web::{
    App, Html, Matter, PageError, Reading, Shell, View,
    components::{Field, Form, Input, Notice, NoticeKind},
    gate::{Posted, ctx},
};

use super::{asked::Asked, letters, login::PROGRAM, plain::Plain, words};
use crate::{
    actions::{accept_pass, ask_reset, standing_pass},
    domain::{Attempt, PassKind, Person, Token},
};

pub async fn ask(reading: Reading) -> Result<Response, PageError> {
    asking(reading.shell(&reading.t("accounts-forgotten"), Matter::Real)).answer()
}

fn asking(shell: Shell) -> Plain {
    let form = Form::new(&shell, "/clave", &shell.t("accounts-forgotten-button"))
        .field(Field::new("email", &shell.t("accounts-email"), Input::Email).autocomplete("username"));
    Plain::new(shell).say("accounts-forgotten-words").form(form)
}

/// Says the same whether or not there is such an account; the letter is sent afterwards, so that the time says nothing.
pub async fn asked(
    State(app): State<App>,
    view: View,
    asked: Asked,
    posted: Posted,
) -> Result<Response, PageError> {
    // By network alone: no counter of an address could be filled by somebody else.
    let place = &asked.place.address;
    let attempt = Attempt { name: format!("reset:{place}"), device: None, address: place.clone() };
    asked
        .accounts
        .begin(&attempt, app.now())
        .map_err(|wait| PageError::TooMany { seconds: wait.0.as_secs().unsigned_abs() })?;
    let (email, for_later) = (posted.text("email").to_owned(), ctx(&app, PROGRAM.to_owned()));
    let (writing, site) = (app.clone(), asked.accounts.site);
    tokio::spawn(async move {
        let writer =
            |person: &Person, token: &Token| letters::words(&writing, &site, PassKind::Reset, person, token);
        if let Err(error) = ask_reset(&for_later, &email, Some(&writer)).await {
            tracing::error!(%error, "a way to a new password could not be made");
        }
    });
    let reading = Reading::open(&app, view).await?;
    let shell = reading.shell(&reading.t("accounts-forgotten"), Matter::Real);
    let said = Notice::new(&shell, NoticeKind::Done, Html::text(&shell.t("accounts-forgotten-sent")));
    let mut page = Plain::new(shell).link("/ingresar", "accounts-login");
    page.notice = Some(said);
    page.answer()
}

pub async fn choose(reading: Reading) -> Result<Response, PageError> {
    let held = reading.view.one("pase").unwrap_or_default().to_owned();
    let title = reading.t("accounts-choose");
    let found = standing_pass(&ctx(&reading.app, PROGRAM.to_owned()), &held).await;
    let shell = reading.shell(&title, Matter::Real);
    match found {
        Ok((pass, account)) => choosing(shell, &held, pass.kind, &account.person.email, None).answer(),
        Err(refusal) => void(shell, &words::refused(&reading.app, reading.view.lang, refusal)?),
    }
}

pub async fn chosen(
    State(app): State<App>,
    view: View,
    asked: Asked,
    posted: Posted,
) -> Result<Response, PageError> {
    let (held, password) = (posted.text("pase").to_owned(), posted.exact("password"));
    let ctx = ctx(&app, PROGRAM.to_owned());
    let standing = standing_pass(&ctx, &held).await;
    let wrong = if password == posted.exact("again") {
        accept_pass(&ctx, &asked.accounts, &held, password).await.err()
    } else {
        None
    };
    let differs = password != posted.exact("again");
    let lang = view.lang;
    let reading = Reading::open(&app, view).await?;
    let shell = reading.shell(&reading.t("accounts-choose"), Matter::Real);
    let (pass, account) = match standing {
        Ok(standing) => standing,
        Err(refusal) => return void(shell, &words::refused(&app, lang, refusal)?),
    };
    if wrong.is_none() && !differs {
        let said = Notice::new(&shell, NoticeKind::Done, Html::text(&shell.t("accounts-chosen")));
        let mut page = Plain::new(shell).link("/ingresar", "accounts-login");
        page.notice = Some(said);
        return page.answer();
    }
    let wrong = match wrong {
        Some(refusal) => ("password", words::refused(&app, lang, refusal)?),
        None => ("again", shell.t("accounts-again-differs")),
    };
    choosing(shell, &held, pass.kind, &account.person.email, Some((wrong.0, &wrong.1))).answer()
}

pub(super) fn choosing(
    shell: Shell,
    held: &str,
    kind: PassKind,
    email: &str,
    wrong: Option<(&str, &str)>,
) -> Plain {
    let mut form = Form::new(&shell, "/clave/nueva", &shell.t("accounts-choose-button"))
        .keep("pase", held)
        .keep("username", email)
        .field(
            Field::new("password", &shell.t("accounts-password-new"), Input::Password { is_new: true })
                .hint(&shell.t("accounts-password-hint")),
        )
        .field(Field::new("again", &shell.t("accounts-password-again"), Input::Password { is_new: true }));
    if let Some((field, words)) = wrong {
        form = form.wrong(field, words);
    }
    let mut page = Plain::new(shell);
    page.words.push(page.shell.t1(&format!("accounts-choose-{}", kind.as_str()), "email", email));
    page.form(form)
}

/// A letter that was used, or is too old: says what to do.
fn void(shell: Shell, wrong: &str) -> Result<Response, PageError> {
    let said = Notice::new(&shell, NoticeKind::Warning, Html::text(wrong));
    let mut page = Plain::new(shell).link("/clave", "accounts-forgotten");
    page.notice = Some(said);
    page.answer()
}

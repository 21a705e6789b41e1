//! `/ingresar`: address and password.
use axum::{extract::State, response::Response};
use web::{
    App, Lang, Matter, PageError, Reading, Shell, View,
    components::{Field, Form, Input},
    gate::{Posted, Visitor, ctx},
};

use super::{
    DOORS,
    asked::{Asked, at, next, see},
    cookies, identity, passkeys,
    plain::Plain,
    words,
};
use crate::{
    Accounts,
    actions::{LogIn, LoggedIn, log_in},
    domain::{Stage, session_lasts},
};

/// Who acts, until it is known who it is.
pub(crate) const PROGRAM: &str = "accounts";

pub async fn get(reading: Reading, visitor: Option<axum::Extension<Visitor>>) -> Result<Response, PageError> {
    let asked = next(reading.view.one("next").unwrap_or_default(), reading.view.lang);
    if visitor.is_some_and(|visitor| visitor.0 != Visitor::Nobody) {
        return Ok(see(&asked));
    }
    let accounts = Accounts::of(&reading.app)?;
    page(reading.shell(&reading.t("accounts-login"), Matter::Real), &accounts, (&asked, ""), None).answer()
}

pub async fn post(
    State(app): State<App>,
    view: View,
    asked: Asked,
    posted: Posted,
) -> Result<Response, PageError> {
    let next = next(posted.text("next"), view.lang);
    let device = asked.keys.cookie(cookies::device(&asked.accounts.site));
    let input = LogIn {
        email: posted.text("email"),
        password: posted.exact("password"),
        device,
        place: asked.place.clone(),
    };
    match log_in(&ctx(&app, PROGRAM.to_owned()), &asked.accounts, &input).await {
        Ok(entered) => entered_at(&asked, &entered, &next, view.lang),
        Err(refusal) => {
            let wrong = words::refused(&app, view.lang, refusal)?;
            let reading = Reading::open(&app, view).await?;
            let shell = reading.shell(&reading.t("accounts-login"), Matter::Real);
            page(shell, &asked.accounts, (&next, input.email), Some(&wrong)).answer()
        }
    }
}

/// The page again, with why a way in that began on it led nowhere.
pub(super) async fn refused(app: &App, lang: Lang, next: &str, wrong: &str) -> Result<Response, PageError> {
    let reading = Reading::open(app, View::of(lang, DOORS.entrance)).await?;
    let shell = reading.shell(&reading.t("accounts-login"), Matter::Real);
    page(shell, &Accounts::of(app)?, (next, ""), Some(wrong)).answer()
}

/// What the browser holds from now on, and where it goes.
pub(crate) fn entered_at(
    asked: &Asked,
    entered: &LoggedIn,
    next: &str,
    lang: Lang,
) -> Result<Response, PageError> {
    let site = &asked.accounts.site;
    let lasts = Some(session_lasts(entered.stage));
    let token = entered.session.as_str();
    let mut response = match entered.stage {
        Stage::Full => see(next),
        Stage::Half => see(&format!("{}?next={}", at(lang, "/ingresar/codigo"), web::encode(next))),
    };
    match entered.stage {
        Stage::Full => {
            cookies::set(&mut response, site, (cookies::session(site), token), lasts)?;
            cookies::set(&mut response, site, (cookies::half(site), ""), None)?;
        }
        Stage::Half => cookies::set(&mut response, site, (cookies::half(site), token), lasts)?,
    }
    if let Some(device) = &entered.device {
        let kept = Some(cookies::DEVICE_LASTS);
        cookies::set(&mut response, site, (cookies::device(site), device.as_str()), kept)?;
    }
    Ok(response)
}

fn page(shell: Shell, accounts: &Accounts, (next, email): (&str, &str), wrong: Option<&str>) -> Plain {
    let way = identity::way(&shell, accounts, next);
    let by_key = passkeys::way(&shell, accounts, next);
    let mut form = Form::new(&shell, DOORS.entrance, &shell.t("accounts-login-button"))
        .keep("next", next)
        .field(
            Field::new("email", &shell.t("accounts-email"), Input::Email)
                .value(email)
                .autocomplete("username"),
        )
        .field(Field::new("password", &shell.t("accounts-password"), Input::Password { is_new: false }));
    if let Some(words) = wrong {
        form = form.wrong("", words);
    }
    let mut page =
        Plain::new(shell).say("accounts-login-words").form(form).link("/clave", "accounts-forgotten");
    page.after = way;
    page.links.extend(by_key);
    page
}

/// For the tests of all pages.
#[cfg(test)]
pub(super) fn sample(shell: Shell, accounts: &Accounts) -> Plain {
    let wrong = shell.t("accounts-refused-wrong");
    page(shell, accounts, ("/oficina", "ana@pcm.gob.pe"), Some(&wrong))
}

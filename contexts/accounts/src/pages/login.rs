//! `/ingresar`: address and password.
use axum::{extract::State, response::Response};
use web::{
    App, Matter, PageError, Reading, Shell, View,
    components::{Field, Form, Input},
    gate::{Posted, Visitor, ctx},
};

use super::{
    DOORS,
    asked::{Asked, at, next, see},
    cookies,
    plain::Plain,
    words,
};
use crate::{
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
    page(reading.shell(&reading.t("accounts-login"), Matter::Real), &asked, "", None).answer()
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
        Ok(entered) => entered_at(&asked, &entered, &next, &view),
        Err(refusal) => {
            let wrong = words::refused(&app, view.lang, refusal)?;
            let reading = Reading::open(&app, view).await?;
            let shell = reading.shell(&reading.t("accounts-login"), Matter::Real);
            page(shell, &next, input.email, Some(&wrong)).answer()
        }
    }
}

/// What the browser holds from now on, and where it goes.
pub(crate) fn entered_at(
    asked: &Asked,
    entered: &LoggedIn,
    next: &str,
    view: &View,
) -> Result<Response, PageError> {
    let site = &asked.accounts.site;
    let lasts = Some(session_lasts(entered.stage));
    let token = entered.session.as_str();
    let mut response = match entered.stage {
        Stage::Full => see(next),
        Stage::Half => see(&format!("{}?next={}", at(view.lang, "/ingresar/codigo"), web::encode(next))),
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

fn page(shell: Shell, next: &str, email: &str, wrong: Option<&str>) -> Plain {
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
    Plain::new(shell).say("accounts-login-words").form(form).link("/clave", "accounts-forgotten")
}

/// For the tests of all pages.
#[cfg(test)]
pub(super) fn sample(shell: Shell) -> Plain {
    let wrong = shell.t("accounts-refused-wrong");
    page(shell, "/oficina", "ana@pcm.gob.pe", Some(&wrong))
}

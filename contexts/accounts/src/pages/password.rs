//! `/cuenta/contrasena`: another password, knowing the one there is.
use axum::response::Response;
use web::{
    Matter, PageError, Shell,
    components::{Field, Form, Input},
    gate::{Office, Posted},
};

use super::{
    asked::{Asked, at, see},
    plain::Plain,
    words,
};
use crate::actions::{Refusal, change_password};

pub async fn get(office: Office) -> Result<Response, PageError> {
    let reading = office.reading().await?;
    page(reading.shell(&reading.t("accounts-change"), Matter::Real), None).answer()
}

pub async fn post(office: Office, asked: Asked, posted: Posted) -> Result<Response, PageError> {
    let texts = &office.app.frame.texts;
    let password = posted.exact("password");
    let wrong = if password == posted.exact("again") {
        let own = (office.somebody.account.as_str(), office.somebody.session.as_str());
        let both = (posted.exact("before"), password);
        match change_password(&office.ctx(), &asked.accounts, own, both).await {
            Ok(()) => return Ok(see(&at(office.view.lang, "/cuenta?hecho=contrasena"))),
            Err(Refusal::Wrong) => ("before", texts.t(office.view.lang, "accounts-refused-before", &[])),
            Err(refusal) => ("password", words::refused(&office.app, office.view.lang, refusal)?),
        }
    } else {
        ("again", texts.t(office.view.lang, "accounts-again-differs", &[]))
    };
    let reading = office.reading().await?;
    let shell = reading.shell(&reading.t("accounts-change"), Matter::Real);
    page(shell, Some((wrong.0, &wrong.1))).answer()
}

pub(super) fn page(shell: Shell, wrong: Option<(&str, &str)>) -> Plain {
    let account = shell.t("accounts-account");
    let shell = shell.under("/cuenta", &account);
    let mut form = Form::new(&shell, "/cuenta/contrasena", &shell.t("accounts-change"))
        .field(Field::new("before", &shell.t("accounts-password-before"), Input::Password { is_new: false }))
        .field(
            Field::new("password", &shell.t("accounts-password-new"), Input::Password { is_new: true })
                .hint(&shell.t("accounts-password-hint")),
        )
        .field(Field::new("again", &shell.t("accounts-password-again"), Input::Password { is_new: true }));
    if let Some((field, words)) = wrong {
        form = form.wrong(field, words);
    }
    Plain::new(shell).say("accounts-change-words").form(form)
}

//! The second factor: shown at a login, taken and dropped in one's own account.
use askama::Template;
use axum::{extract::State, response::Response};
use qrcode::{QrCode, render::svg};
use web::{
    App, Html, Matter, PageError, Reading, Shell, View,
    components::{Field, Form, Input, Notice, NoticeKind},
    gate::{Office, Posted, ctx},
};

use super::{
    asked::{Asked, at, next, see},
    cookies,
    login::{PROGRAM, entered_at},
    passkeys,
    plain::Plain,
    words,
};
use crate::{
    Accounts,
    actions::{self, Factor, Refusal, confirm_factor, enrol_totp},
    domain::{new_secret, provisioning_uri},
    queries,
};

pub async fn ask(reading: Reading) -> Result<Response, PageError> {
    let next = next(reading.view.one("next").unwrap_or_default(), reading.view.lang);
    let accounts = Accounts::of(&reading.app)?;
    asking(reading.shell(&reading.t("accounts-factor"), Matter::Real), &accounts, &next, None).answer()
}

pub async fn confirm(
    State(app): State<App>,
    view: View,
    asked: Asked,
    posted: Posted,
) -> Result<Response, PageError> {
    let next = next(posted.text("next"), view.lang);
    let site = &asked.accounts.site;
    // A half that is over begins again.
    let Some(half) = asked.keys.cookie(cookies::half(site)) else {
        return Ok(see(&at(view.lang, "/ingresar")));
    };
    let held = (half, asked.keys.cookie(cookies::device(site)));
    let ctx = ctx(&app, PROGRAM.to_owned());
    match confirm_factor(&ctx, &asked.accounts, held, posted.text("code"), &asked.place).await {
        Ok(entered) => entered_at(&asked, &entered, &next, view.lang),
        Err(Refusal::Wrong) => Ok(see(&at(view.lang, "/ingresar"))),
        Err(refusal) => {
            let wrong = words::refused(&app, view.lang, refusal)?;
            let reading = Reading::open(&app, view).await?;
            let shell = reading.shell(&reading.t("accounts-factor"), Matter::Real);
            asking(shell, &asked.accounts, &next, Some(&wrong)).answer()
        }
    }
}

pub(super) fn asking(shell: Shell, accounts: &Accounts, next: &str, wrong: Option<&str>) -> Plain {
    let mut form =
        Form::new(&shell, "/ingresar/codigo", &shell.t("accounts-factor-button")).keep("next", next).field(
            Field::new("code", &shell.t("accounts-code"), Input::Code).hint(&shell.t("accounts-code-hint")),
        );
    if let Some(words) = wrong {
        form = form.wrong("code", words);
    }
    let way = passkeys::way(&shell, accounts, next);
    let mut page =
        Plain::new(shell).say("accounts-factor-words").form(form).link("/ingresar", "accounts-factor-again");
    page.links.extend(way);
    page
}

pub async fn get(office: Office) -> Result<Response, PageError> {
    let secret = new_secret(actions::chance().map_err(PageError::internal)?);
    enrolling(&office, &secret, None).await
}

async fn enrolling(office: &Office, secret: &str, wrong: Option<&str>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let own = queries::own(reading.conn(), &office.somebody.account).await.map_err(PageError::internal)?;
    let shell = reading.shell(&reading.t("accounts-totp"), Matter::Real);
    offered(shell, &own.email, own.has_second_factor, secret, wrong)?.answer()
}

/// The square to photograph, its secret to type, and the form that takes the code of now.
pub(super) fn offered(
    shell: Shell,
    email: &str,
    has_one: bool,
    secret: &str,
    wrong: Option<&str>,
) -> Result<Plain, PageError> {
    let account = shell.t("accounts-account");
    let shell = shell.under("/cuenta", &account);
    let issuer = format!("Quipu {}", shell.frame().country.name);
    let uri = provisioning_uri(secret, &issuer, email).map_err(PageError::internal)?;
    let mut form = Form::new(&shell, "/cuenta/segundo-factor", &shell.t("accounts-totp-button"))
        .keep("secret", secret)
        .field(
            Field::new("code", &shell.t("accounts-code"), Input::Code)
                .hint(&shell.t("accounts-totp-code-hint")),
        );
    if let Some(words) = wrong {
        form = form.wrong("code", words);
    }
    let square = Square {
        picture: square(&uri)?,
        words: shell.t("accounts-totp-square"),
        typed: grouped(secret),
        type_words: shell.t("accounts-totp-type"),
        uri,
    };
    let mut page = Plain::new(shell).say("accounts-totp-words").say("accounts-totp-steps");
    page.words.push(page.shell.t(if has_one { "accounts-totp-replaces" } else { "accounts-totp-codes" }));
    page.before = Html::of(&square);
    Ok(page.form(form))
}

#[derive(Template)]
#[template(path = "square.html")]
struct Square {
    picture: Html,
    words: String,
    uri: String,
    type_words: String,
    typed: String,
}

fn grouped(secret: &str) -> String {
    let signs: Vec<char> = secret.chars().collect();
    signs.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// A drawing without styles, as the content policy asks.
fn square(uri: &str) -> Result<Html, PageError> {
    let code = QrCode::new(uri.as_bytes()).map_err(PageError::internal)?;
    let drawn = code.render::<svg::Color>().min_dimensions(220, 220).quiet_zone(true).build();
    let start = drawn.find("<svg").unwrap_or_default();
    Ok(Html::drawing(drawn.get(start..).unwrap_or_default()))
}

pub async fn post(office: Office, posted: Posted) -> Result<Response, PageError> {
    let (secret, typed) = (posted.text("secret").to_owned(), posted.text("code"));
    let own = (office.somebody.account.as_str(), office.somebody.session.as_str());
    match enrol_totp(&office.ctx(), own, &secret, typed).await {
        Ok(codes) => {
            let reading = office.reading().await?;
            written(reading.shell(&reading.t("accounts-totp-done"), Matter::Real), &codes).answer()
        }
        Err(refusal) => {
            let wrong = words::refused(&office.app, office.view.lang, refusal)?;
            enrolling(&office, &secret, Some(&wrong)).await
        }
    }
}

/// The codes to write down: shown this once.
pub(super) fn written(shell: Shell, codes: &[String]) -> Plain {
    #[derive(Template)]
    #[template(
        ext = "html",
        source = r#"<ul class="govuk-list q-codes">{% for code in codes %}<li><code>{{ code }}</code></li>{% endfor %}</ul>"#
    )]
    struct Codes<'a> {
        codes: &'a [String],
    }
    let notice = Notice::new(&shell, NoticeKind::Important, Html::text(&shell.t("accounts-totp-written")));
    let mut page = Plain::new(shell).link("/cuenta", "accounts-totp-kept");
    page.notice = Some(notice);
    page.after = Html::of(&Codes { codes });
    page
}

pub async fn drop(office: Office, posted: Posted) -> Result<Response, PageError> {
    let path = "/cuenta/segundo-factor/quitar";
    passkeys::dropping(&office, &posted, Factor::Totp, (path, "/cuenta")).await
}

//! `/oficina/avisos`: what one's posts were told, how often letters come, and the secret addresses of calendar and feed.
use accounts::{Accounts, actions::chance, domain::Token};
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use web::{
    Html, Matter, PageError, Shell,
    components::{Cell, Column, Field, Form, Input, Notice as Said, NoticeKind, Table, empty},
    gate::{Office, Posted},
};

use crate::{
    actions::{choose_letters, end_feeds, make_feeds},
    domain::{Notice, Often},
    queries,
};

/// Notices in the page.
const ROWS_MAX: usize = 100;

#[derive(Template)]
#[template(path = "notices.html")]
struct NoticesPage {
    shell: Shell,
    done: Option<Said>,
    /// Calendar and feed, shown once.
    addresses: Option<(String, String)>,
    table: Table,
    none: Html,
    often: Form,
    since: Option<String>,
    make: Form,
    end: Option<Form>,
}

pub async fn get(office: Office) -> Result<Response, PageError> {
    show(&office, None).await
}

async fn show(office: &Office, secret: Option<&Token>) -> Result<Response, PageError> {
    let mut reading = office.reading().await?;
    let posts: Vec<String> = office.somebody.posts.iter().map(|held| held.post.clone()).collect();
    let conn = reading.conn();
    let told = queries::told(conn, &posts, ROWS_MAX).await?;
    let (often, since) = queries::chosen(conn, &office.somebody.account).await?;
    let shell = reading.shell(&reading.t("office-notices"), Matter::Real);
    let shell = shell.under("/oficina", &reading.t("office-title"));
    let done = shell.view.one("hecho").filter(|what| ["cartas", "agenda"].contains(what));
    let done = done.map(|what| {
        Said::new(&shell, NoticeKind::Done, Html::text(&shell.t(&format!("office-done-{what}"))))
    });
    let accounts = office.app.part::<Accounts>()?;
    let address = |token: &Token, file: &str| {
        format!("{}{}/agenda/{}/{file}", accounts.site.origin, shell.lang().prefix(), token.as_str())
    };
    let make = if since.is_some() { "office-feeds-again" } else { "office-feeds-make" };
    let page = NoticesPage {
        done,
        addresses: secret.map(|token| (address(token, "plazos.ics"), address(token, "avisos.atom"))),
        none: if told.is_empty() { empty(&shell.t("office-notices-none")) } else { Html::default() },
        table: table(&shell, told.iter().map(|(_, notice)| notice)),
        often: often_form(&shell, often),
        since: since.map(|at| shell.t1("office-feeds-since", "when", shell.moment(at))),
        make: Form::new(&shell, "/oficina/avisos/agenda", &shell.t(make)),
        end: since
            .map(|_| Form::new(&shell, "/oficina/avisos/agenda/fin", &shell.t("office-feeds-end")).warning()),
        shell,
    };
    web::html(&page)
}

fn often_form(shell: &Shell, often: Often) -> Form {
    let options =
        Often::ALL.map(|one| (one.as_str().to_owned(), shell.t(&format!("office-often-{one}")))).to_vec();
    Form::new(shell, "/oficina/avisos/cartas", &shell.t("office-often-button"))
        .field(Field::new("often", &shell.t("office-often"), Input::Choice(options)).value(often.as_str()))
}

/// Notices, each with the way to where it is dealt with.
fn table<'a>(shell: &Shell, notices: impl Iterator<Item = &'a Notice>) -> Table {
    let columns = ["what", "about", "due-on"].map(|name| Column::text(&shell.t(&format!("office-{name}"))));
    let mut table = Table::new("avisos", &shell.t("office-notices"), columns.to_vec()).stacked();
    for one in notices {
        table.push(vec![
            Cell::text(&shell.t(&format!("office-notice-{}", one.kind.as_str()))),
            Cell::link(&shell.link(&one.path), subject(shell.lang(), one)),
            Cell::text(&shell.date(one.due)),
        ]);
    }
    table
}

/// What a notice is about, in the language of the page.
pub(super) fn subject(lang: web::Lang, one: &Notice) -> &str {
    match lang {
        web::Lang::Es => &one.subject.0,
        web::Lang::En => &one.subject.1,
    }
}

fn see(office: &Office, what: &str) -> Response {
    let path = format!("{}/oficina/avisos?hecho={what}", office.view.lang.prefix());
    Redirect::to(&path).into_response()
}

pub async fn choose(office: Office, posted: Posted) -> Result<Response, PageError> {
    let often = posted.text("often").parse::<Often>();
    let often = often.map_err(|_| PageError::parameter("often", posted.text("often")))?;
    choose_letters(&office.ctx(), &office.somebody.account, often).await?;
    Ok(see(&office, "cartas"))
}

/// New secret addresses, shown this once. Sent again it makes others, and the ones before open nothing.
pub async fn make(office: Office) -> Result<Response, PageError> {
    let secret = Token::of(chance().map_err(PageError::internal)?);
    make_feeds(&office.ctx(), &office.somebody.account, &secret).await?;
    show(&office, Some(&secret)).await
}

pub async fn end(office: Office) -> Result<Response, PageError> {
    end_feeds(&office.ctx(), &office.somebody.account).await?;
    Ok(see(&office, "agenda"))
}

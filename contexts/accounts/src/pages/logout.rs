//! `/salir`: the session ends, here and in the database, and at the identity provider that it began with.
use axum::{
    extract::State,
    http::{HeaderValue, header},
    response::Response,
};
use web::{App, Lang, Matter, PageError, Reading, View, gate::ctx};

use super::{
    DOORS,
    asked::{Asked, at, see},
    cookies,
    login::PROGRAM,
    plain::Plain,
};
use crate::actions::log_out;

pub async fn post(State(app): State<App>, view: View, asked: Asked) -> Result<Response, PageError> {
    let site = &asked.accounts.site;
    let mut id_token = None;
    for name in [cookies::session(site), cookies::half(site)] {
        if let Some(held) = asked.keys.cookie(name) {
            let ended = log_out(&ctx(&app, PROGRAM.to_owned()), held).await.map_err(PageError::internal)?;
            id_token = id_token.or(ended);
        }
    }
    let provider = asked.accounts.provider();
    let url = provider.zip(id_token).and_then(|(provider, token)| {
        let url = provider.logout_url(&token, &format!("{}/", site.origin))?;
        Some((provider.name().to_owned(), url))
    });
    let mut response = match url {
        Some((name, url)) => onwards(&app, view.lang, &name, &url).await?,
        None => see(&at(view.lang, "/")),
    };
    // The browser stays known: whoever logs in from it again is no stranger.
    for name in [cookies::session(site), cookies::half(site), cookies::post(site)] {
        cookies::set(&mut response, site, (name, ""), None)?;
    }
    Ok(response)
}

/// On to the provider, by a page: browsers follow a form to no other site, which is what `form-action 'self'` is for.
async fn onwards(app: &App, lang: Lang, name: &str, url: &str) -> Result<Response, PageError> {
    let reading = Reading::open(app, View::of(lang, DOORS.exit)).await?;
    let mut page = Plain::new(reading.shell(&reading.t("accounts-out"), Matter::Real));
    page.words.push(page.shell.t1("accounts-out-words", "name", name));
    page.links.push((url.to_owned(), page.shell.t1("accounts-out-provider", "name", name)));
    let mut response = page.answer()?;
    let refresh = HeaderValue::from_str(&format!("0; url={url}")).map_err(PageError::internal)?;
    response.headers_mut().insert(header::REFRESH, refresh);
    Ok(response)
}

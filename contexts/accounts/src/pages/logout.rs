//! `/salir`: the session ends, here and in the database.
use axum::{extract::State, response::Response};
use web::{App, PageError, View, gate::ctx};

use super::{
    asked::{Asked, at, see},
    cookies,
    login::PROGRAM,
};
use crate::actions::log_out;

pub async fn post(State(app): State<App>, view: View, asked: Asked) -> Result<Response, PageError> {
    let site = &asked.accounts.site;
    for name in [cookies::session(site), cookies::half(site)] {
        if let Some(held) = asked.keys.cookie(name) {
            log_out(&ctx(&app, PROGRAM.to_owned()), held).await.map_err(PageError::internal)?;
        }
    }
    let mut response = see(&at(view.lang, "/"));
    // The browser stays known: whoever logs in from it again is no stranger.
    for name in [cookies::session(site), cookies::half(site), cookies::post(site)] {
        cookies::set(&mut response, site, (name, ""), None)?;
    }
    Ok(response)
}

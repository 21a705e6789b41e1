//! Where officials put in what was measured: what is owed, one value, a whole table, and the draft before it is recorded.
mod draft;
mod file;
mod one;
mod owed;
mod words;

use axum::response::{IntoResponse, Redirect, Response};
use base::codes::EntityCode;
use web::{
    PageError,
    gate::{Guard, Office, Routes},
};

use crate::queries::entry::Asked;

pub use owed::table as owed_table;

const fn of_body(action: &'static str) -> Guard {
    Guard::of(action, "Body", "code")
}

const fn of_draft(action: &'static str) -> Guard {
    Guard::of(action, "ValuesDraft", "draft")
}

/// The routes, before those of the public.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get("/oficina/entidad/{code}/datos", of_body("see_owed"), owed::get)
        .post("/oficina/entidad/{code}/datos", of_body("record_values"), file::put)
        .get("/oficina/entidad/{code}/datos/plantilla", of_body("see_owed"), file::form)
        .get("/oficina/entidad/{code}/dato", of_body("record_values"), one::get)
        .post("/oficina/entidad/{code}/dato", of_body("record_values"), one::put)
        .get("/oficina/datos/{draft}", of_draft("see_draft"), draft::get)
        .get("/oficina/datos/{draft}/archivo/{digest}", of_draft("see_draft"), draft::file)
        .post("/oficina/datos/{draft}/registrar", of_draft("record_draft"), draft::record)
        .post("/oficina/datos/{draft}/descartar", of_draft("record_draft"), draft::discard)
}

/// What of a body is owed, and where it is put in.
pub fn owed_path(entity: &EntityCode) -> String {
    format!("/oficina/entidad/{entity}/datos")
}

/// The state and the day as of which values are judged.
async fn asked(office: &Office) -> Result<Asked, PageError> {
    let mut read = office.app.db.read().await?;
    let known = base::Known(journal::last_shown(&mut read).await?);
    Ok(Asked { known, today: office.app.frame.country.date_of(office.app.now()) })
}

fn see(office: &Office, path: &str) -> Response {
    Redirect::to(&format!("{}{path}", office.view.lang.prefix())).into_response()
}

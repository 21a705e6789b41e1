//! Who accepts values, who validates them, and who owes them without answering.
mod owners;
mod review;
mod reviews;
mod validations;

use std::collections::BTreeMap;

use axum::response::{IntoResponse, Redirect, Response};
use base::codes::EntityCode;
use web::{
    Lang, PageError, Shell,
    gate::{Guard, Office, PUBLIC, Routes},
};
use workflow::Title;

use crate::domain::records::ObservationKey;

/// Where posts accept and return values.
pub const REVIEWS: &str = "/oficina/revision";
/// Where the statistician says what a value is worth.
pub const VALIDATIONS: &str = "/oficina/validacion";
/// Owners that are vacant or silent.
pub const OWNERS: &str = "/puntualidad/responsables";

const fn of_review(action: &'static str) -> Guard {
    Guard::of(action, "ValueReview", "review")
}

/// The routes, before those of the public.
pub fn routes(routes: Routes) -> Routes {
    routes
        .get(REVIEWS, Guard::state("see_reviews"), reviews::get)
        .get("/oficina/revision/{review}", of_review("see_review"), review::get)
        .post("/oficina/revision/{review}/acto", of_review("review_value"), review::act)
        .get(VALIDATIONS, Guard::state("validate_values"), validations::get)
        .post(VALIDATIONS, Guard::state("validate_values"), validations::put)
        .get(OWNERS, PUBLIC, owners::get)
}

/// In the language of the page.
fn title(lang: Lang, title: &Title) -> String {
    match lang {
        Lang::Es => title.es.clone(),
        Lang::En => title.en.clone(),
    }
}

/// After an act: read the next page, so that loading it anew repeats nothing.
pub(super) fn see(office: &Office, path: &str) -> Response {
    Redirect::to(&format!("{}{path}", office.view.lang.prefix())).into_response()
}

/// The post acted through.
pub(super) fn post(office: &Office) -> Result<(&'static str, String), PageError> {
    office.somebody.post().map(|post| (post.role, post.post.clone())).ok_or(PageError::Forbidden)
}

/// Names of bodies.
async fn names(
    reading: &mut web::Reading,
    codes: impl Iterator<Item = &EntityCode>,
) -> Result<BTreeMap<EntityCode, String>, PageError> {
    let codes: Vec<&str> = codes.map(EntityCode::as_str).collect();
    let (known, today) = (reading.known, reading.today);
    let found = directory::queries::entities_of(reading.conn(), known, today, &codes).await?;
    Ok(found.into_iter().map(|body| (body.code, body.name)).collect())
}

/// `PE · 2020`, with the group and the edition where it has them.
fn about(shell: &Shell, key: &ObservationKey) -> String {
    let group = key.group.as_ref().map(|group| group.name.clone());
    let parts = [Some(key.territory.to_string()), Some(shell.period(key.period)), group, key.edition.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

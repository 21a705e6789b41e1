//! Pages of the room, one file each.
mod entry;
mod record;
pub(crate) mod words;

use axum::routing::get;
use web::Registration;

/// What the room brings to the web. No entry of the menu: the foot of every page leads here.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[],
        routes: crate::log::routes()
            .route(crate::PATH, get(record::get))
            .route(record::FEED, get(record::feed))
            .route("/registro/{seq}", get(entry::get)),
    }
}

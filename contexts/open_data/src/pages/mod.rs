//! Pages of the room, one file each.
mod bulk;
mod data;
mod dictionary;
mod file;

use axum::routing::get;
use web::{NavItem, Registration};

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[NavItem { path: crate::PATH, key: "open-data-nav", order: NavItem::FOOT_FROM + 5 }],
        routes: axum::Router::new()
            .route(crate::PATH, get(data::get))
            .route("/datos/{dataset}", get(dictionary::get))
            .route("/datos/archivos/{*file}", get(file::get)),
    }
}

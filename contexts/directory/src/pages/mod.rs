//! Pages of the room, one file each.
mod entities;
mod territories;
#[cfg(test)]
mod tests;

use axum::{Router, routing::get};
use web::{NavItem, Registration};

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[
            NavItem { path: "/entidades", key: "directory-nav-entities", order: 40 },
            NavItem { path: "/territorios", key: "directory-nav-territories", order: 50 },
        ],
        routes: Router::new()
            .route("/entidades", get(entities::get))
            .route("/territorios", get(territories::get)),
    }
}

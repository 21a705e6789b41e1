//! Pages of the room, one file each.
mod asked;
mod home;
mod marks;
mod thread;
mod thread_node;

#[cfg(test)]
mod testing;

use axum::{Router, routing::get};
use web::{NavItem, Registration};

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[
            NavItem { path: "/", key: "web-home", order: 0 },
            NavItem { path: "/indicadores", key: "monitoring-nav-indicators", order: 25 },
        ],
        routes: Router::new()
            .route("/", get(home::get))
            .route("/objetivo/{plan}/{code}", get(thread::get)),
    }
}

//! Pages of the room, one file each.
mod deadline;
mod drawing;
mod procedure;
mod procedures;
mod words;

use axum::routing::get;
use web::{NavItem, Registration};

/// The calculator.
pub const PATH: &str = "/plazos";

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[
            NavItem { path: "/procedimientos", key: "procedures-list", order: NavItem::FOOT_FROM + 2 },
            NavItem { path: PATH, key: "procedures-deadline", order: NavItem::FOOT_FROM + 3 },
        ],
        routes: axum::Router::new()
            .route(PATH, get(deadline::get))
            .route("/procedimientos", get(procedures::get))
            .route("/procedimiento/{code}", get(procedure::get)),
    }
}

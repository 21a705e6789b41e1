//! Pages of the room, one file each.
mod deadline;
mod drawing;
mod procedure;
mod procedures;
mod words;

use web::{
    NavItem, Registration,
    gate::{PUBLIC, Routes},
};

pub use deadline::arithmetic;

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
        routes: Routes::new()
            .get(PATH, PUBLIC, deadline::get)
            .get("/procedimientos", PUBLIC, procedures::get)
            .get("/procedimiento/{code}", PUBLIC, procedure::get),
    }
}

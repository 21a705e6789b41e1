//! Pages of the room, one file each.
mod entities;
mod territories;
#[cfg(test)]
mod tests;

use web::{
    NavItem, Registration,
    gate::{PUBLIC, Routes},
};

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[
            NavItem { path: "/entidades", key: "directory-nav-entities", order: 40 },
            NavItem { path: "/territorios", key: "directory-nav-territories", order: 50 },
        ],
        routes: Routes::new().get("/entidades", PUBLIC, entities::get).get(
            "/territorios",
            PUBLIC,
            territories::get,
        ),
    }
}

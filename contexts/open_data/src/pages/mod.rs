//! Pages of the room, one file each.
mod bulk;
mod data;
mod dictionary;
mod file;

use web::{
    NavItem, Registration,
    gate::{PUBLIC, Routes},
};

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[NavItem { path: crate::PATH, key: "open-data-nav", order: NavItem::FOOT_FROM + 5 }],
        routes: Routes::new()
            .get(crate::PATH, PUBLIC, data::get)
            .get("/datos/{dataset}", PUBLIC, dictionary::get)
            .get("/datos/archivos/{*file}", PUBLIC, file::get),
    }
}

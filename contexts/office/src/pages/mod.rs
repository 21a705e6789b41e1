//! Pages of the room, one file each.
mod handover;
mod landing;
mod tables;

use web::{
    Lang, Registration,
    gate::{Guard, Routes},
};

use directory::actions::RoleWords;
use std::collections::BTreeMap;

const OFFICE: Guard = Guard::state("see_office");
const HANDOVER: Guard = Guard::of("see_handover", "Duty", "post");

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[],
        routes: Routes::new()
            .get("/oficina", OFFICE, landing::get)
            .post("/oficina/puesto", OFFICE, landing::choose)
            .get("/oficina/puesto/{post}/entrega", HANDOVER, handover::get),
    }
}

/// What a role is called.
fn role(roles: &BTreeMap<&'static str, RoleWords>, lang: Lang, role: &str) -> String {
    let words = roles.get(role).map(|words| match lang {
        Lang::Es => words.name.clone(),
        Lang::En => words.name_en.clone(),
    });
    words.unwrap_or_else(|| role.to_owned())
}

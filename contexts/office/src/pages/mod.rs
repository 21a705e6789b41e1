//! Pages of the room, one file each.
mod feeds;
mod following;
mod handover;
mod landing;
mod letters;
mod notices;
mod tables;

pub use letters::{tell_daily, tell_now, words};

use web::{
    Lang, Registration,
    gate::{Guard, Routes},
};

use directory::actions::RoleWords;
use std::collections::BTreeMap;

const OFFICE: Guard = Guard::state("see_office");
const KEEP: Guard = Guard::state("keep_office");
const FEED: Guard = Guard::state("open_feed");
const HANDOVER: Guard = Guard::of("see_handover", "Duty", "post");

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[],
        routes: Routes::new()
            .get("/oficina", OFFICE, landing::get)
            .post("/oficina/puesto", KEEP, landing::choose)
            .get("/oficina/avisos", OFFICE, notices::get)
            .post("/oficina/avisos/cartas", KEEP, notices::choose)
            .post("/oficina/avisos/agenda", KEEP, notices::make)
            .post("/oficina/avisos/agenda/fin", KEEP, notices::end)
            .get(following::PATH, OFFICE, following::get)
            .post(following::PATH, KEEP, following::add)
            .post("/oficina/seguimiento/quitar", KEEP, following::end)
            .get("/agenda/{clave}/plazos.ics", FEED, feeds::calendar)
            .get("/agenda/{clave}/avisos.atom", FEED, feeds::atom)
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

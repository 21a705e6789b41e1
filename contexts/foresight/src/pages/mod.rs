//! Pages of the room, one file each.
mod analysis;
mod followed;
pub mod links;
mod list;
mod office;
mod parts;
mod proposals;
mod scenario;
mod study;
mod told;
mod words;

use web::{
    NavItem, Registration,
    gate::{Guard, PUBLIC, Routes},
};

const LIST: Guard = Guard::state("see_studies");
const BEGIN: Guard = Guard::of("begin_study", "Body", "code");
const PROPOSE: Guard = Guard::state("propose_to_study");

const fn of_study(action: &'static str) -> Guard {
    Guard::of(action, "Study", "study")
}

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[NavItem { path: links::PATH, key: "foresight-nav", order: NavItem::FOOT_FROM + 2 }],
        routes: Routes::new()
            .get(links::PATH, PUBLIC, list::get)
            .get("/prospectiva/{study}", PUBLIC, study::get)
            .get("/prospectiva/{study}/analisis", PUBLIC, analysis::get)
            .get("/prospectiva/{study}/escenario/{code}", PUBLIC, scenario::get)
            .get("/prospectiva/{study}/propuestas", PUBLIC, proposals::get)
            .post("/prospectiva/{study}/propuestas", PROPOSE, proposals::post)
            .get("/propuesta/{code}", PUBLIC, followed::get)
            .get(links::OFFICE, LIST, office::list::get)
            .post("/oficina/entidad/{code}/prospectiva", BEGIN, office::list::begin)
            .get("/oficina/prospectiva/{study}", of_study("see_study"), office::study::get)
            .post("/oficina/prospectiva/{study}", of_study("draft_study"), office::study::change)
            .get("/oficina/prospectiva/{study}/libro", of_study("see_study"), office::book::get)
            .post("/oficina/prospectiva/{study}/libro", of_study("draft_study"), office::book::put)
            .post("/oficina/prospectiva/{study}/anuncio", of_study("publish_study"), office::study::announce)
            .post(
                "/oficina/prospectiva/{study}/publicacion",
                of_study("publish_study"),
                office::study::publish,
            )
            .get("/oficina/prospectiva/{study}/propuestas", of_study("see_study"), office::moderation::get)
            .post(
                "/oficina/prospectiva/{study}/propuestas",
                of_study("answer_for_study"),
                office::moderation::post,
            )
            .get("/oficina/prospectiva/{study}/parte/{kind}", of_study("see_study"), office::rows::get)
            .post("/oficina/prospectiva/{study}/parte/{kind}", of_study("draft_study"), office::rows::put)
            .post(
                "/oficina/prospectiva/{study}/parte/{kind}/quitar",
                of_study("draft_study"),
                office::rows::drop,
            ),
    }
}

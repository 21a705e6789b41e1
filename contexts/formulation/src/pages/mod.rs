//! Pages of the room, one file each.
mod acts;
mod case;
mod cases;
mod documents;
mod list;
mod words;

use web::{
    App, Registration,
    gate::{Guard, Routes},
};

use crate::Country;

pub use cases::{cases, under_way};

const LIST: Guard = Guard::state("see_plans_under_way");
const OPEN: Guard = Guard::of("open_plan_case", "Body", "code");

const fn of_case(action: &'static str) -> Guard {
    Guard::of(action, "PlanCase", "case")
}

/// Where plans under way are listed.
pub const PATH: &str = "/oficina/planes";

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[],
        routes: Routes::new()
            .get(PATH, LIST, list::get)
            .post("/oficina/entidad/{code}/planes", OPEN, list::open)
            .get("/oficina/planes/{case}", of_case("see_plan_case"), case::get)
            .post("/oficina/planes/{case}/proyecto", of_case("draft_plan"), documents::put)
            .get("/oficina/planes/{case}/documento/{digest}", of_case("see_plan_case"), documents::get)
            .post("/oficina/planes/{case}/acto", of_case("move_plan_case"), acts::perform)
            .post("/oficina/planes/{case}/comentario", of_case("comment_plan_case"), acts::comment),
    }
}

fn country(app: &App) -> Country {
    Country { offset: app.frame.country.offset() }
}

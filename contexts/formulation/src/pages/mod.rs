//! Pages of the room, one file each.
mod acts;
mod answers;
mod case;
mod cases;
mod consultation;
mod consultations;
mod documents;
mod list;
mod speak;
mod start;
mod words;

use jiff::SignedDuration;
use web::{
    App, NavItem, Registration, Shell,
    gate::{Guard, PUBLIC, Pace, Routes},
};

use crate::{Country, domain::TakenUp};

pub use cases::{cases, under_way};

const LIST: Guard = Guard::state("see_plans_under_way");
const OPEN: Guard = Guard::of("open_plan_case", "Body", "code");

const fn of_case(action: &'static str) -> Guard {
    Guard::of(action, "PlanCase", "case")
}

/// To say what one thinks of a draft: everybody may.
const TAKE_PART: Guard = Guard::state("take_part");

/// Where consultations are listed.
pub const CONSULTATIONS: &str = "/consultas";

/// Comments that one network may send within [`PACE`]: a school or a town hall behind one address has many who speak.
const COMMENTS_MAX: usize = 30;
const PACE: SignedDuration = SignedDuration::from_mins(15);

/// How often comments without account are taken from one network.
pub fn pace(is_behind_proxy: bool) -> Pace {
    Pace::new(COMMENTS_MAX, PACE, is_behind_proxy)
}

/// What became of a comment, in words.
fn taken_up(shell: &Shell, what: TakenUp) -> String {
    shell.t(&format!("formulation-taken-up-{}", what.as_str()))
}

/// Where plans under way are listed.
pub const PATH: &str = "/oficina/planes";

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[NavItem {
            path: CONSULTATIONS,
            key: "formulation-consultations",
            order: NavItem::FOOT_FROM + 4,
        }],
        routes: Routes::new()
            .get(PATH, LIST, list::get)
            .post("/oficina/entidad/{code}/planes", OPEN, list::open)
            .get("/oficina/planes/{case}", of_case("see_plan_case"), case::get)
            .get("/oficina/planes/{case}/libro", of_case("draft_plan"), start::get)
            .post("/oficina/planes/{case}/proyecto", of_case("draft_plan"), documents::put)
            .get("/oficina/planes/{case}/documento/{digest}", of_case("see_plan_case"), documents::get)
            .post("/oficina/planes/{case}/acto", of_case("move_plan_case"), acts::perform)
            .post("/oficina/planes/{case}/comentario", of_case("comment_plan_case"), acts::comment)
            .get("/oficina/planes/{case}/consulta", of_case("answer_consultation"), answers::get)
            .post(
                "/oficina/planes/{case}/consulta/{number}",
                of_case("answer_consultation"),
                answers::respond,
            )
            .get(CONSULTATIONS, PUBLIC, consultations::get)
            .get("/consulta/{consultation}", PUBLIC, consultation::get)
            .post("/consulta/{consultation}/comentario", TAKE_PART, speak::speak)
            .get("/consulta/{consultation}/comentario/{follow}", PUBLIC, speak::followed),
    }
}

fn country(app: &App) -> Country {
    Country { offset: app.frame.country.offset() }
}

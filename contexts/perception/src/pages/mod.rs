//! Pages of the room, one file each.
mod beside;
mod form;
pub mod links;
mod list;
mod objective;
mod office;
mod results;
mod survey;
mod told;
mod wave;
mod words;

use web::{
    NavItem, PageError, Registration,
    gate::{Guard, PUBLIC, Routes},
};

const LIST: Guard = Guard::state("see_survey_waves");
const DRAFT: Guard = Guard::state("draft_survey_wave");
const QUESTION: Guard = Guard::state("write_survey_question");

const fn of_wave(action: &'static str) -> Guard {
    Guard::of(action, "SurveyWave", "wave")
}

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[NavItem { path: links::WAVES, key: "perception-nav", order: NavItem::FOOT_FROM + 9 }],
        routes: office(public(Routes::new())),
    }
}

fn public(routes: Routes) -> Routes {
    routes
        .get(links::WAVES, PUBLIC, list::get)
        .get("/percepcion/{wave}", PUBLIC, wave::get)
        .get("/objetivo/{plan}/{code}/percepcion", PUBLIC, objective::get)
        .get("/encuesta/{wave}", PUBLIC, survey::get)
        .post("/encuesta/{wave}", PUBLIC, survey::post)
}

fn office(routes: Routes) -> Routes {
    let conduct = of_wave("conduct_survey_wave");
    routes
        .get(links::OFFICE, LIST, office::list::get)
        .post(links::OFFICE, DRAFT, office::list::post)
        .get(links::QUESTIONS, LIST, office::questions::get)
        .post(links::QUESTIONS, QUESTION, office::questions::post)
        .get("/oficina/percepcion/{wave}", of_wave("see_survey_wave"), office::wave::get)
        .post("/oficina/percepcion/{wave}/ficha", conduct, office::acts::rewrite)
        .post("/oficina/percepcion/{wave}/apertura", conduct, office::acts::open)
        .post("/oficina/percepcion/{wave}/hoja", conduct, office::acts::sheet)
        .post("/oficina/percepcion/{wave}/hojas", conduct, office::acts::file)
        .post("/oficina/percepcion/{wave}/cierre", conduct, office::acts::close)
        .post("/oficina/percepcion/{wave}/publicacion", of_wave("publish_survey_wave"), office::acts::publish)
}

/// What seals a sheet.
fn chance() -> Result<[u8; 32], PageError> {
    let mut chance = [0_u8; 32];
    getrandom::fill(&mut chance).map_err(PageError::internal)?;
    Ok(chance)
}

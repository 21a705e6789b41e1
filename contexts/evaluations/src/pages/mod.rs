//! Pages of the room, one file each.
mod appraisals;
mod audits;
mod evaluation;
mod files;
pub mod links;
mod list;
mod office;
mod parts;
mod recommendations;
mod request;
mod requests;
mod told;
mod words;

use web::{
    App, NavItem, Reading, Registration,
    gate::{Guard, PUBLIC, Routes},
};

use crate::Country;

const LIST: Guard = Guard::state("see_evaluations");
const REGISTER: Guard = Guard::state("register_evaluation");
const REQUESTS: Guard = Guard::state("see_budget_requests");
const CEILING: Guard = Guard::state("set_ceiling");
const RECOMMENDATIONS: Guard = Guard::state("see_recommendations");
const APPRAISE: Guard = Guard::state("answer_checklist");
const RECOMMEND: Guard = Guard::state("register_recommendation");
const FILE: Guard = Guard::of("file_budget_request", "Body", "code");

const fn of_evaluation(action: &'static str) -> Guard {
    Guard::of(action, "Evaluation", "evaluation")
}

const fn of_request(action: &'static str) -> Guard {
    Guard::of(action, "BudgetRequest", "request")
}

const fn of_recommendation(action: &'static str) -> Guard {
    Guard::of(action, "Recommendation", "recommendation")
}

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[NavItem { path: links::EVALUATIONS, key: "evaluations-nav", order: NavItem::FOOT_FROM + 5 }],
        routes: public(office_of_register(office_of_requests(office_of_evaluations(Routes::new())))),
    }
}

fn public(routes: Routes) -> Routes {
    routes
        .get(links::EVALUATIONS, PUBLIC, list::get)
        .get("/evaluacion/{evaluation}", PUBLIC, evaluation::get)
        .get("/evaluacion/{evaluation}/archivo/{digest}", PUBLIC, files::shown)
        .get(links::REQUESTS, PUBLIC, requests::get)
        .get("/pedido-presupuestal/{request}", PUBLIC, request::get)
        .get(links::RECOMMENDATIONS, PUBLIC, recommendations::get)
        .get("/recomendacion/{recommendation}", PUBLIC, recommendations::one)
        .get(links::AUDITS, PUBLIC, audits::get)
        .get(links::APPRAISALS, PUBLIC, appraisals::get)
        .get("/valoracion/{checklist}/{subject}", PUBLIC, appraisals::one)
}

fn office_of_evaluations(routes: Routes) -> Routes {
    routes
        .get(links::OFFICE, LIST, office::list::get)
        .post(links::OFFICE, REGISTER, office::list::register)
        .get("/oficina/evaluaciones/{evaluation}", of_evaluation("see_evaluation"), office::evaluation::get)
        .get(
            "/oficina/evaluaciones/{evaluation}/archivo/{digest}",
            of_evaluation("see_evaluation"),
            files::of_office,
        )
        .post(
            "/oficina/evaluaciones/{evaluation}/evaluador",
            of_evaluation("conduct_evaluation"),
            office::acts::evaluator,
        )
        .post(
            "/oficina/evaluaciones/{evaluation}/informe",
            of_evaluation("conduct_evaluation"),
            office::acts::report,
        )
        .post(
            "/oficina/evaluaciones/{evaluation}/respuesta",
            of_evaluation("respond_to_evaluation"),
            office::acts::response,
        )
        .post(
            "/oficina/evaluaciones/{evaluation}/compromiso",
            of_evaluation("determine_commitments"),
            office::acts::line,
        )
        .post(
            "/oficina/evaluaciones/{evaluation}/compromiso/quitar",
            of_evaluation("determine_commitments"),
            office::acts::drop,
        )
        .post(
            "/oficina/evaluaciones/{evaluation}/acto",
            of_evaluation("move_commitments"),
            office::acts::perform,
        )
        .post(
            "/oficina/evaluaciones/{evaluation}/avance",
            of_evaluation("determine_commitments"),
            office::acts::progress,
        )
        .post(
            "/oficina/evaluaciones/{evaluation}/verificacion",
            of_evaluation("conduct_evaluation"),
            office::acts::verify,
        )
}

fn office_of_requests(routes: Routes) -> Routes {
    routes
        .get(links::OFFICE_REQUESTS, REQUESTS, office::requests::get)
        .post("/oficina/topes", CEILING, office::requests::ceiling)
        .post("/oficina/entidad/{code}/pedidos", FILE, office::requests::file)
        .get("/oficina/pedidos/{request}", of_request("see_budget_request"), office::request::get)
        .post(
            "/oficina/pedidos/{request}/decision",
            of_request("decide_budget_request"),
            office::request::decide,
        )
}

fn office_of_register(routes: Routes) -> Routes {
    routes
        .get(links::OFFICE_APPRAISALS, APPRAISE, office::appraisals::get)
        .post(links::OFFICE_APPRAISALS, APPRAISE, office::appraisals::begin)
        .get("/oficina/valoracion/{checklist}/{subject}", APPRAISE, office::appraisals::one)
        .post("/oficina/valoracion/{checklist}/{subject}", APPRAISE, office::appraisals::send)
        .get(links::OFFICE_RECOMMENDATIONS, RECOMMENDATIONS, office::register::get)
        .post(links::OFFICE_RECOMMENDATIONS, RECOMMEND, office::register::register)
        .post(links::OFFICE_AUDITS, RECOMMEND, office::register::schedule)
        .get(
            "/oficina/recomendaciones/{recommendation}",
            of_recommendation("see_recommendation"),
            office::register::one,
        )
        .post(
            "/oficina/recomendaciones/{recommendation}/respuesta",
            of_recommendation("answer_recommendation"),
            office::register::answer,
        )
        .post(
            "/oficina/recomendaciones/{recommendation}/seguimiento",
            of_recommendation("follow_recommendation"),
            office::register::follow,
        )
}

fn country(app: &App) -> Country {
    Country { offset: app.frame.country.offset() }
}

/// The instant that the page tells of: the known one.
fn moment(reading: &Reading) -> jiff::Timestamp {
    reading.view.known.instant(&reading.app.frame.country).unwrap_or_else(|| reading.app.now())
}

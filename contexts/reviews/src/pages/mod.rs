//! Pages of the room, one file each.
mod bodies;
mod decision;
mod decisions;
pub mod links;
mod list;
mod office;
mod review;
mod told;
mod words;

use std::sync::Arc;

use budget::columnar::Columnar;
use web::{
    App, NavItem, PageError, Reading, Registration,
    gate::{Guard, PUBLIC, Routes},
};

use crate::queries::{self, Bodies};

const LIST: Guard = Guard::state("see_review_sessions");
const CONVENE: Guard = Guard::state("convene_review");

const fn of_review(action: &'static str) -> Guard {
    Guard::of(action, "Review", "review")
}

const DECISION: Guard = Guard::of("follow_decision", "ReviewDecision", "decision");

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[NavItem { path: links::REVIEWS, key: "reviews-nav", order: NavItem::FOOT_FROM + 4 }],
        routes: office(public(Routes::new())),
    }
}

fn public(routes: Routes) -> Routes {
    routes
        .get(links::REVIEWS, PUBLIC, list::get)
        .get("/revision/{review}", PUBLIC, review::get)
        .get(links::DECISIONS, PUBLIC, decisions::get)
        .get("/decision/{decision}", PUBLIC, decision::get)
        .get(links::BODIES, PUBLIC, bodies::get)
        .get("/organo-de-revision/{body}", PUBLIC, bodies::one)
}

fn office(routes: Routes) -> Routes {
    let conduct = of_review("conduct_review");
    routes
        .get(links::OFFICE, LIST, office::list::get)
        .post(links::OFFICE, CONVENE, office::list::convene)
        .get("/oficina/revisiones/{review}", of_review("see_review_session"), office::review::get)
        .post("/oficina/revisiones/{review}/agenda", conduct, office::acts::renew)
        .post("/oficina/revisiones/{review}/decision", conduct, office::acts::decide)
        .post("/oficina/revisiones/{review}/decision/quitar", conduct, office::acts::drop)
        .post("/oficina/revisiones/{review}/acta", conduct, office::acts::minutes)
        .post("/oficina/revisiones/{review}/cancelacion", conduct, office::acts::cancel)
        .post("/oficina/revisiones/{review}/firma", of_review("sign_review"), office::acts::sign)
        .get("/oficina/decisiones/{decision}", DECISION, office::decision::get)
        .post("/oficina/decisiones/{decision}", DECISION, office::decision::post)
}

/// The bodies of the view's day; none where the country has no reviews.
async fn known_bodies(reading: &mut Reading) -> Result<Option<Bodies>, PageError> {
    let files = reading.app.files.clone();
    let at = (reading.known, reading.today, reading.known_on());
    match queries::bodies(reading.conn(), &files, at).await {
        Ok(found) => Ok(found),
        // Asked about a day before the first rule: nobody's failure.
        Err(queries::Unread::NoAnswer(_)) => Ok(None),
        Err(error) => Err(PageError::internal(error)),
    }
}

/// The money engine that the program gives.
fn columnar(app: &App) -> Result<Arc<dyn Columnar>, PageError> {
    app.part::<Arc<dyn Columnar>>().cloned()
}

//! Pages of the room, one file each.
mod board;
mod entity;
mod files;
mod goal;
pub mod links;
mod list;
mod office;
mod spent;
mod told;
mod words;

use jiff::tz::Offset;
use web::{
    App, NavItem, Registration,
    gate::{Guard, PUBLIC, Routes},
};

const LIST: Guard = Guard::state("see_incentives");
const PUBLISH: Guard = Guard::state("publish_incentive_goal");
const TRANSFER: Guard = Guard::state("approve_incentive_transfers");

const fn of_offer(action: &'static str) -> Guard {
    Guard::of(action, "IncentiveOffer", "offer")
}

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[NavItem { path: links::INCENTIVES, key: "incentives-nav", order: NavItem::FOOT_FROM + 6 }],
        routes: office(public(Routes::new())),
    }
}

fn public(routes: Routes) -> Routes {
    routes
        .get(links::INCENTIVES, PUBLIC, list::get)
        .get("/incentivos/entidad/{entity}", PUBLIC, entity::get)
        .get("/incentivos/{year}/{goal}", PUBLIC, goal::get)
        .get("/incentivos/{year}/{goal}/archivo/{digest}", PUBLIC, files::shown)
}

fn office(routes: Routes) -> Routes {
    routes
        .get(links::OFFICE, LIST, office::list::get)
        .post(links::OFFICE, PUBLISH, office::list::publish)
        .post(links::TRANSFERS, TRANSFER, office::list::transfer)
        .get("/oficina/incentivos/{goal}", LIST, office::goal::get)
        .post("/oficina/incentivos/{goal}/version", PUBLISH, office::goal::change)
        .get("/oficina/incentivo/{offer}", of_offer("see_incentive_offer"), office::offer::get)
        .get("/oficina/incentivo/{offer}/archivo/{digest}", of_offer("see_incentive_offer"), files::of_office)
        .post(
            "/oficina/incentivo/{offer}/evidencia",
            of_offer("file_incentive_evidence"),
            office::offer::file,
        )
        .post(
            "/oficina/incentivo/{offer}/objecion",
            of_offer("file_incentive_evidence"),
            office::offer::object,
        )
        .post("/oficina/incentivo/{offer}/verificacion", of_offer("verify_incentive"), office::offer::verify)
}

fn offset(app: &App) -> Offset {
    app.frame.country.offset()
}

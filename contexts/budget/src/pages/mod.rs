//! Pages of the room, one file each.
mod compare;
mod coverage;
mod deliveries;
mod delivery;
mod explorer;
mod gap;
mod labels;
mod links;
mod map;
mod peers;
mod reconciliation;
pub mod sources;
mod summary;
#[cfg(test)]
mod words_tests;

use web::{
    NavItem, Registration,
    gate::{PUBLIC, Routes},
};

pub use map::{Around, AroundMap, around};
pub use summary::{Summary, summary};

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[
            NavItem { path: "/presupuesto", key: "budget-nav-explorer", order: 30 },
            NavItem { path: "/mapa", key: "budget-nav-map", order: 32 },
            NavItem { path: "/brecha", key: "budget-nav-gap", order: 62 },
            NavItem { path: "/cobertura", key: "budget-nav-coverage", order: 60 },
            NavItem { path: "/entregas", key: "budget-nav-deliveries", order: NavItem::FOOT_FROM + 8 },
        ],
        routes: Routes::new()
            .get("/presupuesto", PUBLIC, explorer::get)
            .get("/presupuesto/pares", PUBLIC, peers::get)
            .get("/brecha", PUBLIC, gap::get)
            .get("/mapa", PUBLIC, map::get)
            .get("/cobertura", PUBLIC, coverage::get)
            .get("/entregas", PUBLIC, deliveries::get)
            .get("/entregas/comparar", PUBLIC, compare::get)
            .get("/entrega/{number}", PUBLIC, delivery::get)
            .get("/conciliacion", PUBLIC, reconciliation::get),
    }
}

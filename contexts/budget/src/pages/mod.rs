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

use axum::{Router, routing::get};
use web::{NavItem, Registration};

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
            NavItem { path: "/entregas", key: "budget-nav-deliveries", order: 80 },
        ],
        routes: Router::new()
            .route("/presupuesto", get(explorer::get))
            .route("/presupuesto/pares", get(peers::get))
            .route("/brecha", get(gap::get))
            .route("/mapa", get(map::get))
            .route("/cobertura", get(coverage::get))
            .route("/entregas", get(deliveries::get))
            .route("/entregas/comparar", get(compare::get))
            .route("/entrega/{number}", get(delivery::get))
            .route("/conciliacion", get(reconciliation::get)),
    }
}

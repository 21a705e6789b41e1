//! Pages of the room, one file each.
mod asked;
mod changes;
mod entity;
mod explained;
mod glossary;
mod health;
mod home;
mod impact;
mod indicator;
mod indicator_tables;
mod indicators;
mod marks;
mod programme;
mod programmes;
mod spread_map;
mod tables;
mod territory;
mod thread;
mod thread_node;
mod visit;
mod words;

#[cfg(test)]
mod testing;

use axum::{Router, routing::get};
use web::{NavItem, Registration};

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[
            NavItem { path: "/", key: "web-home", order: 0 },
            NavItem { path: "/glosario", key: "monitoring-glossary", order: NavItem::FOOT_FROM },
            NavItem { path: "/visita", key: "monitoring-visit-title", order: NavItem::FOOT_FROM + 1 },
            NavItem { path: "/estado", key: "monitoring-health", order: NavItem::FOOT_FROM + 10 },
            NavItem { path: "/programas", key: "monitoring-nav-programmes", order: 35 },
            NavItem { path: "/indicadores", key: "monitoring-nav-indicators", order: 25 },
        ],
        routes: Router::new()
            .route("/", get(home::get))
            .route("/estado", get(health::get))
            .route("/glosario", get(glossary::get))
            .route("/visita", get(visit::get))
            .route("/indicador/{plan}/{code}", get(indicator::get))
            .route("/indicadores", get(indicators::get))
            .route("/entidad/{code}", get(entity::get))
            .route("/entidad/{code}/cambios", get(changes::entity))
            .route("/entidad/{code}/cambios.atom", get(changes::entity_feed))
            .route("/territorio/{code}/cambios", get(changes::territory))
            .route("/territorio/{code}/cambios.atom", get(changes::territory_feed))
            .route("/objetivo/{plan}/{code}/cambios", get(changes::element))
            .route("/objetivo/{plan}/{code}/cambios.atom", get(changes::element_feed))
            .route("/programa/{code}", get(programme::get))
            .route("/programas", get(programmes::get))
            .route("/territorio/{code}", get(territory::get))
            .route("/objetivo/{plan}/{code}", get(thread::get))
            .route("/objetivo/{plan}/{code}/impacto", get(impact::get)),
    }
}

//! Pages of the room, one file each.
mod asked;
mod board;
mod changes;
mod dashboard;
pub mod designs;
pub mod discipline;
mod entity;
pub mod entry;
mod explained;
mod glossary;
mod health;
mod home;
mod horizons;
mod impact;
mod indicator;
mod indicator_tables;
mod indicators;
mod logical_frame;
pub mod marks;
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

pub use tables::{Short, findings};

use web::{
    NavItem, Registration,
    gate::{PUBLIC, Routes},
};

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[
            NavItem { path: "/", key: "web-home", order: 0 },
            NavItem { path: "/glosario", key: "monitoring-glossary", order: NavItem::FOOT_FROM },
            NavItem { path: "/visita", key: "monitoring-visit-title", order: NavItem::FOOT_FROM + 1 },
            NavItem { path: "/puntualidad", key: "monitoring-board-nav", order: NavItem::FOOT_FROM + 4 },
            NavItem { path: "/horizontes", key: "monitoring-horizons-nav", order: NavItem::FOOT_FROM + 3 },
            NavItem { path: "/estado", key: "monitoring-health", order: NavItem::FOOT_FROM + 10 },
            NavItem { path: "/programas", key: "monitoring-nav-programmes", order: 35 },
            NavItem { path: "/tablero", key: "monitoring-nav-dashboard", order: 5 },
            NavItem { path: "/indicadores", key: "monitoring-nav-indicators", order: 25 },
        ],
        routes: designs::routes(discipline::routes(entry::routes(Routes::new())))
            .get("/", PUBLIC, home::get)
            .get("/estado", PUBLIC, health::get)
            .get("/glosario", PUBLIC, glossary::get)
            .get("/visita", PUBLIC, visit::get)
            .get("/indicador/{plan}/{code}", PUBLIC, indicator::get)
            .get("/indicadores", PUBLIC, indicators::get)
            .get("/puntualidad", PUBLIC, board::get)
            .get("/tablero", PUBLIC, dashboard::get)
            .get("/horizontes", PUBLIC, horizons::get)
            .get("/objetivo/{plan}/{code}/horizonte", PUBLIC, horizons::one)
            .get("/entidad/{code}", PUBLIC, entity::get)
            .get("/entidad/{code}/cambios", PUBLIC, changes::entity)
            .get("/entidad/{code}/cambios.atom", PUBLIC, changes::entity_feed)
            .get("/territorio/{code}/cambios", PUBLIC, changes::territory)
            .get("/territorio/{code}/cambios.atom", PUBLIC, changes::territory_feed)
            .get("/objetivo/{plan}/{code}/cambios", PUBLIC, changes::element)
            .get("/objetivo/{plan}/{code}/cambios.atom", PUBLIC, changes::element_feed)
            .get("/programa/{code}", PUBLIC, programme::get)
            .get("/programa/{code}/marco", PUBLIC, logical_frame::get)
            .get("/programas", PUBLIC, programmes::get)
            .get("/territorio/{code}", PUBLIC, territory::get)
            .get("/objetivo/{plan}/{code}", PUBLIC, thread::get)
            .get("/objetivo/{plan}/{code}/impacto", PUBLIC, impact::get),
    }
}

//! Pages of the room, one file each.
use axum::Router;
use web::{NavItem, Registration};

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[
            NavItem { path: "/presupuesto", key: "budget-nav-explorer", order: 30 },
            NavItem { path: "/cobertura", key: "budget-nav-coverage", order: 60 },
            NavItem { path: "/entregas", key: "budget-nav-deliveries", order: 80 },
        ],
        routes: Router::new(),
    }
}

//! Pages of the room, one file each.
mod deadline;
mod words;

use axum::routing::get;
use web::Registration;

/// The calculator.
pub const PATH: &str = "/plazos";

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[],
        routes: axum::Router::new().route(PATH, get(deadline::get)),
    }
}

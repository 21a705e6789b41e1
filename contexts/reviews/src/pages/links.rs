//! Where the pages of the room are. Every link keeps the view.
use web::View;

use crate::domain::{BodyRef, DecisionCode, ReviewCode};

pub const REVIEWS: &str = "/revisiones";
pub const DECISIONS: &str = "/decisiones";
pub const BODIES: &str = "/organos-de-revision";
/// Where posts convene sessions and write what is decided.
pub const OFFICE: &str = "/oficina/revisiones";
/// Where owners report and secretariats close.
pub const OFFICE_DECISIONS: &str = "/oficina/decisiones";

pub fn review_href(view: &View, code: &ReviewCode) -> String {
    view.link_to(&["revision", code.as_str()])
}

pub fn decision_href(view: &View, code: &DecisionCode) -> String {
    view.link_to(&["decision", code.as_str()])
}

pub fn body_href(view: &View, body: &BodyRef) -> String {
    view.link_to(&["organo-de-revision", &body.to_string()])
}

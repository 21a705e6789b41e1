//! Where the pages of the room are. Every link keeps the view.
use web::View;

use crate::domain::{GoalRef, OfferRef};

pub const INCENTIVES: &str = "/incentivos";
/// Where posts publish goals and find what waits for them.
pub const OFFICE: &str = "/oficina/incentivos";
pub const TRANSFERS: &str = "/oficina/transferencias-de-incentivos";

pub fn goal_href(view: &View, at: &GoalRef) -> String {
    view.link_to(&["incentivos", &at.year().to_string(), at.code()])
}

/// A municipality's part in the programme.
pub fn entity_href(view: &View, code: &str) -> String {
    view.link_to(&["incentivos", "entidad", code])
}

/// Where a goal is changed, and what waits to be verified is listed; without the language.
pub fn office_goal_path(at: &GoalRef) -> String {
    format!("{OFFICE}/{at}")
}

/// Where a municipality files for a goal, and the verifying body decides; without the language.
pub fn offer_path(at: &OfferRef) -> String {
    format!("/oficina/incentivo/{at}")
}

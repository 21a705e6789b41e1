//! Where the pages of the room are, for its own pages and those of other rooms. Every link keeps the view.
use web::{View, encode};

use crate::domain::reference::{ElementRef, IndicatorRef, PlanRef};

pub fn plan_href(view: &View, plan: &PlanRef) -> String {
    view.link_to(&["plan", &plan.to_string()])
}

/// Which objectives of the plan serve which of the plans above.
pub fn matrix_href(view: &View, plan: &PlanRef) -> String {
    view.link_to(&["plan", &plan.to_string(), "matriz"])
}

/// The plan as the workbook that `quipu import plan` reads.
pub fn workbook_href(view: &View, plan: &PlanRef) -> String {
    view.link_to(&["plan", &plan.to_string(), "libro"])
}

/// The thread of an element.
pub fn element_href(view: &View, element: &ElementRef) -> String {
    view.link_to(&["objetivo", &element.plan.to_string(), element.code.as_str()])
}

pub fn indicator_href(view: &View, at: &IndicatorRef) -> String {
    view.link_to(&["indicador", &at.plan.to_string(), at.code.as_str()])
}

/// The findings narrowed by parameters of that page: `entity`, `plan`, `rule`, `severity`, `type`.
pub fn findings_href(view: &View, by: &[(&str, &str)]) -> String {
    let href = view.link("/hallazgos");
    let joint = if href.contains('?') { '&' } else { '?' };
    let by: Vec<String> = by.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
    format!("{href}{joint}{}", by.join("&"))
}

//! Where the pages of the room are. Every link keeps the view.
use planning::domain::reference::{ElementRef, IndicatorRef};
use web::{Html, Shell, View};

use super::parts::link;

pub const PATH: &str = "/prospectiva";
pub(super) const OFFICE: &str = "/oficina/prospectiva";

pub fn study_href(view: &View, study: &str) -> String {
    view.link_to(&["prospectiva", study])
}

pub(super) fn analysis_href(view: &View, study: &str) -> String {
    view.link_to(&["prospectiva", study, "analisis"])
}

pub fn scenario_href(view: &View, study: &str, scenario: &str) -> String {
    view.link_to(&["prospectiva", study, "escenario", scenario])
}

pub(super) fn proposals_href(view: &View, study: &str) -> String {
    view.link_to(&["prospectiva", study, "propuestas"])
}

pub(super) fn proposal_href(view: &View, code: &str) -> String {
    view.link_to(&["propuesta", code])
}

/// The thread of an objective, by its title.
pub(super) fn objective(shell: &Shell, at: &str, title: &str) -> Html {
    match at.parse::<ElementRef>() {
        Ok(element) => link(&planning::pages::links::element_href(&shell.view, &element), title),
        Err(_) => Html::text(title),
    }
}

pub(super) fn indicator(shell: &Shell, at: &str) -> Html {
    match at.parse::<IndicatorRef>() {
        Ok(found) => link(&planning::pages::links::indicator_href(&shell.view, &found), at),
        Err(_) => Html::text(at),
    }
}

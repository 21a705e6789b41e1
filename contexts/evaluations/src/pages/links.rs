//! Where the pages of the room are. Every link keeps the view.
use web::{Html, Shell, View};

use super::parts::link;
use crate::domain::{About, Evaluation, EvaluationCode, RecommendationCode, RequestCode};

pub const EVALUATIONS: &str = "/evaluaciones";
pub const REQUESTS: &str = "/pedidos-presupuestales";
pub const RECOMMENDATIONS: &str = "/recomendaciones";
pub const AUDITS: &str = "/auditorias";
pub const APPRAISALS: &str = "/valoraciones";
/// Where posts find the evaluations that they have a part in.
pub const OFFICE: &str = "/oficina/evaluaciones";
pub(super) const OFFICE_REQUESTS: &str = "/oficina/pedidos";
pub(super) const OFFICE_RECOMMENDATIONS: &str = "/oficina/recomendaciones";
pub(super) const OFFICE_AUDITS: &str = "/oficina/auditorias";
pub(super) const OFFICE_APPRAISALS: &str = "/oficina/valoraciones";

pub fn evaluation_href(view: &View, code: &EvaluationCode) -> String {
    view.link_to(&["evaluacion", code.as_str()])
}

pub fn request_href(view: &View, code: &RequestCode) -> String {
    view.link_to(&["pedido-presupuestal", code.as_str()])
}

pub fn recommendation_href(view: &View, code: &RecommendationCode) -> String {
    view.link_to(&["recomendacion", code.as_str()])
}

pub fn appraisal_href(view: &View, checklist: &str, subject: &str) -> String {
    view.link_to(&["valoracion", checklist, subject])
}

/// Where a post answers a checklist about something, without the language.
pub(super) fn office_appraisal_path(checklist: &str, subject: &str) -> String {
    format!("/oficina/valoracion/{checklist}/{}", web::encode(subject))
}

pub(super) fn office_appraisal_href(view: &View, checklist: &str, subject: &str) -> String {
    format!("{}{}", view.lang.prefix(), office_appraisal_path(checklist, subject))
}

/// What is evaluated, with the way to it where another room has a page of it.
pub(super) fn subject(shell: &Shell, of: &Evaluation) -> Html {
    match of.kind.about() {
        About::Programme => link(&shell.view.link_to(&["programa", &of.subject]), &of.subject),
        About::Plan => link(&shell.view.link_to(&["plan", &of.subject]), &of.subject),
        About::Territory => link(&shell.view.link_to(&["territorio", &of.subject]), &of.subject),
        About::Sector => Html::text(&of.subject),
    }
}

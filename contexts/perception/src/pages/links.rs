//! Where the pages of the room are. Every link keeps the view.
use web::View;

use crate::domain::WaveCode;

pub const WAVES: &str = "/percepcion";
/// Where posts write waves, enter sheets, close and publish.
pub const OFFICE: &str = "/oficina/percepcion";
/// Where posts write questions.
pub const QUESTIONS: &str = "/oficina/preguntas-de-encuesta";

pub fn wave_href(view: &View, code: &WaveCode) -> String {
    view.link_to(&["percepcion", code.as_str()])
}

/// Where somebody answers on the web.
pub fn survey_path(code: &WaveCode) -> String {
    format!("/encuesta/{code}")
}

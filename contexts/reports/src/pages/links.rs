//! Where the pages of the room are. Every link keeps the view.
use jiff::civil::Date;
use web::View;

use crate::domain::EditionCode;

pub const CALENDAR: &str = "/informes";
pub const CONGRESS: &str = "/congreso";
pub const OFFICE: &str = "/oficina/informes";

pub fn edition(view: &View, code: &EditionCode) -> String {
    view.link_to(&["informe", code.as_str()])
}

/// The same view elsewhere, with parameters of that page.
pub(super) fn with(view: &View, segments: &[&str], own: &[(&str, &str)]) -> String {
    let mut view = view.clone();
    for year in own.iter().filter(|(name, _)| *name == "year") {
        view.year = year.1.parse().ok();
    }
    let mut href = view.link_to(segments);
    for (name, value) in own.iter().filter(|(name, _)| *name != "year") {
        href.push(if href.contains('?') { '&' } else { '?' });
        href = [href, web::encode(name), "=".to_owned(), web::encode(value)].concat();
    }
    href
}

/// How a term that runs from a day is counted.
pub(super) fn deadline(view: &View, rule: &str, from: Date, entity: &str) -> String {
    let from = from.to_string();
    with(view, &["plazos"], &[("rule", rule), ("from", &from), ("entity", entity)])
}

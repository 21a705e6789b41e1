//! Pages of the room, one file each.
mod alert;
mod feed;
mod list;
pub mod office;
mod words;

use std::sync::Arc;

use budget::columnar::Columnar;
use jiff::tz::Offset;
use web::{
    App, NavItem, PageError, Reading, Registration,
    gate::{Guard, PUBLIC, Routes},
};

use crate::{
    queries::{AlertsError, Asked},
    reading::LawError,
};

/// Where alerts are listed.
pub const PATH: &str = "/alertas";
/// Where a post sees those that it is to answer.
pub const OFFICE: &str = "/oficina/alertas";

const LIST: Guard = Guard::state("see_alerts_office");

const fn of_alert(action: &'static str) -> Guard {
    Guard::of(action, "Alert", "alert")
}

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[NavItem { path: PATH, key: "alerts-nav", order: 65 }],
        routes: Routes::new()
            .get(PATH, PUBLIC, list::get)
            .get("/alertas.atom", PUBLIC, feed::get)
            .get("/alerta/{alert}", PUBLIC, alert::get)
            .get(OFFICE, LIST, office::list::get)
            .get("/oficina/alerta/{alert}", of_alert("answer_alert"), office::answer::get)
            .post("/oficina/alerta/{alert}", of_alert("answer_alert"), office::answer::post)
            .get(
                "/oficina/entidad/{code}/alerta",
                Guard::of("tell_of_element", "Body", "code"),
                office::tell::get,
            )
            .post(
                "/oficina/entidad/{code}/alerta",
                Guard::of("tell_of_element", "Body", "code"),
                office::tell::post,
            ),
    }
}

/// The state and the day of the view.
fn asked(reading: &Reading) -> Asked {
    let offset = offset(&reading.app);
    Asked { known: reading.known, on: reading.judged_on(), known_on: reading.known_on(), offset }
}

/// Where the country's days begin.
fn offset(app: &App) -> Offset {
    Offset::from_seconds(i32::from(app.frame.country.utc_offset_minutes) * 60).unwrap_or(Offset::UTC)
}

/// The money engine that the program gives.
pub(crate) fn columnar(app: &App) -> Result<Arc<dyn Columnar>, PageError> {
    app.part::<Arc<dyn Columnar>>().cloned()
}

/// Whether nothing could be judged, for there was no country pack yet, or none with the tables of alerts; else what went wrong.
fn is_before(error: AlertsError) -> Result<(), PageError> {
    use monitoring::queries::rules::RulesError;
    match error {
        AlertsError::Law(
            LawError::Pack(pack::Error::NoPack | pack::Error::Missing(_))
            // Asked about a day before the first rule: nobody's failure.
            | LawError::NoAnswer(_)
            | LawError::LevelAbsent(_),
        )
        | AlertsError::Rules(RulesError::Pack(pack::Error::NoPack) | RulesError::NoAnswer(_)) => Ok(()),
        other => Err(PageError::internal(other)),
    }
}

//! Pages of the room, one file each.
mod calendar;
mod congress;
mod edition;
pub mod links;
mod office;
mod render;
mod told;
mod words;

use std::sync::Arc;

use budget::columnar::Columnar;
use web::{
    App, NavItem, PageError, Reading, Registration,
    gate::{Guard, PUBLIC, Routes},
};

use crate::{Country, Unread, queries::CalendarAsked};

const LIST: Guard = Guard::state("see_reports_office");
const PREPARE: Guard = Guard::of("prepare_report", "ReportDuty", "duty");
const SEE: Guard = Guard::of("see_report_edition", "ReportEdition", "edition");
const SIGN: Guard = Guard::of("sign_report", "ReportEdition", "edition");

/// What the room brings to the web.
pub fn registration() -> Registration {
    Registration {
        messages: crate::MESSAGES,
        nav: &[
            NavItem { path: links::CALENDAR, key: "reports-nav", order: NavItem::FOOT_FROM + 6 },
            NavItem { path: links::CONGRESS, key: "reports-congress-nav", order: NavItem::FOOT_FROM + 7 },
        ],
        routes: Routes::new()
            .get(links::CALENDAR, PUBLIC, calendar::get)
            .get("/informe/{edition}", PUBLIC, edition::get)
            .get(links::CONGRESS, PUBLIC, congress::list)
            .get("/congreso/comision/{committee}", PUBLIC, congress::committee)
            .get("/congreso/sector/{sector}", PUBLIC, congress::sector)
            .get("/congreso/region/{code}", PUBLIC, congress::region)
            .get(links::OFFICE, LIST, office::list::get)
            .post("/oficina/informes/{duty}", PREPARE, office::list::prepare)
            .get("/oficina/informe/{edition}", SEE, office::edition::get)
            .post("/oficina/informe/{edition}/acto", SIGN, office::edition::act),
    }
}

/// Where the country's days begin.
pub(crate) fn country(app: &App) -> Country {
    Country { offset: app.frame.country.offset() }
}

/// The money engine that the program gives.
fn columnar(app: &App) -> Result<Arc<dyn Columnar>, PageError> {
    app.part::<Arc<dyn Columnar>>().cloned()
}

/// The calendar as the view asks for it: reports stand as on the known day.
fn asked(reading: &Reading) -> CalendarAsked {
    let on = reading.known_on();
    CalendarAsked { known: reading.known, on, known_on: on, country: country(&reading.app) }
}

/// A day before there was a pack or a rule is nobody's failure, and another can be asked for.
fn unread(error: Unread) -> PageError {
    use monitoring::queries::rules::RulesError;
    match error {
        Unread::Rules(RulesError::NoAnswer(_) | RulesError::Pack(pack::Error::NoPack))
        | Unread::Pack(pack::Error::NoPack) => {
            PageError::Refused { key: "reports-refused-nothing-known", args: Vec::new() }
        }
        other => PageError::internal(other),
    }
}

//! `/mapa`: money by place, drawn and in a table: where those who spend have their seat, or who benefits.
mod around;
mod asked;
mod lines;
mod shown;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use directory::domain::{Held, Territory};
use directory::queries::Outlines;
use web::components::{Figures, Filters, Table, empty, years};
use web::{Html, Matter, PageError, Reading, Shell, judged_on};

pub use around::{Around, AroundMap, around};
use asked::Asked;
use lines::{Line, lines};

use super::{explorer, links};
use crate::{
    columnar::Columnar,
    queries::{self, Exploration},
};

#[derive(Template)]
#[template(path = "map.html")]
pub struct MapPage {
    shell: Shell,
    years: Html,
    switches: Vec<Switch>,
    form: Filters,
    notes: Vec<String>,
    figures: Figures,
    map: Html,
    table: Table,
    nothing: Html,
    explore: String,
    sources: Table,
}

/// A choice as links: address, word, whether it is the one in force.
#[derive(Default)]
pub struct Switch {
    pub label: String,
    pub links: Vec<(String, String, bool)>,
}

/// Everything that the page shows, found.
pub struct Found {
    pub asked: Asked,
    pub exploration: Exploration,
    pub places: Arc<Held<Territory>>,
    pub outlines: Outlines,
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let mut shell = reading.shell(&reading.t("budget-map"), Matter::Real);
    let (known, app) = (reading.known, reading.app.clone());
    let years = queries::fiscal_years(reading.conn(), known).await?;
    let year = shell.view.year.or_else(|| queries::usual_year(&years));
    let on = judged_on(year, reading.known_on());
    let places = directory::queries::territories(reading.conn(), known, on).await?;
    let asked = Asked::of(&mut shell.view, years, &places)?;
    let columnar = app.part::<Arc<dyn Columnar>>()?.as_ref();
    let request = asked.request();
    let exploration = queries::explore(reading.conn(), &app.files, columnar, known, &request).await;
    let exploration = exploration.map_err(PageError::internal)?;
    let department = asked.department().unwrap_or_default();
    let outlines =
        directory::queries::outlines(reading.conn(), &app.files, known, asked.level, department).await;
    let outlines = outlines.map_err(PageError::internal)?;
    let page = MapPage::of(shell, &Found { asked, exploration, places, outlines });
    if let Some(file) = Table::asked(&page.shell, [&page.table, &page.sources]) {
        return file;
    }
    web::html(&page)
}

impl MapPage {
    pub fn of(shell: Shell, found: &Found) -> Self {
        let Found { asked, exploration, places, outlines } = found;
        let lines = lines(asked, &exploration.answer, places);
        let is_empty = exploration.answer.rows.is_empty();
        let (map, table) = shown::map(&shell, asked, &lines, outlines, None);
        Self {
            years: years(&shell, asked.year.unwrap_or_default(), asked.years.keys().copied()),
            switches: shown::switches(&shell, asked),
            form: shown::form(&shell, asked, places),
            notes: shown::notes(&shell, asked, &lines),
            figures: shown::figures(&shell, asked, &lines),
            map,
            table,
            nothing: if is_empty { nothing(&shell, asked) } else { Html::default() },
            explore: explore(&shell, asked),
            sources: explorer::sources(&shell, exploration),
            shell,
        }
    }
}

/// Why there is no row.
fn nothing(shell: &Shell, asked: &Asked) -> Html {
    if asked.years.is_empty() {
        return empty(&shell.t("budget-nothing-delivered"));
    }
    let years: Vec<String> = asked.years.keys().map(ToString::to_string).collect();
    match asked.year.filter(|year| !asked.years.contains_key(year)) {
        Some(year) => {
            let args = [("year", year.to_string().into()), ("years", years.join(", ").into())];
            empty(&shell.ta("budget-nothing-in-year", &args))
        }
        None => empty(&shell.t("budget-nothing-such")),
    }
}

/// The same money in the explorer.
fn explore(shell: &Shell, asked: &Asked) -> String {
    let request = asked.request();
    let conditions: Vec<String> = request.filters.iter().map(|(d, code)| format!("{d}={code}")).collect();
    let mut own: Vec<(&str, &str)> = request.by.iter().map(|d| ("by", d.code())).collect();
    own.extend(conditions.iter().map(|condition| ("where", condition.as_str())));
    links::page(shell, "/presupuesto", &own)
}

/// A line as it is called: its place, its code where the register does not hold it, or that it has none.
fn name(shell: &Shell, line: &Line) -> String {
    match (&line.place, line.code.as_str()) {
        (Some(place), _) => place.name.clone(),
        (None, "") => shell.t("budget-map-no-place"),
        (None, code) => shell.t1("budget-map-not-in-register", "code", code),
    }
}

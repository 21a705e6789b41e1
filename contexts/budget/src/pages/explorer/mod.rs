//! `/presupuesto`: any question about money, answered to the céntimo, step by step.
mod across;
mod asked;
mod expressed;
mod find;
mod goals;
mod listing;
mod notes;
mod rest;
mod sources;
#[cfg(test)]
mod tests;
mod way;
mod ways;

use askama::Template;
use axum::response::Response;
use web::components::{Filters, Pages, Table, Trail, years};
use web::{Format, Html, Matter, PageError, Reading, Shell};

use asked::{Asked, Sort};
pub use asked::{bounded, refused};
use find::{EXACT, Found};
pub use listing::{measure, measure_column, measure_short, money, part as page_of};
pub use sources::sources;
use way::{Chosen, Way};
#[cfg(test)]
pub use ways::QUESTIONS;

use super::peers;
use crate::queries;

#[derive(Template)]
#[template(path = "explorer.html")]
pub struct ExplorerPage {
    pub shell: Shell,
    years: Html,
    told: String,
    questions: Vec<Way>,
    is_start: bool,
    trail: Trail,
    chosen: Vec<Chosen>,
    form: Filters,
    as_ways: Vec<expressed::Shown>,
    across_ways: Option<across::Ways>,
    peers: Option<String>,
    notes: Vec<String>,
    table: Table,
    nothing: Html,
    pages: Html,
    exact: String,
    goals: Option<Table>,
    sources: Table,
    command: String,
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let mut shell = reading.shell(&reading.t("budget-explorer"), Matter::Real);
    let known = reading.known;
    let years = queries::fiscal_years(reading.conn(), known).await?;
    asked::fold_fields(&mut reading, &mut shell.view).await?;
    let asked = Asked::of(&mut shell.view, years)?;
    let found = find::find(&mut reading, &shell, asked).await?;
    if Found::is_exact(&shell) {
        return find::exact(&found);
    }
    let page = ExplorerPage::of(shell, &found)?;
    if let Some(file) = Table::asked(&page.shell, [&page.table, &page.sources].into_iter().chain(&page.goals))
    {
        return file;
    }
    web::html(&page)
}

impl ExplorerPage {
    pub fn of(shell: Shell, found: &Found) -> Result<Self, PageError> {
        let Found { asked, exploration, goals, labels, .. } = found;
        let pages = Pages::of(&shell.view, listing::ROWS)?;
        let (table, rows_count) = listed(&shell, found, pages);
        let exact = shell.view.with("table", EXACT).with_format(Format::Csv).here();
        Ok(Self {
            years: one_year(&shell, asked),
            told: notes::told(&shell, asked),
            questions: way::questions(&shell, asked),
            is_start: asked.is_start,
            trail: way::trail(&shell, asked, exploration, labels),
            chosen: way::chosen(&shell, asked, labels),
            form: way::form(&shell, asked),
            as_ways: expressed::ways(&shell, asked),
            across_ways: across::ways(&shell, asked),
            peers: peers::way(&shell, &asked.request.filters),
            notes: notes::all(&shell, found),
            table,
            nothing: notes::nothing(&shell, asked, exploration),
            pages: pages.links(&shell, rows_count),
            exact,
            goals: (!goals.is_empty()).then(|| goals::table(&shell, asked, goals, labels)),
            sources: sources(&shell, exploration),
            command: asked.command(&shell),
            shell,
        })
    }
}

/// The listing as it is asked for, and how many rows it has in all.
fn listed(shell: &Shell, found: &Found, pages: Pages) -> (Table, usize) {
    let Found { asked, exploration, labels, .. } = found;
    if let Some(years) = &found.across {
        let rows = across::sorted(shell, asked, &years.across, pages);
        return (across::table(shell, found, years, &rows, pages), rows.len());
    }
    let rows = listing::sorted(shell, asked, &exploration.answer, pages);
    let table = match &found.expressing {
        Some(expressing) => expressed::table(shell, asked, expressing, (&rows, pages), labels),
        None => listing::table(shell, asked, exploration, (&rows, pages), labels),
    };
    (table, rows.len())
}

/// Links to each year alone.
fn one_year(shell: &Shell, asked: &Asked) -> Html {
    let mut alone = shell.clone();
    alone.view = shell.view.without("across");
    years(&alone, asked.request.year.unwrap_or_default(), asked.years.keys().copied())
}

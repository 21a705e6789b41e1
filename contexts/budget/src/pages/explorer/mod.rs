//! `/presupuesto`: any question about money, answered to the céntimo, step by step.
mod asked;
mod expressed;
mod goals;
mod listing;
#[cfg(test)]
mod tests;
mod way;
mod ways;

use std::sync::Arc;

use askama::Template;
use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use web::components::{Cell, Column, Filters, Pages, Table, Trail, empty, years};
use web::{Format, Html, Matter, PageError, Reading, Shell, judged_on};

use asked::{Asked, Sort};
pub use listing::{measure, measure_column, measure_short, money};
use way::{Chosen, Way};
#[cfg(test)]
pub use ways::QUESTIONS;

use super::labels::{Labels, Wanted};
use super::links;
use crate::{
    Catalogue,
    columnar::Columnar,
    domain::{Answer, Dimension, Expression, Measure, NoPrice, Role},
    queries::{self, Exploration, ExpressError, Expressing, GoalProgress, render},
};

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
    notes: Vec<String>,
    table: Table,
    nothing: Html,
    left_out: String,
    pages: Html,
    exact: String,
    goals: Option<Table>,
    goals_left_out: String,
    sources: Table,
    command: String,
}

/// Everything that the page shows, found.
pub struct Found {
    asked: Asked,
    exploration: Exploration,
    /// Where something else than soles of each year is asked for.
    expressing: Option<Expressing>,
    goals: Vec<GoalProgress>,
    labels: Labels,
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let mut shell = reading.shell(&reading.t("budget-explorer"), Matter::Real);
    let known = reading.known;
    let years = queries::fiscal_years(reading.conn(), known).await?;
    asked::fold_fields(&mut reading, &mut shell.view).await?;
    let asked = Asked::of(&mut shell.view, years)?;
    let found = find(&mut reading, &shell, asked).await?;
    if shell.view.format == Format::Csv && shell.view.one("table") == Some(EXACT) {
        return exact(&found);
    }
    let page = ExplorerPage::of(shell, &found)?;
    if let Some(file) = Table::asked(&page.shell, [&page.table, &page.sources].into_iter().chain(&page.goals))
    {
        return file;
    }
    web::html(&page)
}

/// The value of `table` that asks for the answer as the command line writes it.
const EXACT: &str = "cut";

/// The bytes that `quipu budget --format csv` writes for the same cut.
fn exact(found: &Found) -> Result<Response, PageError> {
    let bytes = match &found.expressing {
        Some(expressing) => render::expressed_csv(&expressing.expressed),
        None => render::csv(&found.exploration.answer),
    };
    let bytes = bytes.map_err(PageError::internal)?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8; header=present"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"quipu-budget.csv\""),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    Ok((headers, bytes).into_response())
}

async fn find(reading: &mut Reading, shell: &Shell, asked: Asked) -> Result<Found, PageError> {
    let (known, app) = (reading.known, reading.app.clone());
    let columnar = app.part::<Arc<dyn Columnar>>()?.as_ref();
    let request = &asked.request;
    let exploration = queries::explore(reading.conn(), &app.files, columnar, known, request).await;
    let mut exploration = exploration.map_err(PageError::internal)?;
    let expressing = expressing(reading, &asked).await?;
    if shell.view.format == Format::Csv && shell.view.one("table") == Some(EXACT) {
        let (goals, labels) = (Vec::new(), Labels::default());
        return Ok(Found { asked, exploration, expressing, goals, labels });
    }
    if let Some(found) = &expressing {
        exploration.answer.clone_from(&found.answer);
    }
    let catalogue = super::deliveries::catalogue(reading).await?;
    let goals = if has_goals(catalogue.as_deref(), &exploration) {
        let (filters, year) = (&request.filters, request.year);
        let goals = queries::physical(reading.conn(), &app.files, columnar, known, filters, year).await;
        goals::sorted(goals.map_err(PageError::internal)?)
    } else {
        Vec::new()
    };
    let mut wanted = Wanted::new();
    let rows = listing::sorted(&asked, &exploration.answer);
    for row in listing::part(shell, &rows, Pages::of(&shell.view, listing::ROWS)?) {
        for (dimension, code) in exploration.answer.by.iter().zip(&row.codes) {
            wanted.entry(*dimension).or_default().insert(code.clone());
        }
    }
    for (dimension, code) in &request.filters {
        wanted.entry(*dimension).or_default().insert(code.clone());
    }
    for goal in goals::shown(shell.view.format, &goals) {
        wanted.entry(Dimension::Purpose).or_default().insert(goal.purpose.clone());
        wanted.entry(Dimension::TargetUnit).or_default().insert(goal.unit.clone());
    }
    let on = judged_on(request.year, reading.known_on());
    let classification = catalogue.as_ref().map(|catalogue| &catalogue.classification);
    let labels = Labels::load(reading, classification, &wanted, request.year, on).await?;
    Ok(Found { asked, exploration, expressing, goals, labels })
}

/// The listing in other words than soles of each year, where those are asked for.
async fn expressing(reading: &mut Reading, asked: &Asked) -> Result<Option<Expressing>, PageError> {
    if asked.expression == Expression::Soles {
        return Ok(None);
    }
    let (known, app) = (reading.known, reading.app.clone());
    let on = judged_on(asked.request.year, reading.known_on());
    let columnar = app.part::<Arc<dyn Columnar>>()?.as_ref();
    let request = &asked.request;
    let found =
        queries::expressed(reading.conn(), &app.files, columnar, (known, on), request, asked.expression)
            .await;
    match found {
        Ok(found) => Ok(Some(found)),
        Err(ExpressError::NoPrice(NoPrice::Year { year, first, last })) => Err(PageError::Refused {
            key: "budget-refused-prices",
            args: vec![
                ("year", year.to_string().into()),
                ("first", first.to_string().into()),
                ("last", last.to_string().into()),
            ],
        }),
        // Prices and who governs a place came into the pack later than its first files.
        Err(ExpressError::Pack(pack::Error::NoPack | pack::Error::Missing(_))) => {
            Err(PageError::Refused { key: "budget-refused-as-unknown", args: Vec::new() })
        }
        Err(error) => Err(PageError::internal(error)),
    }
}

/// Whether any delivery that answered is of a layout with physical targets.
fn has_goals(catalogue: Option<&Catalogue>, exploration: &Exploration) -> bool {
    let told = |layout: &str| {
        let layout = catalogue.and_then(|catalogue| catalogue.layout(layout));
        let is_unit = |role: &Role| {
            matches!(role, Role::Code(Dimension::TargetUnit) | Role::CodeAndName(Dimension::TargetUnit))
        };
        layout.is_some_and(|layout| layout.columns.iter().any(|column| is_unit(&column.role)))
    };
    exploration.sources.iter().any(|(delivery, _)| told(&delivery.layout))
}

impl ExplorerPage {
    pub fn of(shell: Shell, found: &Found) -> Result<Self, PageError> {
        let Found { asked, exploration, expressing, goals, labels } = found;
        let answer = &exploration.answer;
        let pages = Pages::of(&shell.view, listing::ROWS)?;
        let rows = listing::sorted(asked, answer);
        let shown = listing::part(&shell, &rows, pages);
        let year = asked.request.year;
        let exact = shell.view.with("table", EXACT).with_format(Format::Csv).here();
        let shown_goals = goals::shown(shell.view.format, goals).len();
        Ok(Self {
            years: years(&shell, year.unwrap_or_default(), asked.years.keys().copied()),
            told: told(&shell, asked),
            questions: way::questions(&shell, asked),
            is_start: asked.is_start,
            trail: way::trail(&shell, asked, exploration, labels),
            chosen: way::chosen(&shell, asked, labels),
            form: way::form(&shell, asked),
            as_ways: expressed::ways(&shell, asked),
            notes: expressing
                .iter()
                .map(|found| expressed::note(&shell, asked, found))
                .chain(notes(&shell, asked, answer))
                .collect(),
            table: match expressing {
                Some(found) => {
                    let caption = listing::caption(&shell, asked);
                    expressed::table(&shell, asked, found, shown, labels, &caption)
                }
                None => listing::table(&shell, asked, answer, shown, labels),
            },
            nothing: nothing(&shell, asked, exploration),
            left_out: listing::left_out(&shell, asked, &rows, shown, answer),
            pages: pages.links(&shell, rows.len()),
            exact,
            goals: (!goals.is_empty()).then(|| goals::table(&shell, asked, goals, labels)),
            goals_left_out: if shown_goals < goals.len() {
                let args = [("shown", shown_goals.into()), ("total", goals.len().into())];
                shell.ta("budget-goals-left-out", &args)
            } else {
                String::new()
            },
            sources: sources(&shell, exploration),
            command: asked.command(&shell),
            shell,
        })
    }
}

/// How many units the figures are of: one early report is not the year of the whole state.
fn told(shell: &Shell, asked: &Asked) -> String {
    let units = asked.request.year.and_then(|year| Some((year, *asked.years.get(&year)?)));
    let words = |(year, units): (i16, usize)| {
        shell.ta("budget-units-told", &[("year", year.to_string().into()), ("n", units.into())])
    };
    units.map(words).unwrap_or_default()
}

/// What a reader of this listing must know.
fn notes(shell: &Shell, asked: &Asked, answer: &Answer) -> Vec<String> {
    let mut notes = Vec::new();
    if answer.by.contains(&Dimension::Month) {
        notes.push(shell.t("budget-note-month"));
    }
    let places = [Dimension::Department, Dimension::Province, Dimension::District];
    let benefits = [Dimension::MetaDepartment, Dimension::MetaProvince, Dimension::MetaDistrict];
    if answer.by.iter().any(|d| places.contains(d) || benefits.contains(d)) {
        notes.push(shell.t("budget-note-places"));
    }
    if answer.measures.contains(&Measure::Pia) && answer.total(Measure::Pia).is_some_and(base::Money::is_zero)
    {
        notes.push(shell.t("budget-note-pia"));
    }
    if asked.request.year.is_none() && !asked.request.by.contains(&Dimension::Year) {
        notes.push(shell.t("budget-note-years"));
    }
    if let Some(first) = asked.years.keys().next() {
        notes.push(shell.t1("budget-note-before", "year", first.to_string()));
    }
    notes
}

/// Why there is no row, and what to do.
fn nothing(shell: &Shell, asked: &Asked, exploration: &Exploration) -> Html {
    if !exploration.answer.rows.is_empty() {
        return Html::default();
    }
    if asked.years.is_empty() {
        return empty(&shell.t("budget-nothing-delivered"));
    }
    let years: Vec<String> = asked.years.keys().map(ToString::to_string).collect();
    match asked.request.year.filter(|year| !asked.years.contains_key(year)) {
        Some(year) => {
            let args = [("year", year.to_string().into()), ("years", years.join(", ").into())];
            empty(&shell.ta("budget-nothing-in-year", &args))
        }
        None => empty(&shell.t("budget-nothing-such")),
    }
}

/// The deliveries that answered: their parts sum to the total of the cut.
pub fn sources(shell: &Shell, exploration: &Exploration) -> Table {
    let mut columns = vec![
        Column::text(&shell.t("budget-delivery-column")),
        Column::text(&shell.t("budget-source-column")),
        Column::text("SHA-256"),
    ];
    let measures = &exploration.answer.measures;
    // What there is to spend and what is spent say enough on the page; a file has every measure.
    let is_file = shell.view.format != Format::Html;
    let shown: Vec<(usize, Measure)> = (0..)
        .zip(measures.iter().copied())
        .filter(|(at, m)| is_file || *at == 0 || matches!(m, Measure::Pim | Measure::Accrued))
        .filter(|(_, m)| is_file || *m != Measure::Pia || !measures.contains(&Measure::Pim))
        .collect();
    columns.extend(shown.iter().map(|(_, m)| listing::measure_column(shell, *m)));
    let mut table = Table::new("fuentes", &shell.t("budget-sources"), columns);
    for (delivery, amounts) in &exploration.sources {
        let name = format!("{} · {}", delivery.delivery, delivery.file_name);
        let mut cells = vec![
            Cell::link(&links::delivery(shell, delivery.delivery), &name),
            Cell::text(&delivery.source),
            super::deliveries::digest(&delivery.digest),
        ];
        cells.extend(shown.iter().map(|(at, _)| listing::money(shell, amounts.get(*at).copied().flatten())));
        table.push(cells);
    }
    table.with_files(shell)
}

//! Everything that the page shows, found.
use std::sync::Arc;

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use web::components::Pages;
use web::{Format, PageError, Reading, Shell, judged_on};

use super::{Asked, across, goals, listing};
use crate::{
    Catalogue,
    columnar::Columnar,
    domain::{Dimension, Expression, NoPrice, Role},
    pages::{
        deliveries,
        labels::{Labels, Wanted},
    },
    queries::{self, AcrossYears, Exploration, ExpressError, Expressing, GoalProgress, render},
};

pub struct Found {
    pub asked: Asked,
    pub exploration: Exploration,
    /// Where something else than soles of each year is asked for.
    pub expressing: Option<Expressing>,
    /// Where years stand side by side.
    pub across: Option<Arc<AcrossYears>>,
    pub goals: Vec<GoalProgress>,
    pub labels: Labels,
}

/// The value of `table` that asks for the answer as the command line writes it.
pub const EXACT: &str = "cut";

/// The bytes that `quipu budget --format csv` writes for the same cut.
pub fn exact(found: &Found) -> Result<Response, PageError> {
    let bytes = match (&found.across, &found.expressing) {
        (Some(years), _) => queries::across_csv(&years.across),
        (None, Some(expressing)) => render::expressed_csv(&expressing.expressed),
        (None, None) => render::csv(&found.exploration.answer),
    };
    let bytes = bytes.map_err(PageError::internal)?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8; header=present"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"quipu-budget.csv\""),
        (header::CACHE_CONTROL, "no-cache"),
    ];
    Ok((headers, bytes).into_response())
}

impl Found {
    /// Whether the view asks for the bytes that the command line writes, which hold no names.
    pub fn is_exact(shell: &Shell) -> bool {
        shell.view.format == Format::Csv && shell.view.one("table") == Some(EXACT)
    }
}

pub async fn find(reading: &mut Reading, shell: &Shell, asked: Asked) -> Result<Found, PageError> {
    let (known, app) = (reading.known, reading.app.clone());
    let columnar = app.part::<Arc<dyn Columnar>>()?.as_ref();
    let request = &asked.request;
    let exploration = queries::explore(reading.conn(), &app.files, columnar, known, request).await;
    let exploration = exploration.map_err(PageError::internal)?;
    let across = across_years(reading, &asked).await?;
    let expressing = expressing(reading, &asked).await?;
    let (goals, labels) = (Vec::new(), Labels::default());
    let mut found = Found { asked, exploration, expressing, across, goals, labels };
    if Found::is_exact(shell) {
        return Ok(found);
    }
    if let Some(expressing) = &found.expressing {
        found.exploration.answer.clone_from(&expressing.answer);
    }
    let catalogue = deliveries::catalogue(reading).await?;
    // Physical targets are of a year.
    if !found.asked.is_across && has_goals(catalogue.as_deref(), &found.exploration) {
        let (filters, year) = (&found.asked.request.filters, found.asked.request.year);
        let goals = queries::physical(reading.conn(), &app.files, columnar, known, filters, year).await;
        found.goals = goals::sorted(goals.map_err(PageError::internal)?);
    }
    let wanted = wanted(shell, &found)?;
    let year = found.asked.request.year;
    let on = judged_on(year, reading.known_on());
    let classification = catalogue.as_ref().map(|catalogue| &catalogue.classification);
    found.labels = Labels::load(reading, classification, &wanted, year, on).await?;
    Ok(found)
}

/// Codes whose names the page needs.
fn wanted(shell: &Shell, found: &Found) -> Result<Wanted, PageError> {
    let (asked, answer) = (&found.asked, &found.exploration.answer);
    let pages = Pages::of(&shell.view, listing::ROWS)?;
    let mut wanted = Wanted::new();
    let mut want = |dimension: Dimension, code: &String| {
        wanted.entry(dimension).or_default().insert(code.clone());
    };
    let (by_years, by_rows);
    let shown: Vec<&[String]> = if let Some(years) = &found.across {
        by_years = across::sorted(shell, asked, &years.across, pages);
        listing::part(shell, &by_years, pages).iter().map(|row| row.codes.as_slice()).collect()
    } else {
        by_rows = listing::sorted(shell, asked, answer, pages);
        listing::part(shell, &by_rows, pages).iter().map(|row| row.codes.as_slice()).collect()
    };
    for codes in shown {
        for (dimension, code) in asked.request.by.iter().zip(codes) {
            want(*dimension, code);
        }
    }
    for (dimension, code) in &asked.request.filters {
        want(*dimension, code);
    }
    for goal in goals::shown(shell.view.format, &found.goals) {
        want(Dimension::Purpose, &goal.purpose);
        want(Dimension::TargetUnit, &goal.unit);
    }
    Ok(wanted)
}

/// The years side by side, where they are asked for.
async fn across_years(reading: &mut Reading, asked: &Asked) -> Result<Option<Arc<AcrossYears>>, PageError> {
    if !asked.is_across {
        return Ok(None);
    }
    let (at, app) = ((reading.known, reading.known_on()), reading.app.clone());
    let columnar = app.part::<Arc<dyn Columnar>>()?.as_ref();
    let (request, expression) = (&asked.request, asked.expression);
    let found =
        queries::across_years(reading.conn(), &app.files, columnar, at, request, asked.lead(), expression);
    found.await.map(Some).map_err(refused)
}

/// The listing in other words than soles of each year, where those are asked for.
async fn expressing(reading: &mut Reading, asked: &Asked) -> Result<Option<Expressing>, PageError> {
    if asked.is_across || asked.expression == Expression::Soles {
        return Ok(None);
    }
    let (known, app) = (reading.known, reading.app.clone());
    let on = judged_on(asked.request.year, reading.known_on());
    let columnar = app.part::<Arc<dyn Columnar>>()?.as_ref();
    let request = &asked.request;
    let found =
        queries::expressed(reading.conn(), &app.files, columnar, (known, on), request, asked.expression)
            .await;
    found.map(Some).map_err(refused)
}

/// What was asked for and has no answer, in words.
fn refused(error: ExpressError) -> PageError {
    match error {
        ExpressError::NoPrice(NoPrice::Year { year, first, last }) => PageError::Refused {
            key: "budget-refused-prices",
            args: vec![
                ("year", year.to_string().into()),
                ("first", first.to_string().into()),
                ("last", last.to_string().into()),
            ],
        },
        // Prices and who governs a place came into the pack later than its first files.
        ExpressError::Pack(pack::Error::NoPack | pack::Error::Missing(_)) => {
            PageError::Refused { key: "budget-refused-as-unknown", args: Vec::new() }
        }
        error => PageError::internal(error),
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

//! `/brecha`: how much was spent beside how much was done, the widest gap first.
mod shown;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use web::components::{Figures, Table, empty, years};
use web::pairs::Pairs;
use web::{Html, Matter, PageError, Reading, Shell, judged_on};

use super::explorer;
use super::labels::{Labels, Wanted};
use super::map::Switch;
use crate::{
    columnar::Columnar,
    domain::{Dimension, Gap, GapBy, gaps},
    queries::{self, Goals},
};

#[derive(Template)]
#[template(path = "gap.html")]
pub struct GapPage {
    shell: Shell,
    years: Html,
    switch: Switch,
    nothing: Html,
    figures: Figures,
    notes: Vec<String>,
    chart: Pairs,
    left_out: String,
    table: Table,
    sources: Table,
}

/// Everything that the page shows.
pub struct Found {
    pub by: GapBy,
    pub year: Option<i16>,
    pub years: BTreeMap<i16, usize>,
    pub goals: Arc<Goals>,
    /// Years whose deliveries report physical targets.
    pub told: Vec<i16>,
    pub labels: Labels,
}

pub async fn get(mut reading: Reading) -> Result<Response, PageError> {
    let mut shell = reading.shell(&reading.t("budget-gap"), Matter::Real);
    let by = match shell.view.one("by") {
        None => GapBy::default(),
        Some(text) => {
            let found = GapBy::ALL.into_iter().find(|by| by.code() == text);
            found.ok_or_else(|| PageError::parameter("by", text))?
        }
    };
    let (known, app) = (reading.known, reading.app.clone());
    let columnar = app.part::<Arc<dyn Columnar>>()?.as_ref();
    let years = queries::fiscal_years(reading.conn(), known).await?;
    let told = queries::years_with_goals(reading.conn(), &app.files, columnar, known).await;
    let told = told.map_err(PageError::internal)?;
    // Where nobody asks for a year: the last that can answer.
    let year = shell.view.year.or_else(|| told.last().copied()).or_else(|| queries::usual_year(&years));
    shell.view.year = year;
    let goals = queries::goals(reading.conn(), &app.files, columnar, known, year).await;
    let goals = goals.map_err(PageError::internal)?;
    let on = judged_on(year, reading.known_on());
    let labels = Labels::load(&mut reading, None, &wanted(&goals), year, on).await?;
    let page = GapPage::of(shell, &Found { by, year, years, goals, told, labels });
    if let Some(file) = Table::asked(&page.shell, [&page.table, &page.sources]) {
        return file;
    }
    web::html(&page)
}

/// Codes whose names the page needs.
fn wanted(goals: &Goals) -> Wanted {
    let codes = |of: fn(&crate::domain::Goal) -> &String| -> BTreeSet<String> {
        goals.goals.iter().map(|goal| of(goal).clone()).collect()
    };
    let mut wanted = Wanted::new();
    if !goals.goals.is_empty() {
        wanted.insert(Dimension::Entity, codes(|goal| &goal.entity));
        wanted.insert(Dimension::Programme, codes(|goal| &goal.programme));
        wanted.insert(Dimension::Purpose, codes(|goal| &goal.purpose));
        wanted.insert(Dimension::TargetUnit, codes(|goal| &goal.unit));
    }
    wanted
}

impl GapPage {
    pub fn of(shell: Shell, found: &Found) -> Self {
        let rows: Vec<Gap> = gaps(&found.goals.goals, found.by);
        let (chart, left_out) = shown::chart(&shell, found, &rows);
        Self {
            years: years(&shell, found.year.unwrap_or_default(), found.years.keys().copied()),
            switch: shown::switch(&shell, found.by),
            nothing: if rows.is_empty() { nothing(&shell, found) } else { Html::default() },
            figures: shown::figures(&shell, found),
            notes: shown::notes(&shell, &rows),
            table: shown::table(&shell, found, &rows)
                .with_picture(&shell, || chart.picture(&shell.t("budget-gap"))),
            chart,
            left_out,
            sources: explorer::sources(&shell, &found.goals.exploration),
            shell,
        }
    }
}

fn nothing(shell: &Shell, found: &Found) -> Html {
    if found.told.is_empty() {
        return empty(&shell.t("budget-gap-none-ever"));
    }
    let years: Vec<String> = found.told.iter().map(ToString::to_string).collect();
    let year = found.year.map(|year| year.to_string()).unwrap_or_default();
    empty(&shell.ta("budget-gap-none", &[("year", year.into()), ("years", years.join(", ").into())]))
}

//! `/incentivos/{year}/{goal}`: a goal, its versions, and how each municipality stands.
use axum::{extract::Path, response::Response};
use web::{
    Html, Matter, PageError, Reading, Shell,
    components::{Cell, Table},
    origins,
    sections::{Page, Section, table},
};

use super::{board::Ground, links, told};
use crate::{
    domain::{Goal, GoalRef},
    queries::{self, Of, origin},
};

/// The goal that the address names.
pub(super) fn named(year: &str, code: &str) -> Result<GoalRef, PageError> {
    format!("{year}-{code}").parse().map_err(|_| PageError::NotFound)
}

pub async fn get(
    mut reading: Reading,
    Path((year, code)): Path<(String, String)>,
) -> Result<Response, PageError> {
    let at = named(&year, &code)?;
    let (known, on) = (reading.known, reading.known_on());
    let goal = queries::goal(reading.conn(), known, &at).await?.ok_or(PageError::NotFound)?;
    let versions = queries::versions(reading.conn(), known, &at).await?;
    let lines = queries::board(reading.conn(), known, Of::Goal(&at)).await?;
    let programme = told::programme(&mut reading).await?;
    let bodies = directory::queries::entities(reading.conn(), known, on).await?;
    let places = directory::queries::territories(reading.conn(), known, on).await?;
    let mut shell = reading.shell("", Matter::Real);
    told::title(&shell, &goal).clone_into(&mut shell.title);
    let mut shell = shell.under(links::INCENTIVES, &reading.t("incentives-title"));
    origins::add(&mut reading, &mut shell, &origin::goal(&at)).await?;
    let mut page = Page::new(shell);
    let shell = &page.shell;
    let ground = Ground { shell, programme: &programme, bodies: &bodies, places: &places, on };
    let board = ground.section(&lines, |_| None)?;
    let facts = told::facts(shell, &goal, &programme, &bodies);
    let mut all = vec![Section::top().html(Html::of(&facts)), board];
    if versions.len() > 1 {
        let section = Section::new("parte-versiones", &shell.t("incentives-versions"));
        all.push(section.table(table_of(shell, &versions).with_files(shell)));
    }
    page.add_all(all);
    page.answer()
}

/// Every version with the norm that approves it, the last first.
pub(super) fn table_of(shell: &Shell, versions: &[Goal]) -> Table {
    let keys = ["#version", "norm", "goal-title", "target", "due", "#purse", "published-at", "post"];
    let mut table = table(shell, "incentives", ("versiones", "versions"), &keys).stacked();
    for one in versions {
        table.push(vec![
            Cell::text(&one.version.to_string()),
            told::texts(shell, &one.norm),
            told::texts(shell, told::title(shell, one)),
            told::texts(shell, &told::target(shell, one)),
            told::date(shell, one.due_on),
            Cell::money(shell, one.reward.purse()),
            Cell::text(&shell.moment(one.published_at)),
            Cell::text(&one.post),
        ]);
    }
    table
}

//! How the promises of one version changed after they were first recorded: every target raised, lowered, added
//! later or withdrawn. Whether one was lowered after its result was known is judged on the indicator's page,
//! where results are.
use web::components::{Cell, Column, Table};
use web::{Format, Html, Shell};

use super::plan::Places;
use super::plan_tables::goal_cell;
use super::{links, words};
use crate::domain::content::Content;
use crate::domain::reference::IndicatorRef;
use crate::domain::target::Move;
use crate::domain::target_log::{Change, Made};

/// Changes on the page, the latest first; the file has all.
const SHOWN: usize = 20;

/// The table, and how many changes the page leaves out.
pub fn table(shell: &Shell, content: &Content, places: &Places, log: &[Change]) -> (Table, usize) {
    let text = |key: &str| Column::text(&shell.t(key));
    let columns = vec![
        text("planning-indicator"),
        text("planning-log-period"),
        text("planning-territory"),
        text("planning-change"),
        Column::number(&shell.t("planning-change-before")),
        Column::number(&shell.t("planning-change-now")),
        text("planning-log-on"),
        text("planning-log-rationale"),
    ];
    let mut table = Table::new("registro-de-metas", &shell.t("planning-log"), columns).stacked();
    let shown = if shell.view.format == Format::Html { SHOWN } else { usize::MAX };
    for change in log.iter().rev().take(shown) {
        table.push(row(shell, content, places, change));
    }
    (table.with_files(shell), log.len().saturating_sub(shown))
}

fn row(shell: &Shell, content: &Content, places: &Places, change: &Change) -> Vec<Cell> {
    let code = &change.key.indicator;
    let at = IndicatorRef { plan: content.version.reference(&content.plan.code), code: code.clone() };
    let view = shell.view.with_territory(Some(change.key.territory.clone()));
    let card = content.indicators.get(code);
    let name = card.map(|card| words::said_html(shell, &card.name, card.name_en.as_deref()));
    let said = card.map_or("", |card| words::said(shell.lang(), &card.name, card.name_en.as_deref()));
    let shown = Html::text(code.as_str()).and(&name.unwrap_or_default());
    // An indicator that was taken out of the plan has no page any more.
    let indicator = match card {
        Some(_) => words::link_html(&links::indicator_href(&view, &at), &shown),
        None => shown,
    };
    let goal = |goal| Option::map_or_else(goal, Cell::default, |goal| goal_cell(shell, goal));
    let period = shell.period(change.key.period);
    vec![
        Cell::html(indicator, format!("{code} {said}").trim_end()),
        Cell::html(Html::text(&period), &change.key.period.to_string()),
        words::place_cell(places, &change.key.territory),
        Cell::text(&shell.t(made(change.made))),
        goal(change.old),
        goal(change.new),
        Cell::html(Html::text(&shell.date(change.on)), &change.on.to_string()),
        words::spanish_cell(shell, change.rationale.as_deref().unwrap_or_default()),
    ]
}

const fn made(made: Made) -> &'static str {
    match made {
        Made::Set => "planning-change-target-added",
        Made::Withdrawn => "planning-change-target-dropped",
        Made::Moved(Move::Raised) => "planning-change-target-raised",
        Made::Moved(Move::Lowered) => "planning-change-target-lowered",
        Made::Moved(Move::Unjudged | Move::Same) => "planning-change-target-moved",
    }
}

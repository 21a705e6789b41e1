//! The indicators of a plan with baseline and targets by period, the leading ones first.
use std::collections::BTreeSet;

use base::Period;
use base::codes::TerritoryCode;
use rust_decimal::Decimal;
use web::components::{Cell, Column, Table};
use web::{Html, Shell};

use super::plan::Places;
use super::{links, words};
use crate::domain::card::Indicator;
use crate::domain::content::Content;
use crate::domain::reference::IndicatorRef;
use crate::domain::target::{Goal, Target};

pub fn indicators(shell: &Shell, content: &Content, places: &Places) -> Table {
    let periods: BTreeSet<Period> = content.targets.keys().map(|key| key.period).collect();
    let mut columns = vec![
        Column::text(&shell.t("planning-indicator")),
        Column::text(&shell.t("planning-element")),
        Column::text(&shell.t("planning-unit")),
        Column::text(&shell.t("planning-sense")),
        Column::text(&shell.t("planning-territory")),
        Column::number(&shell.t("planning-baseline")),
    ];
    columns.extend(
        periods
            .iter()
            .map(|period| Column::number(&shell.t1("planning-target-of", "period", shell.period(*period)))),
    );
    let mut table = Table::new("indicadores", &shell.t("planning-plan-indicators"), columns);
    let mut cards: Vec<&Indicator> = content.indicators.values().collect();
    cards.sort_by_key(|card| (!card.lead, &card.code));
    for card in cards {
        let own = content.targets.keys().filter(|key| key.indicator == card.code);
        let mut own_places: BTreeSet<Option<&TerritoryCode>> = own.map(|key| Some(&key.territory)).collect();
        if own_places.is_empty() {
            own_places.insert(None);
        }
        for place in own_places {
            table.push(row(shell, content, card, (places, place), &periods));
        }
    }
    table.wide().with_files(shell)
}

fn row(
    shell: &Shell,
    content: &Content,
    card: &Indicator,
    (places, place): (&Places, Option<&TerritoryCode>),
    periods: &BTreeSet<Period>,
) -> Vec<Cell> {
    let plan = content.version.reference(&content.plan.code);
    let name = words::said(shell.lang(), &card.name, card.name_en.as_deref());
    let said = words::said_html(shell, &card.name, card.name_en.as_deref());
    let coded = Html::text(card.code.as_str()).and(&said);
    let view = shell.view.with_territory(place.cloned());
    let href = links::indicator_href(&view, &IndicatorRef { plan, code: card.code.clone() });
    let lead = if card.lead { format!(" ({})", shell.t("planning-lead")) } else { String::new() };
    let sense = card.sense.map(|sense| shell.t(&words::key("sense", sense.as_str()))).unwrap_or_default();
    let mut cells = vec![
        Cell::html(
            words::link_html(&href, &coded).and(&Html::text(&lead)),
            &format!("{} {name}{lead}", card.code),
        ),
        Cell::text(card.element.as_str()),
        words::spanish_cell(shell, card.unit.as_deref().unwrap_or_default()),
        Cell::text(&sense),
        place.map_or_else(Cell::default, |place| words::place_cell(places, place)),
        card.baseline.map_or_else(Cell::default, |baseline| {
            let period = shell.period(baseline.period);
            let shown = format!("{} ({period})", shell.value(baseline.value));
            Cell::html(Html::text(&shown), &format!("{} ({period})", baseline.value))
        }),
    ];
    for period in periods {
        let is_of = |key: &crate::domain::target::TargetKey| {
            key.indicator == card.code && Some(&key.territory) == place && key.period == *period
        };
        let target = content.targets.iter().find(|(key, _)| is_of(key)).map(|(_, target)| target);
        cells.push(target.map_or_else(Cell::default, |Target { goal, .. }| goal_cell(shell, *goal)));
    }
    cells
}

/// A value, or both ends of a band.
pub fn goal_cell(shell: &Shell, goal: Goal) -> Cell {
    let both = |write: &dyn Fn(Decimal) -> String| match goal.high {
        Some(high) => format!("{}–{}", write(goal.value), write(high)),
        None => write(goal.value),
    };
    Cell::html(Html::text(&both(&|value| shell.value(value))), &both(&|value| value.to_string()))
}

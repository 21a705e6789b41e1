//! What a version changed against the one before: added, dropped, changed, targets raised or lowered.
use base::codes::{ElementCode, IndicatorCode};
use web::Shell;
use web::components::{Cell, Column, Table};

use super::plan::Places;
use super::plan_tables::goal_cell;
use super::words;
use crate::domain::content::Content;
use crate::domain::difference::Difference;
use crate::domain::target::{Move, TargetKey};

pub fn table(shell: &Shell, [before, now]: [&Content; 2], places: &Places, changed: &Difference) -> Table {
    let columns = vec![
        Column::text(&shell.t("planning-change")),
        Column::text(&shell.t("planning-change-of")),
        Column::text(&shell.t("planning-change-before")),
        Column::text(&shell.t("planning-change-now")),
    ];
    let mut table = Table::new("cambios", &shell.t("planning-changes"), columns).stacked();
    let mut push = |key: &str, of: String, before: Cell, now: Cell| {
        table.push(vec![Cell::text(&shell.t(key)), Cell::text(&of), before, now]);
    };
    let element = |content: &Content, code: &ElementCode| {
        let found = content.elements.get(code);
        found.map_or_else(Cell::default, |e| words::said_cell(shell, &e.title, e.title_en.as_deref()))
    };
    let card = |content: &Content, code: &IndicatorCode| {
        let found = content.indicators.get(code);
        found.map_or_else(Cell::default, |c| words::said_cell(shell, &c.name, c.name_en.as_deref()))
    };
    for code in &changed.elements_added {
        push("planning-change-element-added", code.to_string(), Cell::default(), element(now, code));
    }
    for code in &changed.elements_dropped {
        push("planning-change-element-dropped", code.to_string(), element(before, code), Cell::default());
    }
    for code in &changed.elements_changed {
        let (Some(old), Some(new)) = (before.elements.get(code), now.elements.get(code)) else { continue };
        let is_reworded = old.title != new.title || old.title_en != new.title_en;
        let is_moved = (&old.parent, &old.hangs_from) != (&new.parent, &new.hangs_from);
        if is_reworded {
            push(
                "planning-change-element-reworded",
                code.to_string(),
                element(before, code),
                element(now, code),
            );
        }
        if is_moved {
            let [old, new] = [old, new].map(|element| Cell::text(&above(element)));
            push("planning-change-element-moved", code.to_string(), old, new);
        }
        if !is_reworded && !is_moved {
            push(
                "planning-change-element-changed",
                code.to_string(),
                element(before, code),
                element(now, code),
            );
        }
    }
    for code in &changed.indicators_added {
        push("planning-change-indicator-added", code.to_string(), Cell::default(), card(now, code));
    }
    for code in &changed.indicators_dropped {
        push("planning-change-indicator-dropped", code.to_string(), card(before, code), Cell::default());
    }
    for code in &changed.indicators_changed {
        let (Some(old), Some(new)) = (before.indicators.get(code), now.indicators.get(code)) else {
            continue;
        };
        if old.sense != new.sense {
            let [old, new] = [old, new].map(|card| {
                let key = card.sense.map(|sense| words::key("sense", sense.as_str()));
                Cell::text(&key.map_or_else(|| "–".to_owned(), |key| shell.t(&key)))
            });
            push("planning-change-indicator-sense", code.to_string(), old, new);
        }
        let rest = crate::domain::card::Indicator { sense: new.sense, ..old.clone() };
        if rest != *new {
            push("planning-change-indicator-changed", code.to_string(), card(before, code), card(now, code));
        }
    }
    let goal = |content: &Content, key: &TargetKey| {
        content.targets.get(key).map_or_else(Cell::default, |target| goal_cell(shell, target.goal))
    };
    let of = |key: &TargetKey| {
        let place = words::place(places, &key.territory);
        format!("{} · {place} · {}", key.indicator, shell.period(key.period))
    };
    for moved in &changed.targets_moved {
        let key = match moved.moved {
            Move::Raised => "planning-change-target-raised",
            Move::Lowered => "planning-change-target-lowered",
            Move::Unjudged | Move::Same => "planning-change-target-moved",
        };
        push(key, of(&moved.key), goal_cell(shell, moved.old), goal_cell(shell, moved.new));
    }
    for key in &changed.targets_added {
        push("planning-change-target-added", of(key), Cell::default(), goal(now, key));
    }
    for key in &changed.targets_dropped {
        push("planning-change-target-dropped", of(key), goal(before, key), Cell::default());
    }
    table.with_files(shell)
}

/// What an element is under, in its own plan and in others.
fn above(element: &crate::domain::element::Element) -> String {
    let parent = element.parent.iter().map(ToString::to_string);
    let all: Vec<String> = parent.chain(element.hangs_from.iter().map(ToString::to_string)).collect();
    if all.is_empty() { "–".to_owned() } else { all.join(", ") }
}

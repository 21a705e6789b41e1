//! The two gaps: money that nobody says serves an objective, objectives that no money serves.
use web::components::{Cell, Column, Table, Tone, tag};
use web::{Format, Shell};

use super::{Found, listing};
use crate::queries::Unfunded;

/// Lines on the page; the file has all.
const ROWS: usize = 15;

fn size(shell: &Shell) -> usize {
    if shell.view.format == Format::Html { ROWS } else { usize::MAX }
}

/// How many of a list the page does not show.
pub fn left_out(shell: &Shell, total: usize) -> String {
    if total <= size(shell) {
        return String::new();
    }
    shell.ta("budget-gaps-left-out", &[("shown", ROWS.into()), ("total", total.into())])
}

pub fn money_without_objective(shell: &Shell, found: &Found) -> Table {
    let mut columns = vec![Column::text(&listing::what(shell, found.gaps_by))];
    if shell.view.format != Format::Html {
        columns.push(Column::text(&shell.t1("budget-name-of", "what", listing::what(shell, found.gaps_by))));
    }
    columns.push(Column::number(&shell.t("budget-coverage-unclaimed")));
    columns.push(Column::number(&shell.t("budget-coverage-total")));
    let caption = shell.t("budget-coverage-money-without-objective");
    let mut table = Table::new("dinero-sin-objetivo", &caption, columns);
    for line in found.gaps.iter().take(size(shell)) {
        let split = listing::split(&found.coverage, found.asked.measure, &line.amounts).unwrap_or_default();
        let mut cells = listing::head(shell, found, found.gaps_by, &line.code);
        cells.extend([Cell::money(shell, split.unclaimed), Cell::money(shell, split.total())]);
        table.push(cells);
    }
    table.with_files(shell)
}

/// Word, mark and remedy of a gap.
pub fn why(why: Unfunded) -> (Tone, &'static str) {
    match why {
        Unfunded::NoClaim => (Tone::Unknown, "no_claim"),
        Unfunded::NoMoney => (Tone::Behind, "no_money"),
    }
}

pub fn objectives_without_money(shell: &Shell, found: &Found) -> Table {
    let mut columns = vec![Column::text(&shell.t("budget-coverage-by-objective"))];
    if shell.view.format != Format::Html {
        columns.push(Column::text(&shell.t("budget-objective-title")));
    }
    columns.push(Column::text(&shell.t("budget-unfunded-why")));
    columns.push(Column::text(&shell.t("budget-dimension-entity")));
    if shell.view.format != Format::Html {
        columns.push(Column::text(&shell.t("budget-matter")));
    }
    let caption = shell.t("budget-coverage-objectives-without-money");
    let mut table = Table::new("objetivos-sin-dinero", &caption, columns);
    for unfunded in found.unfunded.iter().take(size(shell)) {
        let objective = found.objectives.get(&unfunded.element);
        let shown = listing::objective(shell, &unfunded.element, objective);
        let mut cells = vec![Cell::html(shown, &unfunded.element)];
        if shell.view.format != Format::Html {
            cells.push(Cell::text(&unfunded.title));
        }
        let (tone, key) = why(unfunded.why);
        let word = shell.t(&format!("budget-unfunded-{key}"));
        cells.push(Cell::html(tag(tone, &word), &word));
        let entity = objective.and_then(|objective| objective.entity.as_ref());
        cells.push(entity.map_or_else(Cell::default, |code| {
            let name = found.labels.entities.get(code.as_str());
            let name = name.map_or_else(|| code.to_string(), |body| body.name.clone());
            Cell::link(&shell.view.link_to(&["entidad", code.as_str()]), &name)
        }));
        // On the page the mark stands beside the name.
        if shell.view.format == Format::Html {
            table.push(cells);
            continue;
        }
        let is_sample = objective.is_some_and(|objective| objective.is_sample);
        let word = if is_sample { shell.t("web-sample") } else { String::new() };
        cells.push(Cell::text(&word));
        table.push(cells);
    }
    table.with_files(shell)
}

//! The lines of a coverage: every part of each, and how much of it has an objective.
use base::Money;
use planning::domain::reference::ElementRef;
use web::components::{Cell, Column, Pages, Table, bar};
use web::{Format, Html, Shell};

use super::{Found, Objective, dimension};
use crate::{
    domain::{
        Measure,
        attribution::{Coverage, Line, Split},
    },
    pages::links::{self, Coded},
    queries::CoverageBy,
};

/// Lines in one page.
pub const ROWS: usize = 30;

/// The part of a line's amounts that is of the measure; `None` where nothing reports it.
pub fn split(coverage: &Coverage, measure: Measure, amounts: &[Split]) -> Option<Split> {
    let at = coverage.measures.iter().position(|m| *m == measure)?;
    amounts.get(at).copied()
}

/// The largest first; years go forward.
pub fn sorted(found: &Found) -> Vec<&Line> {
    let mut lines: Vec<&Line> = found.coverage.lines.iter().collect();
    if found.asked.by != CoverageBy::Year {
        let total = |line: &Line| {
            split(&found.coverage, found.asked.measure, &line.amounts).map(|split| split.total())
        };
        lines.sort_by_key(|line| std::cmp::Reverse(total(line)));
    }
    lines
}

pub fn table(shell: &Shell, found: &Found, lines: &[&Line], pages: Pages) -> Table {
    let is_file = shell.view.format != Format::Html;
    let by = found.asked.by;
    let mut columns = vec![Column::text(&what(shell, by))];
    if is_file {
        columns.push(Column::text(&shell.t1("budget-name-of", "what", what(shell, by))));
    }
    let parts = ["total", "claimed", "shared", "unclaimed", "over_claimed"];
    columns.extend(parts.map(|part| Column::number(&shell.t(&format!("budget-coverage-{part}")))));
    columns.push(Column::number(&shell.t("budget-coverage-percent")));
    let measure = crate::pages::explorer::measure_short(shell, found.asked.measure);
    let caption =
        shell.ta("budget-coverage-caption", &[("by", what(shell, by).into()), ("measure", measure.into())]);
    let mut table = Table::new("cobertura", &caption, columns);
    let (from, size) = if is_file { (0, usize::MAX) } else { (pages.offset(), pages.size()) };
    for line in lines.iter().skip(from).take(size) {
        let split = split(&found.coverage, found.asked.measure, &line.amounts).unwrap_or_default();
        let mut cells = head(shell, found, by, &line.code);
        cells.extend(amounts(shell, &split));
        table.push(cells);
    }
    let total = split(&found.coverage, found.asked.measure, &found.coverage.total).unwrap_or_default();
    let mut last = vec![Cell::text(&shell.t1("budget-total-of", "n", lines.len()))];
    last.extend(is_file.then(Cell::default));
    last.extend(amounts(shell, &total));
    table.with_total(last).wide().with_files(shell)
}

/// What a listing is by, in a word.
pub fn what(shell: &Shell, by: CoverageBy) -> String {
    dimension(by).map_or_else(|| shell.t("budget-coverage-by-objective"), |d| links::dimension(shell, d))
}

/// The cells that name a line: one on the page, code and name in a file.
pub fn head(shell: &Shell, found: &Found, by: CoverageBy, code: &str) -> Vec<Cell> {
    let is_file = shell.view.format != Format::Html;
    let Some(dimension) = dimension(by) else {
        let objective = found.objectives.get(code);
        let title = objective.map(|objective| objective.title.as_str()).unwrap_or_default();
        return if is_file {
            vec![Cell::text(code), Cell::text(title)]
        } else {
            vec![Cell::html(self::objective(shell, code, objective), code)]
        };
    };
    if is_file {
        let name = found.labels.called(shell, dimension, code, &[]).name.unwrap_or_default();
        return vec![Cell::text(code), Cell::text(&name)];
    }
    // The money of a line is in the explorer, the line's own page beside it.
    let condition = format!("{dimension}={code}");
    let href = links::page(shell, "/presupuesto", &[("where", &condition)]);
    vec![Cell::html(found.labels.coded(shell, dimension, code, &[], Some(href)), code)]
}

/// An objective as a way to its thread; money of none says so.
pub fn objective(shell: &Shell, name: &str, objective: Option<&Objective>) -> Html {
    let Ok(reference) = name.parse::<ElementRef>() else {
        return Html::text(&shell.t("budget-coverage-none"));
    };
    let href = shell.view.link_to(&["objetivo", &reference.plan.to_string(), reference.code.as_str()]);
    let code = Coded {
        code: name,
        name: objective.map(|objective| objective.title.as_str()),
        href: Some(href),
        others: Vec::new(),
        page: None,
    };
    let mark = objective.is_some_and(|objective| objective.is_sample).then(|| shell.sample_mark());
    mark.map_or_else(|| code.html(), |mark| code.html().and(&mark))
}

fn amounts(shell: &Shell, split: &Split) -> Vec<Cell> {
    let percent = (split.claimed + split.shared).percent_of(split.total());
    let cell = percent.map_or_else(Cell::default, |percent| {
        Cell::html(bar(percent, &shell.percent(percent)), &percent.to_string())
    });
    let money: [Money; 5] = [split.total(), split.claimed, split.shared, split.unclaimed, split.over_claimed];
    money.map(|amount| Cell::money(shell, amount)).into_iter().chain([cell]).collect()
}

//! The pairs, their table and what is left out.
use base::Money;
use rust_decimal::{Decimal, prelude::ToPrimitive};
use web::components::{Cell, Column, Figure, Figures, Table};
use web::pairs::{Pair, Pairs};
use web::{Html, Shell};

use super::Found;
use crate::domain::{Dimension, Gap, GapBy, Goal, Measure, gaps};
use crate::pages::{explorer, links, map::Switch};

/// Rows of the chart; the table has all.
const DRAWN: usize = 20;

pub fn switch(shell: &Shell, by: GapBy) -> Switch {
    let view = shell.view.without("table");
    let link = |one: GapBy| {
        (view.with("by", one.code()).here(), shell.t(&format!("budget-gap-by-{}", one.code())), one == by)
    };
    Switch { label: shell.t("budget-gap-by"), links: GapBy::ALL.map(link).to_vec() }
}

/// What is compared, and what is left out: both in money and in goals.
pub fn figures(shell: &Shell, found: &Found) -> Figures {
    let goals: &[Goal] = &found.goals.goals;
    let each = gaps(goals, GapBy::Goal);
    let pim = |keeps: bool| -> Money {
        each.iter().filter(|gap| gap.points().is_some() == keeps).filter_map(|gap| gap.pim).sum()
    };
    let figure = |key: &str, money: Money, note: String| Figure {
        label: shell.t(key),
        value: shell.money(money),
        note: Html::text(&note),
        href: None,
    };
    let count = each.iter().filter(|gap| gap.points().is_some()).count();
    let out = each.len() - count;
    let measured = shell.t1("budget-gap-measured-note", "n", each.len());
    let mut figures =
        vec![figure("budget-gap-measured", pim(true), format!("PIM · {} {measured}", shell.count(count)))];
    if out > 0 {
        let note = format!("PIM · {} · {}", shell.count(out), shell.t("budget-gap-out-goals-note"));
        figures.push(figure("budget-gap-out-goals", pim(false), note));
    }
    if let Some(money) = found.goals.untold_pim {
        figures.push(figure("budget-gap-out-money", money, shell.t("budget-gap-out-money-note")));
    }
    Figures { figures }
}

pub fn notes(shell: &Shell, rows: &[Gap]) -> Vec<String> {
    let mut notes = vec![shell.t("budget-gap-how")];
    let compared = || rows.iter().filter_map(Gap::physical);
    if compared().next().is_some() && compared().all(|physical| physical.is_zero()) {
        notes.insert(0, shell.t("budget-gap-zero"));
    }
    let is_over = |percent: Option<Decimal>| percent.is_some_and(|p| p > Decimal::ONE_HUNDRED);
    if rows.iter().any(|row| is_over(row.financial()) || is_over(row.physical())) {
        notes.push(shell.t("budget-gap-over"));
    }
    notes
}

fn percent_words(shell: &Shell, percent: Decimal) -> String {
    shell.percent(percent.to_f64().unwrap_or(f64::NAN))
}

/// Points with one decimal and their sign.
fn points_words(shell: &Shell, points: Decimal) -> String {
    shell.value(points.round_dp(1))
}

/// A row as it is called: by its code and name, its goal by unit and sequence.
fn named(shell: &Shell, found: &Found, gap: &Gap) -> (Html, String) {
    let goal = &gap.goal;
    let (dimension, code) = match found.by {
        GapBy::Goal => (Dimension::Purpose, &goal.purpose),
        GapBy::Programme => (Dimension::Programme, &goal.programme),
        GapBy::Entity => (Dimension::Entity, &goal.entity),
    };
    let text = found.labels.text(shell, dimension, code, &[]);
    let text = match found.by {
        GapBy::Goal => format!("{text} ({}-{})", goal.sec_ejec, goal.sequence),
        _ => text,
    };
    let page = found.labels.page(shell, dimension, code);
    (page.map_or_else(|| Html::text(&text), |(href, _)| links::link(&href, &text)), text)
}

pub fn chart(shell: &Shell, found: &Found, rows: &[Gap]) -> (Pairs, String) {
    let pair = |gap: &Gap| {
        let (financial, physical, points) = (gap.financial()?, gap.physical()?, gap.points()?);
        let words = [
            ("financial", percent_words(shell, financial).into()),
            ("physical", percent_words(shell, physical).into()),
            ("gap", points_words(shell, points).into()),
        ];
        Some(Pair {
            name: named(shell, found, gap).0,
            words: shell.ta("budget-gap-words", &words),
            first: financial.to_f64().unwrap_or(f64::NAN),
            second: physical.to_f64().unwrap_or(f64::NAN),
        })
    };
    let all: Vec<Pair> = rows.iter().filter_map(pair).collect();
    let drawn = all.get(..DRAWN.min(all.len())).unwrap_or_default();
    let left_out = if drawn.len() < all.len() {
        let args = [("shown", drawn.len().into()), ("total", all.len().into())];
        shell.ta("budget-gap-left-out", &args)
    } else {
        String::new()
    };
    (Pairs::new(shell, &shell.t("budget-gap-chart"), drawn), left_out)
}

pub fn table(shell: &Shell, found: &Found, rows: &[Gap]) -> Table {
    let year = found.year.map(|year| year.to_string()).unwrap_or_default();
    let columns = vec![
        Column::text(&shell.t(&format!("budget-gap-by-{}", found.by.code()))),
        Column::number(&shell.t("budget-gap-financial")),
        Column::number(&shell.t("budget-gap-physical")),
        Column::number(&shell.t("budget-gap-points")),
        Column::number(&shell.t("budget-gap-goals")),
        Column::text(&shell.t("budget-gap-units")),
        Column::number(&shell.t("budget-goal-target")),
        Column::number(&shell.t("budget-goal-progress")),
        explorer::measure_column(shell, Measure::Pim),
        explorer::measure_column(shell, Measure::Accrued),
    ];
    let mut table = Table::new("brecha", &shell.t1("budget-gap-table", "year", year), columns);
    for gap in rows {
        let (name, exact) = named(shell, found, gap);
        let percent = |value: Option<Decimal>| {
            value.map_or_else(Cell::default, |v| {
                Cell::html(Html::text(&percent_words(shell, v)), &v.to_string())
            })
        };
        let quantity = |value: Option<Decimal>| {
            value.map_or_else(Cell::default, |v| Cell::html(Html::text(&shell.value(v)), &v.to_string()))
        };
        let unit = gap.unit.as_ref().map_or_else(
            || shell.t1("budget-gap-mixed", "n", gap.goals),
            |unit| found.labels.text(shell, Dimension::TargetUnit, unit, &[]),
        );
        let points = gap.points();
        table.push(vec![
            Cell::html(name, &exact),
            percent(gap.financial()),
            percent(gap.physical()),
            points.map_or_else(Cell::default, |p| {
                Cell::html(Html::text(&points_words(shell, p)), &p.to_string())
            }),
            Cell::count(shell, gap.goals),
            Cell::text(&unit),
            quantity(gap.target),
            quantity(gap.done),
            explorer::money(shell, gap.pim),
            explorer::money(shell, gap.accrued),
        ]);
    }
    table.wide().with_files(shell)
}

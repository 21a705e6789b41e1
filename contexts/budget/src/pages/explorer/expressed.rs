//! The same listing as shares, per head or in soles of one year.
use std::collections::BTreeMap;

use rust_decimal::Decimal;
use web::components::{Cell, Column, Pages, Table};
use web::{Shell, figures};

use super::{Asked, listing, rest::Rest};
use crate::{
    domain::{CutRow, ExpressedColumn, ExpressedRow, Expression, Measure},
    pages::labels::Labels,
    queries::Expressing,
};

/// A way of showing amounts: its word, and its address unless it is the one shown.
pub struct Shown {
    pub word: String,
    pub href: Option<String>,
}

/// All ways, in the order of the page.
pub fn ways(shell: &Shell, asked: &Asked) -> Vec<Shown> {
    let all = [Expression::Soles, Expression::Share, Expression::PerHead, Expression::Constant(None)];
    let way = |one: Expression| {
        let view = shell.view.without("as").without("base").without("page");
        let view = if one == Expression::Soles { view } else { view.with("as", one.code()) };
        let is_here = one.code() == asked.expression.code();
        Shown { word: shell.t(&format!("budget-as-{}", key(one))), href: (!is_here).then(|| view.here()) }
    };
    all.map(way).into_iter().collect()
}

const fn key(expression: Expression) -> &'static str {
    match expression {
        Expression::Soles => "soles",
        Expression::Share => "share",
        Expression::PerHead => "per-head",
        Expression::Constant(_) => "constant",
    }
}

/// How the figures were made, and of what.
pub fn note(shell: &Shell, asked: &Asked, found: &Expressing) -> String {
    note_of(shell, asked.expression, &found.source, found.base)
}

pub fn note_of(shell: &Shell, expression: Expression, source: &str, base: i16) -> String {
    let key = format!("budget-as-{}-note", key(expression));
    shell.ta(&key, &[("source", source.into()), ("base", base.to_string().into())])
}

/// `shown` as the reader asked to see it.
pub fn table(
    shell: &Shell,
    asked: &Asked,
    found: &Expressing,
    (rows, pages): (&[&CutRow], Pages),
    labels: &Labels,
) -> Table {
    let by = &found.expressed.by;
    let mut columns = listing::code_columns(shell, by);
    columns.extend(found.expressed.columns.iter().map(|column| Column::number(&heading(shell, *column))));
    let mut table = Table::new("presupuesto", &listing::caption(shell, asked), columns);
    let by_codes: BTreeMap<&[String], &ExpressedRow> =
        found.expressed.rows.iter().map(|row| (row.codes.as_slice(), row)).collect();
    let rest = Rest::of_listing(shell, asked, rows, pages, (&found.answer, found.answer.total(asked.lead())));
    rest.open(shell, asked, &mut table);
    for row in listing::part(shell, rows, pages) {
        let mut cells = listing::code_cells(shell, asked, labels, by, &row.codes);
        let values = by_codes.get(row.codes.as_slice()).map(|row| row.values.as_slice()).unwrap_or_default();
        cells.extend(
            found.expressed.columns.iter().zip(values).map(|(column, value)| cell(shell, *column, *value)),
        );
        table.push(cells);
    }
    rest.close(&mut table);
    let mut total = listing::total_begins(shell, by, found.expressed.rows.len());
    let totals = found.expressed.columns.iter().zip(&found.expressed.total);
    total.extend(totals.map(|(column, value)| cell(shell, *column, *value)));
    table.with_total(total).wide().with_files(shell)
}

pub fn heading(shell: &Shell, column: ExpressedColumn) -> String {
    let short = |measure: Measure| listing::measure_short(shell, measure);
    match column {
        ExpressedColumn::Money(measure) => short(measure),
        ExpressedColumn::Share(measure) => shell.t1("budget-as-column-share", "measure", short(measure)),
        ExpressedColumn::ShareOfParent(measure) => {
            shell.t1("budget-as-column-parent", "measure", short(measure))
        }
        ExpressedColumn::Population => shell.t("budget-as-column-population"),
        ExpressedColumn::PerHead(measure) => shell.t1("budget-as-column-per-head", "measure", short(measure)),
        ExpressedColumn::Constant(measure, year) => shell.ta(
            "budget-as-column-constant",
            &[("measure", short(measure).into()), ("year", year.to_string().into())],
        ),
    }
}

/// Exact in files; on the page as people read it. What has no value is a dash, never a zero.
pub fn cell(shell: &Shell, column: ExpressedColumn, value: Option<Decimal>) -> Cell {
    let Some(value) = value else { return Cell::html(web::Html::text("–"), "") };
    Cell::html(web::Html::text(&text(shell, column, value)), &value.to_string())
}

/// A value as people read it.
pub fn text(shell: &Shell, column: ExpressedColumn, value: Decimal) -> String {
    let exact = value.to_string();
    match column {
        ExpressedColumn::Share(_) | ExpressedColumn::ShareOfParent(_) => {
            figures::percent_exact(shell.lang(), value.round_dp(2))
        }
        ExpressedColumn::Population => {
            exact.parse().map_or_else(|_| exact.clone(), |heads| figures::count(shell.lang(), heads))
        }
        _ => exact.parse().map_or_else(|_| exact.clone(), |money| shell.money_exact(money)),
    }
}

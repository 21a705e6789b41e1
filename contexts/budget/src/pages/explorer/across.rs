//! The same listing, year beside year.
use rust_decimal::{Decimal, prelude::ToPrimitive};
use web::components::{Cell, Column, Pages, Table};
use web::{Format, Html, Shell};

use super::{
    Asked, Found, Sort, expressed, listing,
    rest::{Rest, around},
};
use crate::{
    domain::{Across, AcrossRow, Dimension, ExpressedColumn, Figure, Measure},
    pages::links,
    queries::{AcrossYears, has_percent},
};

/// The rows in the order asked for, as far as the view shows them: those with most in the last year first, where two are equal or have none that
/// with most in the year before, then by code.
pub fn sorted<'a>(shell: &Shell, asked: &Asked, across: &'a Across, pages: Pages) -> Vec<&'a AcrossRow> {
    let mut rows: Vec<&AcrossRow> = across.rows.iter().collect();
    if let Sort::Measure(_) = asked.sort {
        listing::sort_shown(shell, pages, &mut rows, |a, b| {
            let years = a.figures.iter().zip(&b.figures).rev();
            let mut orders = years.map(|(a, b)| b.value().cmp(&a.value()));
            orders.find(|order| order.is_ne()).unwrap_or_else(|| a.codes.cmp(&b.codes))
        });
    }
    rows
}

fn value_at(row: &AcrossRow, at: usize) -> Option<Decimal> {
    row.figures.get(at).and_then(|figure| figure.value())
}

/// Ways between one year and all of them, and between the measures of a comparison.
pub struct Ways {
    /// To the years side by side, or back to one.
    pub switch: (String, String),
    /// Address, word, whether it is the one shown; only where years stand side by side.
    pub measures: Vec<(String, String, bool)>,
}

pub fn ways(shell: &Shell, asked: &Asked) -> Option<Ways> {
    let view = shell.view.without("page").without("table").without("sort");
    if asked.is_across {
        let one = |measure: &Measure| {
            let href = view.with("measure", measure.code()).here();
            (href, listing::measure_short(shell, *measure), *measure == asked.lead())
        };
        let switch = (view.without("across").without("measure").here(), shell.t("budget-across-leave"));
        return Some(Ways { switch, measures: Measure::USUAL.iter().map(one).collect() });
    }
    // The listing by year is a comparison already, down the page.
    if asked.request.by.contains(&Dimension::Year) || asked.years.len() < 2 {
        return None;
    }
    let view = view.without("measure");
    let mut view =
        if asked.request.measures.is_empty() { view } else { view.with("measure", asked.lead().code()) };
    view.year = None;
    let switch = (view.with("across", "year").here(), shell.t("budget-across-enter"));
    Some(Ways { switch, measures: Vec::new() })
}

/// `shown` of the rows, the words that stand in place of others, and the total.
pub fn table(shell: &Shell, found: &Found, years: &AcrossYears, rows: &[&AcrossRow], pages: Pages) -> Table {
    let (asked, labels, across) = (&found.asked, &found.labels, &years.across);
    let is_file = shell.view.format != Format::Html;
    let mut table = Table::new("presupuesto", &caption(shell, across), columns(shell, across, is_file));
    let rest = rest(shell, across, rows, pages);
    rest.open(shell, asked, &mut table);
    if let Some(words) = units(shell, years) {
        table.note(Html::text(&words));
    }
    for row in listing::part(shell, rows, pages) {
        let mut cells = listing::code_cells(shell, asked, labels, &across.by, &row.codes);
        cells.extend(figures(shell, across, row));
        if is_file {
            cells.push(Cell::text(&across.without_data(row)));
        }
        table.push(cells);
    }
    rest.close(&mut table);
    let mut total = listing::total_begins(shell, &across.by, across.rows.len());
    total.extend(figures(shell, across, &across.total));
    total.extend(is_file.then(Cell::default));
    table.with_total(total).wide().with_files(shell)
}

fn caption(shell: &Shell, across: &Across) -> String {
    let by: Vec<String> = across.by.iter().map(|d| links::dimension(shell, *d)).collect();
    let args = [("by", by.join(" · ").into()), ("measure", expressed::heading(shell, across.shows).into())];
    let key = match across.shows {
        ExpressedColumn::Money(_) => "budget-across-caption-soles",
        _ => "budget-across-caption",
    };
    shell.ta(key, &args)
}

fn columns(shell: &Shell, across: &Across, is_file: bool) -> Vec<Column> {
    let mut columns = listing::code_columns(shell, &across.by);
    columns.extend(across.years.iter().map(|year| Column::number(&year.to_string())));
    if let Some((first, last)) = across.compared {
        let args = [("first", first.to_string().into()), ("last", last.to_string().into())];
        if has_percent(across.shows) {
            columns.push(Column::number(&shell.ta("budget-across-change", &args)));
            columns.push(Column::number(&shell.ta("budget-across-change-percent", &args)));
        } else {
            columns.push(Column::number(&shell.ta("budget-across-change-points", &args)));
        }
    }
    if is_file {
        columns.push(Column::text(&shell.t("budget-across-without")));
    }
    columns
}

/// A figure for each year, then the change.
fn figures(shell: &Shell, across: &Across, row: &AcrossRow) -> Vec<Cell> {
    let said = |key: &str| Cell::html(Html::text(&shell.t(key)), "");
    let cell = |figure: &Figure| match figure {
        Figure::Value(value) => expressed::cell(shell, across.shows, Some(*value)),
        Figure::NoRow => expressed::cell(shell, across.shows, None),
        Figure::NoValue => said("budget-absent"),
        Figure::NoData => said("budget-across-no-data"),
        Figure::NoPrice => said("budget-across-no-price"),
    };
    let mut cells: Vec<Cell> = row.figures.iter().map(cell).collect();
    if across.compared.is_some() {
        cells.push(expressed::cell(shell, across.shows, row.change));
        let percent = |percent: Option<Decimal>| {
            let shown = percent.and_then(|p| p.to_f64()).map(|p| shell.percent(p));
            let exact = percent.map(|p| p.to_string()).unwrap_or_default();
            Cell::html(Html::text(&shown.unwrap_or_else(|| "–".to_owned())), &exact)
        };
        cells.extend(has_percent(across.shows).then(|| percent(row.change_percent)));
    }
    cells
}

/// Who told of each year, where they are not the same: a change is then not only of money.
fn units(shell: &Shell, years: &AcrossYears) -> Option<String> {
    let one = |(year, n): (&i16, &usize)| format!("{year}: {}", shell.count(*n));
    let list: Vec<String> = years.units.iter().map(one).collect();
    (!years.is_same_units).then(|| shell.t1("budget-across-units", "list", list.join("; ")))
}

/// What the words of a comparison mean, and what its figures are made of.
pub fn notes(shell: &Shell, found: &Found, years: &AcrossYears) -> Vec<String> {
    let figures = || years.across.rows.iter().flat_map(|row| &row.figures);
    let mut notes = Vec::new();
    let has = |figure: Figure| figures().any(|one| *one == figure);
    if has(Figure::NoRow) {
        notes.push(shell.t("budget-across-note-dash"));
    }
    if has(Figure::NoData) {
        notes.push(shell.t("budget-across-note-no-data"));
    }
    notes.push(shell.t("budget-across-note"));
    if found.asked.expression != crate::domain::Expression::Soles {
        notes.push(expressed::note_of(shell, found.asked.expression, &years.source, years.base));
    }
    if matches!(years.across.shows, ExpressedColumn::PerHead(_)) {
        notes.push(shell.t1("budget-across-note-heads", "source", years.source.as_str()));
    }
    notes
}

/// The rows of other pages, and what they come to in the years compared.
fn rest(shell: &Shell, across: &Across, rows: &[&AcrossRow], pages: Pages) -> Rest {
    let years = across.years.iter().enumerate();
    let is_told = |year: i16| match across.compared {
        Some((first, last)) => year == first || year == last,
        None => true,
    };
    let told: Vec<(usize, i16)> = years.map(|(at, year)| (at, *year)).filter(|(_, y)| is_told(*y)).collect();
    let part = |part: &[&AcrossRow]| {
        let amounts = told.iter().filter_map(|(at, year)| amount(shell, across, part, *at, *year));
        let amounts: Vec<String> = amounts.collect();
        (part.len(), (!amounts.is_empty()).then(|| amounts.join("; ")))
    };
    let (before, after) = around(rows, listing::part(shell, rows, pages).len(), pages);
    Rest::of(shell, pages, rows.len(), [part(before), part(after)])
}

/// What rows come to in a year; absent where nothing can be said: soles per head do not add up.
fn amount(shell: &Shell, across: &Across, rows: &[&AcrossRow], at: usize, year: i16) -> Option<String> {
    let shows = across.shows;
    let total = value_at(&across.total, at).filter(|_| !matches!(shows, ExpressedColumn::PerHead(_)))?;
    let sum = rows.iter().filter_map(|row| value_at(row, at)).sum::<Decimal>();
    let args = [
        ("amount", expressed::text(shell, shows, sum).into()),
        ("measure", expressed::heading(shell, shows).into()),
        ("year", year.to_string().into()),
    ];
    let words = shell.ta("budget-rows-amount-year", &args);
    if total.is_zero() || !has_percent(shows) {
        return Some(words);
    }
    let percent = sum.checked_mul(Decimal::ONE_HUNDRED).and_then(|sum| sum.checked_div(total)?.to_f64());
    Some(percent.map_or_else(|| words.clone(), |percent| format!("{words} ({})", shell.percent(percent))))
}

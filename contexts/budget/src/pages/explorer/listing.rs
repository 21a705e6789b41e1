//! The table of a cut: what the page shows of it, and the whole of it as a file.
use std::cmp::Ordering;

use base::Money;
use web::components::{Cell, Column, Pages, Table, bar};
use web::{Format, Html, Shell};

use super::{Asked, Sort, rest::Rest, ways};
use crate::{
    domain::{Answer, CutRow, Dimension, Measure},
    pages::{labels::Labels, links},
    queries::Exploration,
};

/// Rows in one page.
pub const ROWS: usize = 40;

/// The rows of an answer in the order asked for, as far as the view shows them: the largest first, what is not
/// reported last, equals by code.
pub fn sorted<'a>(shell: &Shell, asked: &Asked, answer: &'a Answer, pages: Pages) -> Vec<&'a CutRow> {
    let Sort::Measure(measure) = asked.sort else { return answer.rows.iter().collect() };
    let Some(at) = answer.measures.iter().position(|m| *m == measure) else {
        return answer.rows.iter().collect();
    };
    // Amounts beside each other: rows are tens of thousands, and each lies elsewhere.
    let mut rows: Vec<(Option<Money>, &CutRow)> =
        answer.rows.iter().map(|row| (row.amounts.get(at).copied().flatten(), row)).collect();
    sort_shown(shell, pages, &mut rows, |a, b| b.0.cmp(&a.0).then_with(|| a.1.codes.cmp(&b.1.codes)));
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Sorts what the view shows; of a long listing, what comes after stays as it is.
pub fn sort_shown<T>(shell: &Shell, pages: Pages, rows: &mut [T], order: impl Fn(&T, &T) -> Ordering) {
    let count = pages.offset().saturating_add(pages.size());
    if shell.view.format != Format::Html || rows.len() <= count {
        return rows.sort_unstable_by(order);
    }
    let (shown, ..) = rows.select_nth_unstable_by(count, &order);
    shown.sort_unstable_by(order);
}

/// The part of the rows that the view shows: all of them in a file.
pub fn part<'r, T>(shell: &Shell, rows: &'r [T], pages: Pages) -> &'r [T] {
    if shell.view.format != Format::Html {
        return rows;
    }
    let from = pages.offset().min(rows.len());
    rows.get(from..(from + pages.size()).min(rows.len())).unwrap_or_default()
}

pub fn measure(shell: &Shell, measure: Measure) -> String {
    shell.t(&format!("budget-measure-{}", measure.code()))
}

/// The column of a measure: its name leads to the glossary of the country, where it is a word of it.
pub fn measure_column(shell: &Shell, measure: Measure) -> Column {
    let column = Column::number(&measure_short(shell, measure));
    let column = match measure {
        Measure::Pia | Measure::Pim => {
            column.meaning(&shell.t(&format!("budget-meaning-{}", measure.code())))
        }
        _ => column,
    };
    match measure {
        Measure::Modifications | Measure::CommittedMonthly => column,
        _ => column.term(format!("{}#{}", shell.link("/glosario"), measure.code().replace('_', "-"))),
    }
}

/// The name of a measure as a column bears it.
pub fn measure_short(shell: &Shell, measure: Measure) -> String {
    shell.t(&format!("budget-column-{}", measure.code()))
}

/// How far spending has come: accrued of the PIM, of a row or of a total. Months have no PIM of their own, so
/// that theirs is measured against the year's.
struct Progress<'a> {
    answer: &'a Answer,
    whole: Option<Money>,
}

impl<'a> Progress<'a> {
    fn of(exploration: &'a Exploration) -> Option<Self> {
        let answer = &exploration.answer;
        let has = |measure| answer.measures.contains(&measure);
        if !has(Measure::Pim) || !has(Measure::Accrued) {
            return None;
        }
        let whole = match answer.by.as_slice() {
            [Dimension::Month] => exploration.total(Measure::Pim),
            _ => None,
        };
        Some(Self { answer, whole })
    }

    fn percent(&self, amounts: &[Option<Money>]) -> Option<f64> {
        let amount = |measure| {
            let at = self.answer.measures.iter().position(|m| *m == measure)?;
            amounts.get(at).copied().flatten()
        };
        let accrued = amount(Measure::Accrued)?;
        // The row that holds the budget of the year has nothing to compare.
        let is_budget = self.whole.is_some() && accrued.is_zero();
        if is_budget { None } else { accrued.percent_of(self.whole.or_else(|| amount(Measure::Pim))?) }
    }

    fn cell(&self, shell: &Shell, amounts: &[Option<Money>]) -> Cell {
        let Some(percent) = self.percent(amounts) else { return Cell::default() };
        let shown = shell.percent(percent);
        Cell::html(bar(percent, &shown), &percent.to_string())
    }
}

/// A page of the rows in a table, or all in a file. On the page a code and its name share a column; in a file each has its own.
pub fn table(
    shell: &Shell,
    asked: &Asked,
    exploration: &Exploration,
    (rows, pages): (&[&CutRow], Pages),
    labels: &Labels,
) -> Table {
    let answer = &exploration.answer;
    let mut columns = code_columns(shell, &answer.by);
    columns.extend(answer.measures.iter().map(|m| measure_column(shell, *m)));
    let progress = Progress::of(exploration);
    columns.extend(progress.as_ref().map(|_| Column::number(&shell.t("budget-progress"))));
    let mut table = Table::new("presupuesto", &caption(shell, asked), columns);
    let rest = Rest::of_listing(shell, asked, rows, pages, (answer, exploration.total(asked.lead())));
    rest.open(shell, asked, &mut table);
    for row in part(shell, rows, pages) {
        let mut cells = code_cells(shell, asked, labels, &answer.by, &row.codes);
        cells.extend(row.amounts.iter().map(|amount| money(shell, *amount)));
        cells.extend(progress.as_ref().map(|p| p.cell(shell, &row.amounts)));
        table.push(cells);
    }
    rest.close(&mut table);
    let mut total = total_begins(shell, &answer.by, answer.rows.len());
    total.extend(exploration.totals().iter().map(|amount| money(shell, *amount)));
    total.extend(progress.as_ref().map(|p| p.cell(shell, exploration.totals())));
    table.with_total(total).wide().with_files(shell)
}

/// Columns of codes: on the page a code and its name share one, in a file each has its own.
pub fn code_columns(shell: &Shell, by: &[Dimension]) -> Vec<Column> {
    let mut columns = Vec::new();
    for dimension in by {
        let what = links::dimension(shell, *dimension);
        columns.push(Column::text(&what));
        if is_file(shell) {
            columns.push(Column::text(&shell.ta("budget-name-of", &[("what", what.into())])));
        }
    }
    columns
}

/// Cells under [`code_columns`].
pub fn code_cells(
    shell: &Shell,
    asked: &Asked,
    labels: &Labels,
    by: &[Dimension],
    codes: &[String],
) -> Vec<Cell> {
    let context = context(asked, codes);
    let mut cells = Vec::new();
    for (dimension, code) in by.iter().zip(codes) {
        if is_file(shell) {
            let name = labels.called(shell, *dimension, code, &context).name.unwrap_or_default();
            cells.extend([Cell::text(code), Cell::text(&name)]);
        } else {
            let href = drill(shell, asked, *dimension, code);
            cells.push(Cell::html(labels.coded(shell, *dimension, code, &context, href), code));
        }
    }
    cells
}

/// The row that sums the others begins with its words, and blanks under the rest of [`code_columns`].
pub fn total_begins(shell: &Shell, by: &[Dimension], rows: usize) -> Vec<Cell> {
    let width = by.len() * if is_file(shell) { 2 } else { 1 };
    let mut cells = vec![Cell::text(&shell.t1("budget-total-of", "n", rows))];
    cells.extend(std::iter::repeat_n(Cell::default(), width.saturating_sub(1)));
    cells
}

fn is_file(shell: &Shell) -> bool {
    shell.view.format != Format::Html
}

pub fn caption(shell: &Shell, asked: &Asked) -> String {
    let by: Vec<String> = asked.request.by.iter().map(|d| links::dimension(shell, *d)).collect();
    let by = by.join(" · ");
    match asked.request.year {
        Some(year) => {
            shell.ta("budget-caption-year", &[("by", by.into()), ("year", year.to_string().into())])
        }
        None => shell.ta("budget-caption", &[("by", by.into())]),
    }
}

/// The codes known to stand beside those of a row: its own, and conditions with one code.
pub fn context<'c>(asked: &'c Asked, codes: &'c [String]) -> Vec<(Dimension, &'c str)> {
    let own = asked.request.by.iter().copied().zip(codes.iter().map(String::as_str));
    own.chain(asked.request.filters.iter().map(|(d, code)| (*d, code.as_str()))).collect()
}

/// An amount that no delivery reports is said so, never shown as zero.
pub fn money(shell: &Shell, amount: Option<Money>) -> Cell {
    amount.map_or_else(
        || Cell::html(Html::text(&shell.t("budget-absent")), ""),
        |amount| Cell::money(shell, amount),
    )
}

/// The same view with this code chosen, listed by what comes next.
pub fn drill(shell: &Shell, asked: &Asked, dimension: Dimension, code: &str) -> Option<String> {
    let mut taken: Vec<Dimension> = asked.request.filters.iter().map(|(d, _)| *d).collect();
    taken.extend(&asked.request.by);
    let others: Vec<Dimension> = asked.request.by.iter().copied().filter(|d| *d != dimension).collect();
    let next = ways::next(dimension, code, &taken);
    if next.is_none() && others.is_empty() {
        return None;
    }
    let mut view = shell.view.without("by").without("page").without("sort").without("table");
    for by in next.into_iter().chain(others) {
        view = view.and("by", by.code());
    }
    if asked.request.filters.iter().any(|(d, _)| *d == dimension) {
        // Several codes of one dimension were asked for: this one is chosen among them.
        view = view.without("where");
        for (d, code) in asked.request.filters.iter().filter(|(d, _)| *d != dimension) {
            view = view.and("where", &format!("{d}={code}"));
        }
    }
    Some(view.and("where", &format!("{dimension}={code}")).here())
}

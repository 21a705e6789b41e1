//! Money by one dimension, for pages of other rooms: a short table with its way to the explorer.
use std::sync::Arc;

use web::components::{Cell, Column, Table};
use web::{Html, PageError, Reading, Shell};

use super::explorer::{measure_column, money};
use super::labels::{Labels, Wanted};
use super::links;
use crate::{
    columnar::Columnar,
    domain::{Answer, CutRow, Dimension, Measure},
    queries::{self, CutRequest},
};

/// What is asked, and the answer with its names.
#[derive(Clone, Debug)]
pub struct Summary {
    by: Dimension,
    filters: Vec<(Dimension, String)>,
    answer: Arc<Answer>,
    labels: Labels,
}

/// The answer of a year (all years where `None`) for the rows that meet the conditions.
pub async fn summary(
    reading: &mut Reading,
    by: Dimension,
    filters: Vec<(Dimension, String)>,
    year: Option<i16>,
) -> Result<Summary, PageError> {
    let (known, app, on) = (reading.known, reading.app.clone(), reading.judged_on());
    let columnar = app.part::<Arc<dyn Columnar>>()?.as_ref();
    let request = CutRequest { by: vec![by], filters: filters.clone(), year, measures: Vec::new() };
    let answer = queries::cut(reading.conn(), &app.files, columnar, known, &request).await;
    let answer = answer.map_err(PageError::internal)?;
    let mut wanted = Wanted::new();
    let codes = answer.rows.iter().filter_map(|row| row.codes.first().cloned()).collect();
    wanted.insert(by, codes);
    let labels = Labels::load(reading, None, &wanted, year, on).await?;
    Ok(Summary { by, filters, answer, labels })
}

impl Summary {
    /// Of made-up rows, for tests of pages.
    pub fn of(by: Dimension, answer: Answer) -> Self {
        Self { by, filters: Vec::new(), answer: Arc::new(answer), labels: Labels::default() }
    }

    pub fn is_empty(&self) -> bool {
        self.answer.rows.is_empty()
    }

    pub fn total(&self, measure: Measure) -> Option<base::Money> {
        self.answer.total(measure)
    }

    /// The same question in the explorer.
    pub fn href(&self, shell: &Shell) -> String {
        let conditions: Vec<String> =
            self.filters.iter().map(|(dimension, code)| format!("{}={code}", dimension.code())).collect();
        let mut own: Vec<(&str, &str)> = vec![("by", self.by.code())];
        own.extend(conditions.iter().map(|condition| ("where", condition.as_str())));
        links::page(shell, "/presupuesto", &own)
    }

    /// The largest lines by PIM (all of them in files), and how many were left out.
    pub fn table(&self, shell: &Shell, id: &str, caption: &str, rows_max: usize) -> (Table, usize) {
        let mut columns = vec![Column::text(&links::dimension(shell, self.by))];
        let names = self.answer.measures.iter();
        columns.extend(names.map(|m| measure_column(shell, *m)));
        columns.push(Column::number(&shell.t("budget-progress")));
        let mut rows: Vec<&CutRow> = self.answer.rows.iter().collect();
        // Sources that tell no budget of a line still tell what was spent.
        let size = |row: &CutRow| (self.amount(row, Measure::Pim), self.amount(row, Measure::Accrued));
        rows.sort_by_key(|row| std::cmp::Reverse(size(row)));
        let is_page = shell.view.format == web::Format::Html;
        let shown = if is_page { rows_max } else { rows.len() };
        let mut table = Table::new(id, caption, columns);
        for row in rows.iter().take(shown) {
            table.push(self.cells(shell, row));
        }
        let mut total = vec![Cell::text(&shell.t("budget-total"))];
        let sums: Vec<_> = self.answer.measures.iter().map(|m| self.answer.total(*m)).collect();
        total.extend(sums.iter().map(|sum| money(shell, *sum)));
        total.push(progress(shell, self.total(Measure::Accrued), self.total(Measure::Pim)));
        (table.with_total(total).wide().with_files(shell), rows.len().saturating_sub(shown))
    }

    fn amount(&self, row: &CutRow, measure: Measure) -> Option<base::Money> {
        let at = self.answer.measures.iter().position(|m| *m == measure)?;
        row.amounts.get(at).copied().flatten()
    }

    fn cells(&self, shell: &Shell, row: &CutRow) -> Vec<Cell> {
        let code = row.codes.first().map_or("", String::as_str);
        let href = self.labels.page(shell, self.by, code).map(|(href, _)| href);
        let text = self.labels.text(shell, self.by, code, &[]);
        let name = href.map_or_else(|| Html::text(&text), |href| links::link(&href, &text));
        let mut cells = vec![Cell::html(name, &text)];
        cells.extend(row.amounts.iter().map(|amount| money(shell, *amount)));
        let (accrued, pim) = (self.amount(row, Measure::Accrued), self.amount(row, Measure::Pim));
        cells.push(progress(shell, accrued, pim));
        cells
    }
}

/// Accrued of PIM, as the explorer shows it.
fn progress(shell: &Shell, accrued: Option<base::Money>, pim: Option<base::Money>) -> Cell {
    Cell::percent_bar(shell, accrued.zip(pim).and_then(|(accrued, pim)| accrued.percent_of(pim)))
}

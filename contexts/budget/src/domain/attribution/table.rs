//! Money rows held small: a state's year has some hundred thousand, of few distinct codes.
use std::collections::HashMap;

use base::Money;

use crate::domain::{Answer, Dimension, Measure};

/// Rows of a cut by column; a row names each of its codes by a number.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub by: Vec<Dimension>,
    /// Those that some row reports.
    pub measures: Vec<Measure>,
    columns: Vec<Column>,
    /// Row by row, one for each measure.
    amounts: Vec<Money>,
    count: usize,
}

#[derive(Clone, Debug, Default)]
struct Column {
    /// Distinct, as they were met.
    codes: Vec<String>,
    of_rows: Vec<u32>,
}

impl Column {
    fn push(&mut self, numbers: &mut HashMap<String, u32>, code: String) {
        let number = numbers.get(&code).copied().unwrap_or_else(|| {
            let number = u32::try_from(self.codes.len()).unwrap_or(u32::MAX);
            self.codes.push(code.clone());
            numbers.insert(code, number);
            number
        });
        self.of_rows.push(number);
    }

    fn number(&self, row: usize) -> usize {
        self.of_rows.get(row).map_or(usize::MAX, |number| *number as usize)
    }

    fn code(&self, row: usize) -> &str {
        self.codes.get(self.number(row)).map_or("", String::as_str)
    }
}

impl Table {
    /// Measures that no row reports are left out; one that some rows lack counts as zero there.
    pub fn new(answer: Answer) -> Self {
        let reported: Vec<(usize, Measure)> = (0..)
            .zip(answer.measures.iter().copied())
            .filter(|(_, measure)| answer.total(*measure).is_some())
            .collect();
        let mut columns: Vec<Column> = answer.by.iter().map(|_| Column::default()).collect();
        let mut numbers: Vec<HashMap<String, u32>> = answer.by.iter().map(|_| HashMap::new()).collect();
        let mut amounts = Vec::with_capacity(answer.rows.len() * reported.len());
        let count = answer.rows.len();
        for row in answer.rows {
            let own = row.amounts;
            amounts
                .extend(reported.iter().map(|(at, _)| own.get(*at).copied().flatten().unwrap_or_default()));
            for ((column, numbers), code) in columns.iter_mut().zip(&mut numbers).zip(row.codes) {
                column.push(numbers, code);
            }
        }
        let measures = reported.into_iter().map(|(_, measure)| measure).collect();
        Self { by: answer.by, measures, columns, amounts, count }
    }

    pub const fn count(&self) -> usize {
        self.count
    }

    pub fn amounts(&self, row: usize) -> &[Money] {
        let width = self.measures.len();
        self.amounts.get(row * width..(row + 1) * width).unwrap_or_default()
    }

    /// All codes of a row, in the order of the columns.
    pub fn codes<'t>(&'t self, row: usize, into: &mut Vec<&'t str>) {
        into.clear();
        into.extend(self.columns.iter().map(|column| column.code(row)));
    }

    /// Position of a dimension's column.
    pub fn column(&self, dimension: Dimension) -> Option<usize> {
        self.by.iter().position(|d| *d == dimension)
    }

    pub fn code(&self, column: usize, row: usize) -> &str {
        self.columns.get(column).map_or("", |column| column.code(row))
    }

    /// The number of a row's code in its column: the same for the same code.
    pub fn number(&self, column: usize, row: usize) -> usize {
        self.columns.get(column).map_or(usize::MAX, |column| column.number(row))
    }

    /// The codes of a column by their numbers.
    pub fn codes_of(&self, column: usize) -> &[String] {
        self.columns.get(column).map_or(&[], |column| &column.codes)
    }
}

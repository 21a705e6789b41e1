//! Rows of a law table, read by column name; every refusal says line, column, value and reason.
use std::fmt::Display;

use base::{RowError, RowErrors};
use jiff::civil::Date;

/// Rows of a CSV text with a fixed header, and the refusals met so far.
pub struct Table {
    file: String,
    columns: &'static [&'static str],
    pub rows: Vec<Row>,
    pub errors: RowErrors,
}

pub struct Row {
    pub line: u64,
    cells: Vec<String>,
}

impl Table {
    /// A byte order mark and blanks around cells are accepted; a missing, unknown or repeated
    /// column and a row of another width are refused.
    pub fn read(file: &str, text: &str, columns: &'static [&'static str]) -> Self {
        let mut table =
            Self { file: file.to_owned(), columns, rows: Vec::new(), errors: RowErrors::default() };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let mut header: Option<Vec<usize>> = None;
        for record in reader.records() {
            match (record, &header) {
                (Err(error), _) => {
                    let line = error.position().map_or(1, csv::Position::line);
                    table.refuse(line, "", "", &error);
                }
                (Ok(record), None) => match table.header(&record) {
                    Some(order) => header = Some(order),
                    None => return table,
                },
                (Ok(record), Some(order)) => table.row(&record, order),
            }
        }
        if header.is_none() {
            table.refuse(1, "", "", &format!("no header; write {}", columns.join(",")));
        }
        table
    }

    /// For each expected column its place in the file.
    fn header(&mut self, record: &csv::StringRecord) -> Option<Vec<usize>> {
        let mut sound = true;
        for (index, name) in record.iter().enumerate() {
            let again = record.iter().take(index).any(|earlier| earlier == name);
            if again || !self.columns.contains(&name) {
                let reason = if again { "column twice" } else { "unknown column" };
                self.refuse(1, name, name, &reason);
                sound = false;
            }
        }
        let mut order = Vec::new();
        for column in self.columns {
            if let Some(index) = record.iter().position(|name| name == *column) {
                order.push(index);
            } else {
                self.refuse(1, column, "", &"missing column");
                sound = false;
            }
        }
        sound.then_some(order)
    }

    fn row(&mut self, record: &csv::StringRecord, order: &[usize]) {
        let line = record.position().map_or(0, csv::Position::line);
        if record.len() != order.len() {
            let reason = format!("{} cells where the header has {}", record.len(), order.len());
            self.refuse(line, "", "", &reason);
            return;
        }
        let cells = order.iter().map(|&at| record.get(at).unwrap_or_default().to_owned()).collect();
        self.rows.push(Row { line, cells });
    }

    pub fn refuse(&mut self, line: u64, column: &str, value: &str, reason: &dyn Display) {
        self.errors.push(RowError {
            file: self.file.clone(),
            line,
            column: column.to_owned(),
            value: value.chars().take(120).collect(),
            reason: reason.to_string(),
        });
    }

    pub fn cell<'a>(&self, row: &'a Row, column: &str) -> &'a str {
        let index = self.columns.iter().position(|name| *name == column);
        index.and_then(|index| row.cells.get(index)).map_or("", String::as_str)
    }

    /// The cell, refused when empty.
    pub fn filled(&mut self, row: &Row, column: &str) -> Option<String> {
        let text = self.cell(row, column).to_owned();
        if text.is_empty() {
            self.refuse(row.line, column, "", &"must not be empty");
            return None;
        }
        Some(text)
    }

    /// The cell as `T`, refused with the reason that `T` gives.
    pub fn parsed<T: std::str::FromStr<Err: Display>>(&mut self, row: &Row, column: &str) -> Option<T> {
        let text = self.cell(row, column).to_owned();
        text.parse().map_err(|error| self.refuse(row.line, column, &text, &error)).ok()
    }

    /// The cell as a date; exactly `YYYY-MM-DD`.
    pub fn date(&mut self, row: &Row, column: &str) -> Option<Date> {
        let text = self.cell(row, column).to_owned();
        match text.parse::<Date>() {
            Ok(date) if date.to_string() == text => Some(date),
            _ => {
                self.refuse(row.line, column, &text, &"not a date; write YYYY-MM-DD");
                None
            }
        }
    }

    /// The cell as a date, empty for none. The outer `None` is a refusal.
    #[allow(clippy::option_option)]
    pub fn date_or_open(&mut self, row: &Row, column: &str) -> Option<Option<Date>> {
        if self.cell(row, column).is_empty() { Some(None) } else { self.date(row, column).map(Some) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[(u64, &str, &str)]) {
        let table = Table::read("t.csv", text, &["a", "b"]);
        let got: Vec<_> =
            table.errors.0.iter().map(|e| (e.line, e.column.as_str(), e.reason.as_str())).collect();
        assert_eq!(got, expect, "for {text:?}");
    }

    #[test]
    fn refuses_by_line_and_column() {
        check("\u{feff} a , b\n1,2\n", &[]);
        check("b,a\n1,2\n", &[]);
        check("", &[(1, "", "no header; write a,b")]);
        check("a\n1\n", &[(1, "b", "missing column")]);
        check("a,b,c\n", &[(1, "c", "unknown column")]);
        check("a,b,b\n", &[(1, "b", "column twice")]);
        check(
            "a,b\n1\n1,2\n1,2,3\n",
            &[(2, "", "1 cells where the header has 2"), (4, "", "3 cells where the header has 2")],
        );
    }
}

//! An answer as bytes: the same answer is the same bytes.
use serde_json::{Value, json};

use crate::domain::{Answer, CutRow, Dimension, Expressed, Measure};

/// Names by dimension and code, for the columns beside the codes; `None` where there is no name.
pub type Named<'a> = &'a dyn Fn(Dimension, &str) -> Option<String>;

/// The word for a column, in the reader's language.
pub trait Labels {
    fn dimension(&self, dimension: Dimension) -> String;
    fn measure(&self, measure: Measure) -> String;
}

/// Headers are the codes of dimensions and measures; amounts have two decimals and no separators; an amount
/// that no delivery reports is empty.
pub fn csv(answer: &Answer) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let dimensions = answer.by.iter().map(|d| d.code());
    writer.write_record(dimensions.chain(answer.measures.iter().map(|m| m.code())))?;
    for row in &answer.rows {
        let amounts = row.amounts.iter().map(|a| a.map(|m| m.to_string()).unwrap_or_default());
        writer.write_record(row.codes.iter().cloned().chain(amounts))?;
    }
    writer.into_inner().map_err(|e| csv::Error::from(e.into_error()))
}

/// As [`csv`], of an answer in other words.
pub fn expressed_csv(expressed: &Expressed) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let dimensions = expressed.by.iter().map(|d| d.code().to_owned());
    writer.write_record(dimensions.chain(expressed.columns.iter().map(|column| column.code())))?;
    for row in &expressed.rows {
        let values = row.values.iter().map(|value| value.map(|v| v.to_string()).unwrap_or_default());
        writer.write_record(row.codes.iter().cloned().chain(values))?;
    }
    writer.into_inner().map_err(|e| csv::Error::from(e.into_error()))
}

/// Amounts as decimal texts, so that no reader makes floats of them; names beside codes.
pub fn json(answer: &Answer, named: Named<'_>) -> Value {
    let row = |row: &CutRow| {
        let codes = answer.by.iter().zip(&row.codes).map(|(dimension, code)| {
            (dimension.code().to_owned(), json!({ "code": code, "name": named(*dimension, code) }))
        });
        let amounts = answer.measures.iter().zip(&row.amounts);
        let amounts = amounts.map(|(measure, amount)| (measure.code().to_owned(), json!(amount)));
        Value::Object(codes.chain(amounts).collect())
    };
    let totals = answer.measures.iter().map(|m| (m.code().to_owned(), json!(answer.total(*m))));
    json!({
        "by": answer.by,
        "measures": answer.measures,
        "rows": answer.rows.iter().map(row).collect::<Vec<_>>(),
        "total": Value::Object(totals.collect()),
    })
}

/// For a terminal: codes with names to the left, amounts to the right, a line of totals.
pub fn table(answer: &Answer, labels: &dyn Labels, named: Named<'_>, total: &str) -> String {
    let mut rows = vec![
        answer
            .by
            .iter()
            .map(|d| labels.dimension(*d))
            .chain(answer.measures.iter().map(|m| labels.measure(*m)))
            .collect::<Vec<_>>(),
    ];
    let amount = |amount: Option<base::Money>| amount.map_or_else(|| "–".to_owned(), |m| m.to_string());
    for row in &answer.rows {
        let codes = answer.by.iter().zip(&row.codes).map(|(dimension, code)| {
            named(*dimension, code).map_or_else(|| code.clone(), |name| format!("{code} {name}"))
        });
        rows.push(codes.chain(row.amounts.iter().map(|a| amount(*a))).collect());
    }
    if !answer.by.is_empty() {
        let mut last = vec![String::new(); answer.by.len()];
        if let Some(first) = last.first_mut() {
            total.clone_into(first);
        }
        last.extend(answer.measures.iter().map(|m| amount(answer.total(*m))));
        rows.push(last);
    }
    aligned(&rows, answer.by.len())
}

/// The first `left` columns to the left, cut to a readable width; the others to the right.
fn aligned(rows: &[Vec<String>], left: usize) -> String {
    const WIDTH_MAX: usize = 48;
    let shown = |text: &String| -> String {
        if text.chars().count() <= WIDTH_MAX {
            return text.clone();
        }
        text.chars().take(WIDTH_MAX - 1).chain(['…']).collect()
    };
    let columns = rows.first().map_or(0, Vec::len);
    let width = |at: usize| {
        rows.iter().filter_map(|row| row.get(at)).map(|t| shown(t).chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths).enumerate().map(|(at, (cell, width))| {
            let cell = shown(cell);
            if at < left { format!("{cell:<width$}") } else { format!("{cell:>width$}") }
        });
        text.push_str(cells.collect::<Vec<_>>().join("  ").trim_end());
        text.push('\n');
    }
    text
}

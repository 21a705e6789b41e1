//! Tables for people at a terminal, CSV and JSON for scripts.
use std::io::Write;

use serde::Serialize;

/// A rule as long as a terminal leaves room for beside figures.
const RULE_MAX: usize = 40;

/// Text columns left, figures right; a rule under the header.
pub fn table(headers: &[&str], rows: &[Vec<String>], right: &[usize]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
        cells.chain(headers.get(column).map(|h| h.chars().count())).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..headers.len()).map(width).collect();
    // Nothing stands right of the last column: its longest line needs no rule of its length.
    let rule = |(column, width): (usize, &usize)| {
        let is_last = column + 1 == headers.len() && !right.contains(&column);
        "─".repeat(if is_last { (*width).min(RULE_MAX) } else { *width })
    };
    let line = |cells: Vec<&str>| {
        let padded = cells.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
            if right.contains(&column) { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
        });
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned() + "\n"
    };
    let mut text = line(headers.to_vec());
    let rules: Vec<String> = widths.iter().enumerate().map(rule).collect();
    text += &line(rules.iter().map(String::as_str).collect());
    for row in rows {
        text += &line(row.iter().map(String::as_str).collect());
    }
    text
}

/// A reader that closes early (`| head`) ends the command quietly.
pub fn print(text: &str) -> anyhow::Result<()> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other?),
    }
}

pub fn json(value: &impl Serialize) -> anyhow::Result<()> {
    print(&(serde_json::to_string_pretty(value)? + "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_under_each_other() {
        let rows = vec![vec!["ñu".into(), "1.00".into()], vec!["abc".into(), "10.00".into()]];
        assert_eq!(
            table(&["code", "PIM"], &rows, &[1]),
            "code    PIM\n────  ─────\nñu     1.00\nabc   10.00\n"
        );
    }
}

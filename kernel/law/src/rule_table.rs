//! `rules.csv`: reading and refusing.
use std::collections::HashMap;

use base::{Money, RowErrors, Validity};

use crate::{
    rule::{Rule, RuleVersion, Unit, Value},
    scope::Scope,
    table::{Row, Table},
};

const COLUMNS: &[&str] = &[
    "key",
    "value",
    "unit",
    "scope",
    "valid_from",
    "valid_to",
    "recorded_from",
    "norm",
    "article",
    "note",
    "status",
];

/// All rules by key, or every refused row.
pub fn read(file: &str, text: &str) -> Result<HashMap<String, Vec<Rule>>, RowErrors> {
    let mut table = Table::read(file, text, COLUMNS);
    let mut rules: HashMap<String, Vec<(u64, Rule)>> = HashMap::new();
    for row in std::mem::take(&mut table.rows) {
        let Some(rule) = rule(&mut table, &row) else { continue };
        let same_key = rules.entry(rule.version.key.clone()).or_default();
        if let Some((line, other)) = same_key.iter().find(|(_, other)| contradicts(&rule, other)) {
            let reason = format!("holds at the same time as line {line} ({})", other.version.id);
            table.refuse(row.line, "valid_from", &rule.version.valid_from.to_string(), &reason);
        }
        same_key.push((row.line, rule));
    }
    if !table.errors.is_empty() {
        return Err(table.errors);
    }
    let bare = |rules: Vec<(u64, Rule)>| rules.into_iter().map(|(_, rule)| rule).collect();
    Ok(rules.into_iter().map(|(key, rules)| (key, bare(rules))).collect())
}

/// Two statements learned on one day for one scope and a common day cannot both be the law.
/// One learned later is not a contradiction: it replaces what was known until then.
fn contradicts(rule: &Rule, other: &Rule) -> bool {
    rule.version.scope == other.version.scope
        && rule.version.recorded_from == other.version.recorded_from
        && rule.validity.overlaps(other.validity)
}

/// Reads every cell before giving up, so that one run lists all faults of a row.
fn rule(table: &mut Table, row: &Row) -> Option<Rule> {
    let key = key(table, row);
    let value = value(table, row);
    let scope = table.parsed::<Scope>(row, "scope");
    let valid_from = table.date(row, "valid_from");
    let valid_to = table.date_or_open(row, "valid_to");
    let recorded_from = table.date(row, "recorded_from");
    let norm = table.filled(row, "norm");
    let status = table.parsed(row, "status");
    let (valid_from, valid_to) = (valid_from?, valid_to?);
    let validity = Validity::new(valid_from, valid_to)
        .map_err(|error| {
            let text = table.cell(row, "valid_to").to_owned();
            table.refuse(row.line, "valid_to", &text, &error);
        })
        .ok()?;
    let (key, scope, recorded_from) = (key?, scope?, recorded_from?);
    let version = RuleVersion {
        id: format!("{key}@{scope}@{valid_from}@{recorded_from}"),
        key,
        scope,
        valid_from,
        recorded_from,
        norm: norm?,
        article: table.cell(row, "article").to_owned(),
        note: table.cell(row, "note").to_owned(),
        status: status?,
    };
    Some(Rule { value: value?, validity, version })
}

/// Keys are dotted words: `access.answer`.
fn key(table: &mut Table, row: &Row) -> Option<String> {
    let key = table.filled(row, "key")?;
    let word = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_lowercase())
            && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
    };
    if key.split('.').all(word) {
        return Some(key);
    }
    table.refuse(
        row.line,
        "key",
        &key,
        &"not a key; write lower-case words joined by points, as access.answer",
    );
    None
}

fn value(table: &mut Table, row: &Row) -> Option<Value> {
    let unit = table.parsed::<Unit>(row, "unit");
    let text = table.filled(row, "value")?;
    let unit = unit?;
    let read = read_value(unit, &text);
    if read.is_none() {
        let accepted = match unit {
            Unit::Percent => "a number from 0 with a decimal point",
            Unit::Flag => "true or false",
            Unit::MoneyCentimos => "whole céntimos",
            Unit::Count | Unit::Text => "a whole number from 0",
            Unit::WorkingDays | Unit::CalendarDays | Unit::Months | Unit::Years => {
                "a whole number from 0 to 65535"
            }
        };
        table.refuse(row.line, "value", &text, &format!("not a value in {unit}; write {accepted}"));
    }
    read
}

fn read_value(unit: Unit, text: &str) -> Option<Value> {
    // `parse` would take a plus sign, which no table of ours writes.
    let unsigned = || text.bytes().all(|b| b.is_ascii_digit()).then_some(text);
    match unit {
        Unit::WorkingDays => unsigned()?.parse().ok().map(Value::WorkingDays),
        Unit::CalendarDays => unsigned()?.parse().ok().map(Value::CalendarDays),
        Unit::Months => unsigned()?.parse().ok().map(Value::Months),
        Unit::Years => unsigned()?.parse().ok().map(Value::Years),
        Unit::Count => unsigned()?.parse().ok().map(Value::Count),
        Unit::Percent if text.starts_with(['-', '+']) => None,
        Unit::Percent => text.parse().ok().map(Value::Percent),
        Unit::MoneyCentimos => text.parse().ok().map(Money::centimos).map(Value::MoneyCentimos),
        Unit::Flag => text.parse().ok().map(Value::Flag),
        Unit::Text => Some(Value::Text(text.to_owned())),
    }
}

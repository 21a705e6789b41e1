//! A study as the workbook that [`super::read`] reads again: a sheet for each kind, a matrix for each expert.
use std::collections::BTreeMap;

use sheets::Form;

use crate::domain::{Content, Field, Holds, Item, Kind, Panel};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    Spanish,
    English,
}

/// Names of sheets have at most 31 characters.
const EXPERT_CHARS_MAX: usize = 24;

/// Every sheet, filled in or not. `note` says in a sentence what a field takes.
pub fn export(content: &Content, tongue: Tongue, note: impl Fn(Kind, &Field) -> String) -> Vec<Form> {
    let mut forms: Vec<Form> = Kind::ALL.iter().map(|kind| form(content, *kind, tongue, &note)).collect();
    let panel = Panel::of(content);
    forms.extend(experts(content).filter(|expert| has_matrix(expert)).map(|e| matrix(&panel, e, tongue)));
    forms
}

fn experts(content: &Content) -> impl Iterator<Item = &str> {
    content.get(&Kind::Expert).into_iter().flat_map(BTreeMap::keys).map(String::as_str)
}

const fn has_matrix(expert: &str) -> bool {
    expert.len() <= EXPERT_CHARS_MAX
}

fn form(content: &Content, kind: Kind, tongue: Tongue, note: &impl Fn(Kind, &Field) -> String) -> Form {
    let (english, spanish) = kind.sheet();
    let is_spanish = tongue == Tongue::Spanish;
    let rows = content.get(&kind).into_iter().flat_map(BTreeMap::values);
    // What stands in a matrix does not stand here again.
    let listed = rows.filter(|item| kind != Kind::Score || !has_matrix(item.text("expert")));
    let cells = |item: &Item| kind.fields().iter().map(|field| cell(item, field, tongue)).collect();
    Form {
        name: if is_spanish { spanish } else { english }.to_owned(),
        headers: kind
            .fields()
            .iter()
            .map(|field| if is_spanish { field.alias } else { field.name }.to_owned())
            .collect(),
        notes: kind.fields().iter().map(|field| note(kind, field)).collect(),
        rows: listed.map(cells).collect(),
    }
}

fn cell(item: &Item, field: &Field, tongue: Tongue) -> String {
    let value = item.text(field.name);
    match (field.holds, tongue) {
        (Holds::Choice(words), Tongue::Spanish) => {
            words.iter().find(|(word, _)| *word == value).map_or(value, |(_, spanish)| spanish).to_owned()
        }
        (Holds::Flag, Tongue::Spanish) => if value == "1" { "sí" } else { "no" }.to_owned(),
        (Holds::Flag, Tongue::English) => if value == "1" { "yes" } else { "no" }.to_owned(),
        _ => value.to_owned(),
    }
}

fn matrix(panel: &Panel, expert: &str, tongue: Tongue) -> Form {
    let prefix = if tongue == Tongue::Spanish { "matriz" } else { "matrix" };
    let said = |one: &String, other: &String| {
        let score = panel.of_pair(one, other).and_then(|by| by.get(expert));
        score.map(ToString::to_string).unwrap_or_default()
    };
    let row = |one: &String| {
        std::iter::once(one.clone()).chain(panel.variables.iter().map(|other| said(one, other))).collect()
    };
    Form {
        name: format!("{prefix}-{expert}"),
        headers: std::iter::once("variable".to_owned()).chain(panel.variables.iter().cloned()).collect(),
        notes: Vec::new(),
        rows: panel.variables.iter().map(row).collect(),
    }
}

//! Whether two message files say the same things: same keys, same placeables.
use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;

use super::{Messages, TextsError};
use crate::Lang;

pub(super) fn resource(messages: &Messages, lang: Lang) -> Result<FluentResource, TextsError> {
    FluentResource::try_new(messages.of(lang).to_owned()).map_err(|(_, errors)| TextsError::Syntax {
        context: messages.context,
        lang: lang.tag(),
        reason: errors.first().map(ToString::to_string).unwrap_or_default(),
    })
}

/// The messages of a file; a key that it repeats comes twice.
pub(super) fn keys(resource: &FluentResource) -> Vec<String> {
    let source = resource.source();
    source.lines().filter_map(key_of).map(str::to_owned).collect()
}

/// Messages start at the first column; continuation lines are indented.
fn key_of(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim_end();
    let first = key.chars().next()?;
    let name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    (first.is_ascii_alphabetic() && key.chars().all(name)).then_some(key)
}

pub(super) fn differences(messages: &Messages) -> Result<Vec<String>, TextsError> {
    let [es, en] = [placeables(messages, Lang::Es)?, placeables(messages, Lang::En)?];
    let mut differences = Vec::new();
    for key in es.keys().chain(en.keys()).collect::<BTreeSet<_>>() {
        match (es.get(key), en.get(key)) {
            (Some(_), None) => differences.push(format!("`{key}` is missing in en.ftl")),
            (None, Some(_)) => differences.push(format!("`{key}` is missing in es.ftl")),
            (Some(a), Some(b)) if a != b => {
                differences.push(format!("`{key}` uses {a:?} in es.ftl and {b:?} in en.ftl"));
            }
            _ => {}
        }
    }
    Ok(differences)
}

fn placeables(messages: &Messages, lang: Lang) -> Result<BTreeMap<String, BTreeSet<String>>, TextsError> {
    let resource = resource(messages, lang)?;
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = None;
    for line in resource.source().lines() {
        if line.starts_with('#') {
            continue;
        }
        if let Some(key) = key_of(line) {
            current = Some(key.to_owned());
            found.entry(key.to_owned()).or_default();
        }
        if let Some(names) = current.as_ref().and_then(|key| found.get_mut(key)) {
            names.extend(variables(line));
        }
    }
    Ok(found)
}

/// Every `$name` of a line.
fn variables(line: &str) -> impl Iterator<Item = String> {
    line.split('$').skip(1).map(|rest| {
        rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-' || *c == '_').collect()
    })
}

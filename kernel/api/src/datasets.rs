//! Operations that datasets bring: one list each.
use std::sync::Arc;

use base::Known;
use dataset::{Asked, Cursor, Dataset, Field, Kind};
use db::Value;
use web::{Lang, Texts};

use crate::{Answers, Call, Operation, Page, Parameter, Problem, Reply, Takes};

/// The list of a dataset's rows.
pub fn dataset_operation(dataset: &Arc<Dataset>) -> Operation {
    let shared = dataset.clone();
    let answers = Answers::Rows(dataset.fields.clone());
    let id = format!("list_{}", dataset.name.replace('-', "_"));
    let path = format!("/{}", dataset.name);
    let mut operation =
        Operation::new(&path, &id, dataset.context, answers, move |call| list(shared.clone(), call));
    operation.title = dataset.title_key();
    operation.about = format!("{}-about", dataset.title_key());
    let filters = dataset.fields.iter().enumerate().filter(|(at, field)| is_filter(dataset, *at, field));
    let filters = filters.map(|(_, field)| filter(dataset, field));
    operation.taking(filters).taking([after(dataset)])
}

/// The first of several message keys that has words.
pub fn words(texts: &Texts, lang: Lang, keys: &[String]) -> Option<String> {
    keys.iter().find(|key| texts.has(lang, key)).map(|key| texts.t(lang, key, &[]))
}

/// What rows are told apart by, what they refer to, and closed lists.
fn is_filter(dataset: &Dataset, at: usize, field: &Field) -> bool {
    let refers = dataset.references.iter().any(|reference| reference.fields.contains(&field.name));
    let takes = !matches!(field.kind, Kind::Money | Kind::Share | Kind::Decimal | Kind::Instant);
    takes && (dataset.key.contains(&at) || refers || !field.values.is_empty())
}

fn filter(dataset: &Dataset, field: &Field) -> Parameter {
    let takes = match field.kind {
        Kind::Integer => Takes::Integer { min: 0, max: i64::MAX },
        Kind::Year => Takes::Integer { min: 1, max: 9999 },
        Kind::Flag => Takes::Choice(vec!["true".to_owned(), "false".to_owned()]),
        Kind::Date => Takes::Date,
        _ if !field.values.is_empty() => Takes::Choice(field.values.clone()),
        _ => Takes::Text,
    };
    let mut parameter = Parameter::query(&field.name, takes, "");
    parameter.words = dataset.words_of(field).to_vec();
    parameter.example.clone_from(&field.example);
    parameter
}

/// A key of whole numbers alone is documented as one; any text is a place among texts.
fn after(dataset: &Dataset) -> Parameter {
    let mut kinds = dataset.key.iter().filter_map(|at| dataset.fields.get(*at)).map(|field| field.kind);
    let first = kinds.next();
    let takes = match first {
        Some(Kind::Integer | Kind::Year) if dataset.key.len() == 1 => {
            Takes::Integer { min: 0, max: i64::MAX }
        }
        _ => Takes::Text,
    };
    Parameter::query("after", takes, "web-api-after")
}

async fn list(dataset: Arc<Dataset>, mut call: Call) -> Result<Reply, Problem> {
    let mut filters = Vec::new();
    for (at, field) in dataset.fields.iter().enumerate() {
        if is_filter(&dataset, at, field)
            && let Some(text) = call.one(&field.name)
        {
            filters.push((at, stored(field, text)));
        }
    }
    let cursor = call.after.as_deref().map(|text| Cursor::parse(&dataset, text));
    // A place that is not among these keys is not there.
    let after = cursor.transpose().map_err(|_| Problem::not_found().about("after"))?;
    let known: Known = call.reading.known;
    let asked = Asked { known, filters, after, rows_max: call.rows_max };
    let found = dataset::read(call.reading.conn(), &dataset, &asked).await?;
    let rows = dataset::Rows { fields: dataset.fields.clone(), rows: found.rows };
    let next = found.next.map(|cursor| cursor.to_string());
    Ok(Page { rows, next, ..Page::default() }.into())
}

/// The stored form of an admitted text.
fn stored(field: &Field, text: &str) -> Value {
    match field.kind {
        Kind::Integer | Kind::Year => Value::Int(text.parse().unwrap_or_default()),
        Kind::Flag => Value::Int((text == "true").into()),
        _ => Value::Text(text.to_owned()),
    }
}

//! `/api/v1/search`: everything public, by words or code, as it stands today.
use std::sync::Arc;

use api::{Answers, Call, Operation, Page, Parameter, Problem, Reply, Takes};
use dataset::{Cell, Field, Kind as Type, Rows};
use serde_json::{Map, json};
use web::{Lang, PageError, View};

use crate::{
    Index,
    domain::{Hit, Kind, Question, RESULTS_MAX, Request},
    pages::links,
};

/// The operations of this room.
pub fn operations() -> Vec<Operation> {
    let kinds = Kind::ALL.iter().map(|kind| kind.as_str().to_owned()).collect();
    let most = i64::try_from(RESULTS_MAX).unwrap_or(i64::MAX);
    let search = Operation::new("/search", "search", "search", Answers::Rows(fields()), answer).taking([
        Parameter::query("q", Takes::Text, "search-api-q").required().like("anemia"),
        Parameter::query("kind", Takes::Choice(kinds), "search-api-kind").like("indicator"),
        Parameter::query("after", Takes::Integer { min: 0, max: most }, "web-api-after"),
    ]);
    vec![search.of_today()]
}

fn fields() -> Vec<Field> {
    let text = |name, example| Field::computed(name, Type::Text).required().like(example);
    let mut kind = text("kind", "indicator");
    kind.values = Kind::ALL.iter().map(|kind| kind.as_str().to_owned()).collect();
    vec![
        kind,
        text("code", "PEDN@actualizado/OE2-I1"),
        text("title", "Anemia en niñas y niños de 6 a 35 meses"),
        Field::computed("sample", Type::Flag).required(),
        text("page", "/objetivo/PEDN/OE2"),
    ]
}

async fn answer(call: Call) -> Result<Reply, Problem> {
    let offset = call.after.as_deref().and_then(|after| after.parse().ok()).unwrap_or(0);
    let kind = call.one("kind").and_then(|kind| kind.parse::<Kind>().ok());
    let count_max = call.rows_max.min(RESULTS_MAX.saturating_sub(offset));
    let request = Request {
        question: Question::of(call.required("q")?),
        kind,
        english: call.lang == Lang::En,
        offset,
        count_max,
    };
    let index = call.reading.app.part::<Arc<dyn Index>>()?.clone();
    let answered = index.find(request, call.reading.today).await.map_err(PageError::internal)?;
    let Some(found) = answered.found else {
        let rows = Rows { fields: fields(), rows: Vec::new() };
        let beside = Map::from_iter([("building".to_owned(), json!(true))]);
        return Ok(Page { rows, next: None, beside }.into());
    };
    let view = View::of(call.lang, "/");
    let rows = found.hits.iter().map(|hit| cells(&view, hit)).collect();
    let end = offset.saturating_add(found.hits.len());
    let is_more = !found.hits.is_empty() && end < found.total(kind).min(RESULTS_MAX);
    let beside = Map::from_iter([
        ("total".to_owned(), json!(found.total(kind))),
        ("suggestions".to_owned(), json!(found.suggestions)),
    ]);
    let next = is_more.then(|| end.to_string());
    Ok(Page { rows: Rows { fields: fields(), rows }, next, beside }.into())
}

fn cells(view: &View, hit: &Hit) -> Vec<Cell> {
    let document = &hit.document;
    vec![
        document.kind.as_str().into(),
        document.code.as_str().into(),
        document.title_in(view.lang == Lang::En).into(),
        document.sample.into(),
        links::href(view, &document.place).into(),
    ]
}
